/** What a declared problem type is, as data. */

import { defineHidden } from '../guard/bare.js'
import { read } from '../guard/read.js'
import type { FieldValue } from '../problem/fields/field-value.js'
import type { ErrorStatus } from '../status/codes.js'

/** What a client may do about a problem. */
export interface RetryAdvice {
  /**
   * `never`: the same request fails again. `idempotent`: an idempotent request may be repeated. `always`: every request may.
   * `after-change`: when something was changed, such as the request or what it needs.
   */
  readonly when: 'never' | 'idempotent' | 'always' | 'after-change'
  /** Seconds to wait, sent as Retry-After (RFC 9110 10.2.3). */
  readonly afterSeconds?: number
}

/** A header field that a problem type may carry; its value is given with `headers` when a problem is made. */
export interface DocumentedField {
  readonly description: string
}

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A declared problem type: checked, frozen, the same for every instance. Classes carry it as `definition`; documents, validators and clients are derived from it. */
export interface ProblemDefinition {
  /** The class name, and the name of its component in an OpenAPI document. */
  readonly name: string
  /** The URI reference that identifies the type (RFC 9457 3.1.1). */
  readonly type: string
  readonly status: ErrorStatus
  readonly title: string
  /** The JSON Schema of the extension members, an object; a Standard Schema has given its own. Without one the type has no members. */
  readonly members: JsonSchema | undefined
  /** What the type says about all its occurrences, for people (CommonMark). */
  readonly description: string | undefined
  /** Fields with their value, sent with every occurrence, or with their description only. */
  readonly headers: Readonly<Record<string, FieldValue | DocumentedField>>
  readonly retry: RetryAdvice | undefined
  readonly cacheControl: string | undefined
  /** Members of typical occurrences. */
  readonly examples: readonly Readonly<Record<string, unknown>>[]
  readonly deprecated: boolean
  /** Earlier type URIs of the same problem. */
  readonly aliases: readonly string[]
}

/** A class with its definition, seen from those who derive something of it. */
export interface DeclaredClass {
  readonly definition: ProblemDefinition
}

// A protocol version, as that of the classes: definitions of every copy of the package are recognised.
const MARK = Symbol.for('http-problems/1/definition')

// A hidden property: it says how the schema of the members is read, and not what the definition is.
const FROM_LIBRARY = Symbol.for('http-problems/1/from-library')

/** Where an instance keeps the detail that its declaration made of its members. */
export const TOLD = Symbol.for('http-problems/1/told')

/** Marks a checked definition and freezes it. Its members may come from a schema library. */
export function sealDefinition(definition: ProblemDefinition, hasLibrary = false): ProblemDefinition {
  defineHidden(definition, MARK, true)
  defineHidden(definition, FROM_LIBRARY, hasLibrary)
  return Object.freeze(definition)
}

/** Tells whether a library, such as zod, has written the JSON Schema of the members. Never throws. */
export function isFromLibrary(definition: object): boolean {
  return read(definition, FROM_LIBRARY) === true
}

/** Gives the definition of a declared class or of one of its instances, of any copy of the package; `undefined` for everything else. Never throws. */
export function definitionOf(value: unknown): ProblemDefinition | undefined {
  if (typeof value === 'function') return marked(read(value, 'definition'))
  const definition = marked(read(read(value, 'constructor'), 'definition'))
  // An instance that was given another type afterwards has other members.
  return definition !== undefined && read(value, 'type') === read(definition, 'type') ? definition : undefined
}

function marked(definition: unknown): ProblemDefinition | undefined {
  return definition !== undefined && read(definition, MARK) === true ? (definition as ProblemDefinition) : undefined
}

/** Freezes a value with all that it holds. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const item of Object.values(Object.freeze(value))) deepFreeze(item)
  return value
}
