/** The classes that an app shares with a server. */

import type { DeclaredClass } from '../define/definition.js'
import type { ProblemClass } from '../define/problem-class.js'
import { given } from '../guard/given.js'
import { normalUri } from './received-uri.js'

/** A class of problems, which may have a declaration. */
export type SharedClass = ProblemClass & Partial<DeclaredClass>

/** Finds the class of a type URI; `about:blank` means the class of the status. */
export function classOf(
  type: string,
  status: number,
  base: string | undefined,
  classes: readonly SharedClass[],
): SharedClass | undefined {
  const known = classes.filter((Class) =>
    [Class.type, ...(Class.definition?.aliases ?? [])].some((uri) => normalUri(uri, base) === normalUri(type, base)),
  )
  // Types with one URI are told by their status. Else the type counts (RFC 9457 3.1.1), since gateways change statuses.
  return known.find((Class) => Class.status === status) ?? (type === 'about:blank' ? undefined : known[0])
}

/** Gives the schema that the declaration of a class has for a member. */
export function memberSchema(Class: SharedClass | undefined, name: PropertyKey): unknown {
  return given(Class?.definition?.members?.['properties'], name)
}

/** Tells whether a member may have the type that the declaration of its class names (RFC 9457 3.1: one of another type is ignored). */
export function isDeclared(Class: SharedClass, name: string, value: unknown): boolean {
  const type = given(memberSchema(Class, name), 'type')
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  return typeof type !== 'string' || type.replace('integer', 'number') === kind
}
