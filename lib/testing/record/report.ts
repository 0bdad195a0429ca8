/** Makes the report of what was recorded: what was declared, what of it was seen, what was not, and what nobody declared. */
import { own } from '../../../schemas/json.js'
import type { SkippedRoute } from '../../routes/record.js'
import {
  type BrokenPromise,
  problemKey,
  type RecordedProblem,
  type RecordedProblems,
  type RecordedRoute,
  type UndeclaredAnswer,
  type UnroutedAnswer,
} from './recorded.js'
import { summaryOf } from './summary.js'

type OfRoute<Item> = Pick<RecordedRoute, 'method' | 'path'> & Item

/** A problem of a route, and how often it was seen. */
export type ReportedProblem = OfRoute<Omit<RecordedProblem, 'broken'>>

/** An error of a route that nobody declared. */
export type ReportedAnswer = OfRoute<UndeclaredAnswer>

/** In what a problem of a route was not as its class promises. */
export type ReportedPromise = OfRoute<BrokenPromise> & Pick<RecordedProblem, 'name' | 'status'>

/** What a recorder found out. */
export interface ProblemReport {
  /** The name of the app. */
  readonly name: string
  /** What `problems()` declares, route by route. */
  readonly declared: readonly ReportedProblem[]
  /** What was answered of that. A declaration in front of several routes is seen on all of them when one has answered the problem. */
  readonly seen: readonly ReportedProblem[]
  /** What was never answered of that. */
  readonly neverSeen: readonly ReportedProblem[]
  /** What routes answered although nobody declares it. */
  readonly undeclared: readonly ReportedAnswer[]
  /** Members and header fields that were promised and not sent, or not as they were promised. */
  readonly broken: readonly ReportedPromise[]
  /** What was seen of problems that libraries answer, or that may be answered everywhere: whether tests see these is no matter. */
  readonly others: readonly ReportedProblem[]
  /** Errors that no route answered. */
  readonly unrouted: readonly UnroutedAnswer[]
  /** Parts of the app whose routes cannot be read. */
  readonly skipped: readonly SkippedRoute[]
  /** All of it in one line. */
  readonly summary: string
}

/** Makes the report. */
export function reportOf({ name, routes, unrouted, skipped }: RecordedProblems): ProblemReport {
  const all = routes.flatMap(({ method, path, problems }) =>
    problems.map(({ broken: _, ...problem }): ReportedProblem => ({ method, path, ...problem })),
  )
  const declared = all.filter(({ source }) => source === 'declared')
  const answered = new Set(declared.filter(({ seen }) => seen > 0).map(declarationKey))
  const isSeen = (problem: ReportedProblem): boolean => answered.has(declarationKey(problem))
  const found = {
    name,
    declared,
    seen: declared.filter(isSeen),
    neverSeen: declared.filter((problem) => !isSeen(problem)),
    undeclared: routes.flatMap(({ method, path, undeclared }) => undeclared.map((answer) => ({ method, path, ...answer }))),
    broken: routes.flatMap(({ method, path, problems }) =>
      problems.flatMap((problem) => {
        const status = own(problem, 'status')
        const of = { method, path, name: problem.name, ...(status !== undefined && { status }) }
        return problem.broken.map((one) => ({ ...of, ...one }))
      }),
    ),
    others: all.filter(({ source, seen }) => source !== 'declared' && seen > 0),
    unrouted,
    skipped,
  }
  return { ...found, summary: summaryOf(found) }
}

// What stands in front of several routes says the same words of each.
function declarationKey(problem: ReportedProblem): string {
  return `${problem.evidence} ${problemKey(problem)}`
}
