/** Judges one error that was sent: which of the problems of its route it is, and in what it is not as its class promises. */
import { definitionOf } from '../../define/definition.js'
import { ABOUT_BLANK } from '../../problem/static-members.js'
import { isTypeUri } from '../differences.js'
import { readDocument, type SentDocument } from './document.js'
import { brokenPromises } from './promises.js'
import type { BrokenPromise, UndeclaredAnswer } from './recorded.js'
import type { KnownRoute, PossibleProblem } from './routes.js'
import type { SentAnswer } from './sent-answer.js'

/** What an answer is: a problem of a route, or one that nobody declared. */
export type Judgement =
  | { readonly route: KnownRoute; readonly problem: PossibleProblem; readonly broken: readonly BrokenPromise[] }
  | { readonly route: KnownRoute; readonly undeclared: UndeclaredAnswer }

/**
 * Judges an answer of a route. There may be a second one, that of the same path for all methods, which has a say too. `undefined` where the answer is
 * declared, and nobody can tell which of several problems it is.
 */
export function judgeAnswer(
  answer: SentAnswer,
  isHead: boolean,
  routes: readonly [KnownRoute, ...KnownRoute[]],
  all: () => readonly KnownRoute[],
): Judgement | undefined {
  const { status } = answer
  const document = readDocument(answer, isHead)
  const [route] = routes
  const found = routes.flatMap((one) =>
    possibleProblems(document, status, one.problems).map((problem) => ({ route: one, problem })),
  )
  const [first, ...others] = found
  if (first !== undefined) {
    if (document.kind === 'unread' && others.length > 0) return undefined
    return { ...first, broken: brokenPromises(document, first.problem) }
  }
  const type = document.kind === 'problem' ? document.type : undefined
  const note = type === undefined ? document.is || 'an answer without its document' : explain(type, status, route, all)
  return { route, undeclared: { status, ...(type !== undefined && { type }), note, count: 1 } }
}

// The one that is meant comes first: by its type, by an earlier one, or as what stands for any.
function possibleProblems(
  { kind, type }: SentDocument,
  status: number,
  problems: readonly PossibleProblem[],
): readonly PossibleProblem[] {
  if (kind === 'other') return []
  const own = problems.filter((one) => one.status === status)
  const any = problems.filter((one) => one.status === undefined)
  if (kind === 'unread') return [...own, ...any]
  const typed = [
    ...own.filter((one) => isTypeUri(type, one.type)),
    ...own.filter(({ Class }) => definitionOf(Class)?.aliases.some((alias) => isTypeUri(type, alias))),
  ]
  return kind === 'problem' ? [...typed, ...any] : typed
}

// Says what is known of a problem that the route should not answer.
function explain(type: string, status: number, route: KnownRoute, all: () => readonly KnownRoute[]): string {
  const isType = (one: PossibleProblem): boolean => one.status !== undefined && isTypeUri(type, one.type)
  if (type === ABOUT_BLANK) {
    const [other] = route.problems.filter((one) => one.status === status)
    if (other !== undefined) return `a plain ${status} in place of ${other.name}`
  } else {
    const [other] = route.problems.filter(isType)
    if (other !== undefined) return `${other.name} is declared with ${other.status}`
  }
  const elsewhere = all().filter(({ problems }) => problems.some((one) => one.status === status && isType(one)))
  if (elsewhere.length === 0 || type === ABOUT_BLANK) return 'no route declares it'
  const names = elsewhere.slice(0, MOST_NAMED).map(({ method, path }) => `${method} ${path}`)
  return `declared for ${names.join(', ')}${elsewhere.length > MOST_NAMED ? ' and others' : ''} only`
}

const MOST_NAMED = 3
