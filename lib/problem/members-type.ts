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

// How many alternatives and lists inside each other are followed; a literal ends by itself, the type of any schema does not.
type Deepest = 12

interface PrimitiveTypes {
  string: string
  number: number
  integer: number
  boolean: boolean
  null: null
}

/** The type of the values that a JSON Schema literal describes: object, array, enum, const, oneOf, anyOf, lists of types; the rest is `unknown`. */
export type FromSchema<Schema, Depth extends 0[] = []> = Schema extends { readonly type: infer Type extends keyof PrimitiveTypes }
  ? Schema extends NarrowingSchema
    ? PrimitiveTypes[Type] & FromAlternatives<Schema, Depth>
    : PrimitiveTypes[Type]
  : Schema extends NarrowingSchema
    ? FromType<Schema, Depth> & FromAlternatives<Schema, Depth>
    : FromType<Schema, Depth>

type NarrowingSchema =
  | { readonly const: unknown }
  | { readonly enum: readonly unknown[] }
  | { readonly oneOf: readonly unknown[] }
  | { readonly anyOf: readonly unknown[] }

type FromAlternatives<Schema, Depth extends 0[]> = Depth['length'] extends Deepest
  ? unknown
  : Schema extends { readonly const: infer Value }
    ? Value
    : Schema extends { readonly enum: readonly (infer Value)[] }
      ? Value
      : Schema extends { readonly oneOf: readonly (infer One)[] }
        ? FromSchema<One, [...Depth, 0]>
        : Schema extends { readonly anyOf: readonly (infer One)[] }
          ? FromSchema<One, [...Depth, 0]>
          : unknown

// A list of types is a union: `Type` is a naked parameter of OneType.
type FromType<Schema, Depth extends 0[]> = Schema extends { readonly type: infer Type }
  ? OneType<Schema, Type extends readonly (infer One)[] ? One : Type, Depth>
  : unknown

type OneType<Schema, Type, Depth extends 0[]> = Type extends keyof PrimitiveTypes
  ? PrimitiveTypes[Type]
  : Type extends 'array'
    ? Schema extends { readonly items: infer Items }
      ? Depth['length'] extends Deepest
        ? unknown[]
        : FromSchema<Items, [...Depth, 0]>[]
      : unknown[]
    : Type extends 'object'
      ? FromObject<Schema>
      : unknown

// Members of an object are read when they are needed, so they need no count.
type FromObject<Schema> = Schema extends { readonly properties: infer Properties }
  ? Schema extends { readonly required: readonly (infer Name)[] }
    ? Flat<
        { -readonly [Key in keyof Properties & Name]: FromSchema<Properties[Key]> } & {
          -readonly [Key in Exclude<keyof Properties, Name>]?: FromSchema<Properties[Key]>
        }
      >
    : { -readonly [Key in keyof Properties]?: FromSchema<Properties[Key]> }
  : { [name: string]: Schema extends { readonly additionalProperties: infer Items } ? FromSchema<Items> : unknown }

type Flat<Members> = { [Name in keyof Members]: Members[Name] }
