/** Finds the class that a response's problem becomes an instance of, among those that an app knows. */

import { own } from '../../schemas/json.js'
import type { ProblemClass } from '../define/problem-class.js'
import { listOf, read } from '../guard/read.js'
import { normalUri } from './received-uri.js'

/** Finds the class of a type URI; `about:blank` means the class of the status. */
export function classOf(
  type: string,
  status: number,
  base: string | undefined,
  classes: readonly ProblemClass[],
): ProblemClass | undefined {
  const wanted = normalUri(type, base)
  const known = classes.filter((Class) => urisOf(Class).some((uri) => normalUri(uri, base) === wanted))
  // Types with one URI are told by their status. Else the type counts (RFC 9457 3.1.1), since gateways change statuses.
  const exact = known.find((Class) => read(Class, 'status') === status)
  return exact ?? (type === 'about:blank' ? undefined : known[0])
}

function urisOf(Class: ProblemClass): readonly string[] {
  const uris = [read(Class, 'type'), ...listOf(read(read(Class, 'definition'), 'aliases'))]
  return uris.filter((uri) => typeof uri === 'string')
}

/** Tells whether a member has the type that the declaration of its class names (RFC 9457 3.1: one of another type is ignored). */
export function isDeclaredMember(Class: ProblemClass | undefined, name: string, value: unknown): boolean {
  const properties = read(read(read(Class, 'definition'), 'members'), 'properties')
  const schema = properties === undefined ? undefined : own(properties as Readonly<Record<string, unknown>>, name)
  const type = read(schema, 'type')
  const types = typeof type === 'string' ? [type] : listOf(type)
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  return types.length === 0 || types.includes(kind) || (types.includes('integer') && Number.isInteger(value))
}
