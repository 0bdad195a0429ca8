/** What a recorder has heard, as plain data: it is what a shard holds, and what shards are merged to. */
import { own } from '../../../schemas/json.js'
import type { SkippedRoute } from '../../routes/record.js'

/** The mark of a shard, with the version of its form. */
export const SHARD_FORMAT = 'http-problems/record/1'

/** What was declared and what was answered, as JSON holds it: one shard of a test run, or several that were merged. */
export interface RecordedProblems {
  readonly format: typeof SHARD_FORMAT
  /** The name of the app. */
  readonly name: string
  readonly routes: readonly RecordedRoute[]
  /** Errors that no route answered, such as the 404 of an unknown path. */
  readonly unrouted: readonly UnroutedAnswer[]
  /** Parts of the app whose routes cannot be read. */
  readonly skipped: readonly SkippedRoute[]
}

/** A route with its problems. */
export interface RecordedRoute {
  /** In upper case; `*` for all methods. */
  readonly method: string
  /** As OpenAPI writes it: `/orders/{id}`. */
  readonly path: string
  /** What the route may answer. */
  readonly problems: readonly RecordedProblem[]
  /** What it answered although nobody declared it. */
  readonly undeclared: readonly UndeclaredAnswer[]
}

/** A problem that a route may answer, and what was seen of it. */
export interface RecordedProblem {
  /** The name of the class. */
  readonly name: string
  readonly type: string
  /** The status; none for `HttpProblem` itself, which stands for any. */
  readonly status?: number
  /** `declared` by `problems()`, known of a `library` in front of the route, or allowed `everywhere` by the option. */
  readonly source: 'declared' | 'library' | 'everywhere'
  /** Who says that the route may answer it. */
  readonly evidence: string
  /** How often it was answered. */
  readonly seen: number
  /** In what the answers were not as the class promises. */
  readonly broken: readonly BrokenPromise[]
}

/** One way in which answers were not as their class promises. */
export interface BrokenPromise {
  /** A member of the document as a JSON Pointer, such as `/seat`, or the name of a header field. */
  readonly place: string
  readonly expected: string
  /** What came: the kind of the value, or `nothing`. */
  readonly got: string
  /** How often. */
  readonly count: number
}

/** An error that a route answered and nobody declared. */
export interface UndeclaredAnswer {
  readonly status: number
  /** The type URI; none where the answer was no problem document. */
  readonly type?: string
  /** What the answer was, or where its problem is declared, in words. */
  readonly note: string
  /** How often. */
  readonly count: number
}

/** An error that no route answered. */
export interface UnroutedAnswer {
  readonly method: string
  readonly path: string
  readonly status: number
  /** How often. */
  readonly count: number
}

/** Tells apart the problems of a route. */
export function problemKey(problem: Pick<RecordedProblem, 'name' | 'type'> & { readonly status?: number | undefined }): string {
  return JSON.stringify([problem.name, problem.type, own(problem, 'status')])
}
