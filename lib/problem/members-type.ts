/** Reads the types of a problem's members from their JSON Schema literal, or from a Standard Schema. A mapping of our own: no type library in our declarations. */
import type { StandardMember } from './members.js'

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
    // biome-ignore lint/suspicious/noExplicitAny: each library has its own type for the options.
    readonly jsonSchema: { readonly output: (options: any) => Record<string, unknown> }
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

// The depth that is followed; deeper schemas are `unknown`, which any value fits.
type Deepest = 12

interface PrimitiveTypes {
  string: string
  number: number
  integer: number
  boolean: boolean
  null: null
}

/** The type of the values that a JSON Schema literal describes: object, array, enum, const, oneOf, anyOf, lists of types; the rest is `unknown`. */
export type FromSchema<Schema, Depth extends 0[] = []> = Depth['length'] extends Deepest
  ? unknown
  : Schema extends { readonly const: infer Value }
    ? Value
    : Schema extends { readonly enum: readonly (infer Value)[] }
      ? Value
      : Schema extends { readonly oneOf: readonly (infer One)[] }
        ? FromSchema<One, [...Depth, 0]>
        : Schema extends { readonly anyOf: readonly (infer One)[] }
          ? FromSchema<One, [...Depth, 0]>
          : Schema extends { readonly type: infer Type }
            ? FromType<Schema, Type, Depth>
            : unknown

type FromType<Schema, Type, Depth extends 0[]> = Type extends readonly (infer One)[]
  ? One extends unknown
    ? FromSchema<Omit<Schema, 'type'> & { readonly type: One }, [...Depth, 0]>
    : never
  : Type extends keyof PrimitiveTypes
    ? PrimitiveTypes[Type]
    : Type extends 'array'
      ? Schema extends { readonly items: infer Items }
        ? FromSchema<Items, [...Depth, 0]>[]
        : unknown[]
      : Type extends 'object'
        ? FromObject<Schema, Depth>
        : unknown

type Flat<Members> = { [Name in keyof Members]: Members[Name] }
type PropertiesOf<Schema> = Schema extends { readonly properties: infer Properties } ? Properties : NoMembers
type RequiredOf<Schema> = Schema extends { readonly required: readonly (infer Name)[] } ? Name : never
type FromObject<Schema, Depth extends 0[]> = Flat<
  {
    -readonly [Name in keyof PropertiesOf<Schema> as Name extends RequiredOf<Schema> ? Name : never]: FromSchema<
      PropertiesOf<Schema>[Name],
      [...Depth, 0]
    >
  } & {
    -readonly [Name in keyof PropertiesOf<Schema> as Name extends RequiredOf<Schema> ? never : Name]?: FromSchema<
      PropertiesOf<Schema>[Name],
      [...Depth, 0]
    >
  }
>
