/** What a class of problems says of all its instances in its static members: their type, their title and their name. */

import { defineHidden } from '../guard/bare.js'
import { read } from '../guard/read.js'

/** The type of a problem that means no more than its status code (RFC 9457 4.2.1). */
export const ABOUT_BLANK = 'about:blank'

// TypeScript shows keys in its messages.
type NoType = 'this class has no type of its own: see defineProblem()'

/** The static `type` of a class that sets none: a string, but none that says what a problem is about. */
export type PlainType = string & { readonly [Name in NoType]: true }

/** A static `type` that a class sets: any string. */
export type OwnType = string & { readonly [Name in NoType]?: never }

/** The type and the title of a class. */
export interface StaticMembers {
  readonly type: string
  /** The title; `undefined` means the phrase of the status. */
  readonly title: string | undefined
}

const known = new WeakMap<object, StaticMembers>()

/** Gives what a class says, and names its instances after it where it extends the class of the root. */
export function staticMembersOf(Class: { readonly prototype: object }, root: object): StaticMembers {
  // Read at the first instance: a class has its static members and its name by then.
  const before = known.get(Class)
  if (before !== undefined) return before
  nameAfterClass(Class, root)
  const members = readStaticMembers(Class)
  known.set(Class, members)
  return members
}

/** Reads the type and the title of whatever is a class of problems. */
export function readStaticMembers(Class: unknown): StaticMembers {
  const type = staticText(Class, 'type') ?? ABOUT_BLANK
  // RFC 9457 4.2.1: the title of about:blank is the phrase of the status.
  return { type, title: type === ABOUT_BLANK ? undefined : staticText(Class, 'title') }
}

/** Gives a class the name that its instances show. */
export function defineName(prototype: object, name: string): void {
  defineHidden(prototype, 'name', name, true)
}

function nameAfterClass(Class: { readonly prototype: object }, root: object): void {
  const { prototype } = Class
  // Reflect.construct() may name any class; only those that extend ours are named.
  if (!Object.prototype.isPrototypeOf.call(root, prototype)) return
  if (Object.hasOwn(prototype, 'name') || !Object.isExtensible(prototype)) return
  const name = staticText(Class, 'name')
  if (name !== undefined) defineName(prototype, name)
}

/** Reads a static text; an empty one counts as none. */
export function staticText(Class: unknown, name: 'type' | 'title' | 'name'): string | undefined {
  const text = read(Class, name)
  return typeof text === 'string' && text !== '' ? text : undefined
}
