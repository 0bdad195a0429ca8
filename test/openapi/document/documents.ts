/** Documents and records of routes, for the tests of what merges them. */
import type { ProblemClass, RouteProblem, RouteRecord } from '../../../lib/openapi/index.js'

export const versions = ['3.0.4', '3.1.2', '3.2.0'] as const

/** An object of a document, as far as a test looks into it. */
// biome-ignore lint/suspicious/noExplicitAny: a test names the way to what it looks at, and a wrong one fails.
export type Json = any

/** Makes the problem of a route. */
export function problem(Class: ProblemClass, members?: object): RouteProblem {
  return {
    class: Class,
    type: Class.type,
    status: Class.status,
    source: members === undefined ? 'declared' : 'library',
    evidence: 'problems()',
    ...(members !== undefined && { members }),
  }
}

/** Makes a record of `GET /orders/{id}` and the like. */
export function route(name: string, ...problems: readonly (ProblemClass | RouteProblem)[]): RouteRecord {
  const [method, path] = partsOf(name)
  return { method, path, problems: problems.map((one) => ('evidence' in one ? one : problem(one))) }
}

/** Makes a document with operations, each with its responses. */
export function api(operations: Readonly<Record<string, object | undefined>>, more: object = {}, version = '3.1.2'): Json {
  const paths: Json = {}
  for (const [name, responses] of Object.entries(operations)) {
    const [method, path] = partsOf(name)
    paths[path] = { ...paths[path], [method.toLowerCase()]: { ...(responses !== undefined && { responses }) } }
  }
  return { openapi: version, info: { title: 'Orders', version: '1' }, paths, ...more }
}

export const OK = { 200: { description: 'Here it is.' } }

/** Makes a response with a schema for one media type. */
export function response(schema?: object, mediaType = 'application/problem+json'): object {
  return { description: 'By hand.', content: { [mediaType]: schema === undefined ? {} : { schema } } }
}

function partsOf(name: string): readonly [method: string, path: string] {
  const end = name.indexOf(' ')
  return [name.slice(0, end), name.slice(end + 1)]
}
