/** Puts together what the handlers on the way to a route say: those in front of it, those of its parameters, and its own. */
import type { ProblemClass } from '../../define/problem-class.js'
import { stored } from '../../guard/stored.js'
import { isSameProblem, markedClasses } from '../mark.js'
import type { RouteProblem } from '../record.js'
import { libraryProblems } from './libraries/libraries.js'

/** One problem that a handler may answer, and for which methods. */
export interface Saying {
  readonly problem: RouteProblem
  readonly methods?: 'with content' | undefined
}

/**
 * Gives what a handler says: by its mark first, then by the library that made it.
 * The place completes the evidence of a mark, and is asked for where there is one: `in front of /orders`, `of GET /orders/{id}`.
 */
export function sayingsOf(handler: unknown, place: () => string): readonly Saying[] {
  const marked = markedClasses(handler)
  const known = libraryProblems(handler)
  // Most handlers say nothing.
  if (marked.length === 0 && known.length === 0) return SILENCE
  const evidence = `${nameOfMark(handler)} ${place()}`
  return [
    ...marked.map((Class): Saying => ({ problem: { ...factsOf(Class), source: 'declared', evidence } })),
    ...known.map(
      ({ class: Class, evidence, members, methods }): Saying => ({
        problem: { ...factsOf(Class), source: 'library', evidence, ...(members !== undefined && { members }) },
        methods,
      }),
    ),
  ]
}

/**
 * Puts what was said into the problems of a route with one method, in the order in which it was said. A problem that is said twice keeps its first
 * evidence.
 */
export function gather(sayings: readonly Saying[], method: string): readonly RouteProblem[] {
  const problems: RouteProblem[] = []
  for (const { problem, methods } of sayings) {
    if (methods === 'with content' && !METHODS_WITH_CONTENT.has(method)) continue
    const index = problems.findIndex((known) => isSameProblem(known.class, problem.class))
    const known = problems[index]
    if (known === undefined) problems.push(problem)
    else problems[index] = withMembers(known, problem.members)
  }
  return problems
}

const SILENCE: readonly Saying[] = []

// RFC 9110 9.3: content of the others has no meaning. QUERY has its question there. The star stands for all.
const METHODS_WITH_CONTENT: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'QUERY', '*'])

function factsOf(Class: ProblemClass): Pick<RouteProblem, 'class' | 'type' | 'status'> {
  return { class: Class, type: Class.type, status: Class.status }
}

function nameOfMark(handler: unknown): string {
  const name = stored(handler, 'name')
  if (name === 'problems') return 'problems()'
  // What wraps a handler of a route has a name of its own, which says nothing; and a name can be any text.
  const isName = typeof name === 'string' && name !== 'guardedRoute' && /^[\w$]{1,60}$/.test(name)
  return `problems().on(${isName ? name : 'handler'})`
}

// Two libraries may each add members of their own to a problem of one class.
function withMembers(known: RouteProblem, members: object | undefined): RouteProblem {
  if (members === undefined || members === known.members) return known
  return { ...known, members: known.members === undefined ? members : { anyOf: [known.members, members] } }
}
