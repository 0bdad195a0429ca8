/** What is known of the problems of an app's routes: what a walk through its routers gives. */
import type { ProblemClass } from '../define/problem-class.js'

/** A problem that a route may answer. */
export interface RouteProblem {
  readonly class: ProblemClass
  /** The type URI, as the class declares it. */
  readonly type: string
  /** `undefined` for `HttpProblem` itself, which stands for any status. */
  readonly status: number | undefined
  /** `declared` by `problems()`, or known of a `library` that stands in front of the route. */
  readonly source: 'declared' | 'library'
  /** Who says so, in words: `problems() in front of /orders`, `express.json()`. */
  readonly evidence: string
  /** The JSON Schema (2020-12) of members that the library adds to a problem of the class. */
  readonly members?: object
}

/** A route and what it may answer. */
export interface RouteRecord {
  /** In upper case; `*` for all methods. */
  readonly method: string
  /** As OpenAPI writes it: `/orders/{id}`. */
  readonly path: string
  readonly problems: readonly RouteProblem[]
}

/** A part of an app that cannot be read. */
export interface SkippedRoute {
  /** The method, where it is known. */
  readonly method?: string
  /** What is known of the path, such as the source of a RegExp behind the path of its router. */
  readonly path: string
  /** Why, and what to do. */
  readonly reason: string
}

/** The routes of an app in the order in which they were added, and what could not be read. */
export type RouteRecords = readonly RouteRecord[] & { readonly skipped: readonly SkippedRoute[] }
