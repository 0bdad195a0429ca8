/** The schemas that a declaration takes for the members of a problem type, and the types of the members that they describe. */

import type { StandardMember } from '../problem/members.js'
import type { FromSchema } from './from-schema.js'

/** A JSON Schema for the members of a problem type: an object whose properties are top-level members of the document. */
export interface MembersSchema {
  readonly type: 'object'
  readonly properties: { readonly [name: string]: unknown } & { readonly [Name in StandardMember | '__proto__']?: never }
  readonly required?: readonly string[]
  readonly [keyword: string]: unknown
}

/** A schema of another library that can give its JSON Schema (standardschema.dev): zod 4, valibot, arktype. */
export interface StandardMembersSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly types?: { readonly output: Output } | undefined
    // Each library has its own type for the options, and takes what it has.
    readonly jsonSchema: { readonly output: (options: never) => Record<string, unknown> }
  }
}

/** The members that a schema describes. */
export type MembersOf<Schema> = Schema extends { readonly '~standard': { readonly types?: infer Types } }
  ? NonNullable<Types> extends { readonly output: infer Output }
    ? Output
    : never
  : Schema extends MembersSchema
    ? FromSchema<Schema>
    : NoMembers

/** What a problem type without members has. */
// biome-ignore lint/complexity/noBannedTypes: the type of an object without known keys, which `Record<string, never>` is not.
export type NoMembers = {}
