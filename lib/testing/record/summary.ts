/** Puts a report into words: each finding in a line, and all of it in one. */
import { own } from '../../../schemas/json.js'
import { visible } from '../../guard/visible.js'
import type { ProblemReport, ReportedAnswer, ReportedProblem, ReportedPromise } from './reported.js'

type Found = Omit<ProblemReport, 'summary'>

/** The kinds of findings, each with the lines that tell of it. */
export const findingLines: {
  readonly [Kind in 'undeclared' | 'broken' | 'neverSeen']: (report: Found) => readonly string[]
} = {
  undeclared: ({ undeclared }) => undeclared.map(lineOfAnswer),
  broken: ({ broken }) => broken.map(lineOfPromise),
  neverSeen: ({ neverSeen }) =>
    neverSeen.map((problem) => visible(`${nameOf(problem)} ${problem.name}: never seen; ${problem.evidence}`)),
}

// A line of a terminal or a log; the report has all.
const MOST_NAMED = 10

/** Writes the line with which a test run ends. */
export function summaryOf({ name, declared, seen, undeclared, broken, neverSeen }: Found): string {
  const parts = [
    `${seen.length} of ${declared.length} declared problems seen`,
    `${undeclared.length} undeclared`,
    ...(broken.length > 0 ? [`${broken.length} not as declared`] : []),
  ]
  const names = neverSeen.slice(0, MOST_NAMED).map((problem) => shortName(problem, neverSeen))
  const more = neverSeen.length - names.length
  const rest = names.length === 0 ? '' : `; never seen: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return visible(`${name}: ${parts.join(', ')}${rest}`)
}

// Where a route has two problems with one status, their names tell them apart.
function shortName(problem: ReportedProblem, all: readonly ReportedProblem[]): string {
  const same = all.filter((other) => nameOf(other) === nameOf(problem))
  return same.length > 1 ? `${nameOf(problem)} ${problem.name}` : nameOf(problem)
}

function nameOf(problem: Pick<ReportedProblem, 'method' | 'path' | 'status'>): string {
  return `${problem.method} ${problem.path} ${own(problem, 'status') ?? 'any'}`
}

function lineOfAnswer(answer: ReportedAnswer): string {
  const type = own(answer, 'type')
  return visible(`${nameOf(answer)}${type === undefined ? '' : ` ${type}`}: undeclared; ${answer.note} (${times(answer.count)})`)
}

function lineOfPromise(promise: ReportedPromise): string {
  const { name, place, expected, got, count } = promise
  return visible(`${nameOf(promise)} ${name}: ${place}: expected ${expected}, got ${got} (${times(count)})`)
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
