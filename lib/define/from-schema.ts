/** Reads the type of a value from its JSON Schema literal. A mapping of our own: no type library in our declarations. */

// How many alternatives and lists inside each other are followed; a literal ends by itself, the type of any schema does not.
type Deepest = 12

interface PrimitiveTypes {
  string: string
  number: number
  integer: number
  boolean: boolean
  null: null
}

/**
 * The type of the values that a JSON Schema literal describes: object, array, tuple, enum, const, oneOf, anyOf, nullable, lists of types, true
 * and false; the rest is `unknown`. It promises nothing that the schema does not check.
 */
export type FromSchema<Schema, Depth extends 0[] = []> = Schema extends { readonly type: infer Type extends keyof PrimitiveTypes }
  ? Schema extends NarrowingSchema
    ? (PrimitiveTypes[Type] | NullOf<Schema>) & FromAlternatives<Schema, Depth>
    : PrimitiveTypes[Type] | NullOf<Schema>
  : Schema extends NarrowingSchema
    ? FromType<Schema, Depth> & FromAlternatives<Schema, Depth>
    : FromType<Schema, Depth>

type NarrowingSchema =
  | { readonly const: unknown }
  | { readonly enum: readonly unknown[] }
  | { readonly oneOf: readonly unknown[] }
  | { readonly anyOf: readonly unknown[] }

// `nullable` counts beside a type only, as OpenAPI 3.0 has it. What a schema that is no literal says of it, nobody knows.
type NullOf<Schema> = Schema extends { readonly nullable: infer Nullable } ? (true extends Nullable ? null : never) : never

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
  ? OneType<Schema, Type extends readonly (infer One)[] ? One : Type, Depth> | NullOf<Schema>
  : Schema extends false
    ? never
    : unknown

type OneType<Schema, Type, Depth extends 0[]> = Type extends keyof PrimitiveTypes
  ? PrimitiveTypes[Type]
  : Type extends 'array'
    ? FromArray<Schema, Depth>
    : Type extends 'object'
      ? FromObject<Schema>
      : unknown

type FromArray<Schema, Depth extends 0[]> = Depth['length'] extends Deepest
  ? unknown[]
  : Schema extends { readonly prefixItems: infer Prefix }
    ? FromTuple<Prefix, RestOf<Schema, Depth>, LeastOf<Schema>, [...Depth, 0]>
    : Schema extends { readonly items: infer Items }
      ? FromSchema<Items, [...Depth, 0]>[]
      : unknown[]

// Behind the items that `prefixItems` describes, `items` says what may come.
type RestOf<Schema, Depth extends 0[]> = Schema extends { readonly items: infer Items }
  ? [Items] extends [false]
    ? []
    : FromSchema<Items, [...Depth, 0]>[]
  : unknown[]

type LeastOf<Schema> = Schema extends { readonly minItems: infer Least extends number } ? (number extends Least ? 0 : Least) : 0

// `prefixItems` does not ask for as many items, `minItems` does.
type FromTuple<Prefix, Rest extends unknown[], Least, Depth extends 0[], Before extends 0[] = []> = Prefix extends readonly [
  infer First,
  ...infer Others,
]
  ? Before['length'] extends Least
    ? FollowedBy<OptionalItems<Prefix, Depth>, Rest>
    : [FromSchema<First, Depth>, ...FromTuple<Others, Rest, Least, Depth, [...Before, 0]>]
  : Prefix extends readonly []
    ? Rest
    : unknown[]

// TypeScript 5.2 does not see that a mapped list is one.
type FollowedBy<Start, Rest extends unknown[]> = Start extends unknown[] ? [...Start, ...Rest] : never

type OptionalItems<Prefix extends readonly unknown[], Depth extends 0[]> = {
  -readonly [Index in keyof Prefix]?: FromSchema<Prefix[Index], Depth>
}

// Members of an object are read when they are needed, so they need no count.
type FromObject<Schema> = Schema extends { readonly properties: infer Properties }
  ? Schema extends { readonly required: readonly (infer Name)[] }
    ? Flat<
        { -readonly [Key in keyof Properties & Known<Name>]: FromSchema<Properties[Key]> } & {
          -readonly [Key in Exclude<keyof Properties, Known<Name>>]?: FromSchema<Properties[Key]>
        }
      >
    : { -readonly [Key in keyof Properties]?: FromSchema<Properties[Key]> }
  : { [name: string]: Additional<Schema> | Patterned<Schema> }

// The names of a list that is no literal are not known.
type Known<Name> = string extends Name ? never : Name

type Additional<Schema> = Schema extends { readonly additionalProperties: infer Others } ? FromSchema<Others> : unknown

// A member whose name fits a pattern is no additional one.
type Patterned<Schema> = Schema extends { readonly patternProperties: infer Patterns }
  ? FromSchema<Patterns[keyof Patterns]>
  : never

type Flat<Members> = { [Name in keyof Members]: Members[Name] }
