/** The routes of an app, as a recorder looks them up. */
import { own } from '../../../schemas/json.js'
import { classNameOf, type ProblemClass } from '../../define/problem-class.js'
import { read } from '../../guard/read.js'
import type { RouteProblem, RouteRecords, SkippedRoute } from '../../routes/record.js'
import type { KnownProblem, RouteName } from './book.js'
import { findTemplate, type Template, templateOf } from './templates.js'

/** A problem that a route may answer, with its class. */
export interface PossibleProblem extends Omit<KnownProblem, 'status'> {
  readonly Class: ProblemClass
  readonly status: number | undefined
  /** The schema of what a library adds. */
  readonly members: object | undefined
}

/** A route, and what it may answer. */
export interface KnownRoute extends RouteName {
  readonly problems: readonly PossibleProblem[]
}

/** What a router says about a request. */
export interface RoutedRequest {
  readonly method: string
  /** Where the request may have gone: the path that came, and the one that the app made of it. */
  readonly paths: readonly string[]
  /** The path of the route, as the router writes it. */
  readonly named: string | undefined
}

interface Place extends Template {
  readonly routes: Map<string, KnownRoute>
}

/** The routes of an app. */
export class Routes {
  readonly skipped: readonly SkippedRoute[]
  readonly #places = new Map<string, Place>()

  constructor(records: RouteRecords) {
    this.skipped = Array.isArray(read(records, 'skipped')) ? records.skipped : []
    for (const { method, path, problems } of records) {
      const place = this.#places.get(path) ?? { ...templateOf(path), routes: new Map<string, KnownRoute>() }
      const known = place.routes.get(method)
      // A route may be there twice, each time with a part of its handlers.
      place.routes.set(method, { method, path, problems: [...(known?.problems ?? []), ...problems.map(possible)] })
      this.#places.set(path, place)
    }
  }

  /** Lists the routes. */
  readonly all = (): readonly KnownRoute[] => [...this.#places.values()].flatMap(({ routes }) => [...routes.values()])

  /** Finds the route of a request: the one of its method, then the one of all methods. */
  find({ method, paths, named }: RoutedRequest): readonly KnownRoute[] {
    const names = method === 'HEAD' ? ['HEAD', 'GET'] : [method]
    const places = [...this.#places.values()].filter(({ routes }) => [...names, '*'].some((name) => routes.has(name)))
    for (const path of paths) {
      const routes = findTemplate(path, places, named)?.routes
      if (routes === undefined) continue
      const ofMethod = names.flatMap((name) => routes.get(name) ?? []).slice(0, 1)
      return [...ofMethod, ...[routes.get('*')].flatMap((route) => route ?? [])]
    }
    return []
  }
}

function possible(problem: RouteProblem): PossibleProblem {
  const { class: Class, type, status, source, evidence } = problem
  return { Class, name: classNameOf(Class), type, status, source, evidence, members: own(problem, 'members') }
}

/** Makes what every route may answer of a class. */
export function possibleEverywhere(Class: ProblemClass): PossibleProblem {
  const { type, status } = Class
  return {
    Class,
    name: classNameOf(Class),
    type,
    status,
    source: 'everywhere',
    evidence: 'options.everywhere',
    members: undefined,
  }
}
