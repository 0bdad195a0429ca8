/** The report of a recorder, as plain data. */
import type { SkippedRoute } from '../../routes/record.js'
import type { BrokenPromise, RecordedProblem, RecordedRoute, UndeclaredAnswer, UnroutedAnswer } from './recorded.js'

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
