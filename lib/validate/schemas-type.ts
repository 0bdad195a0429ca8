/** The schemas of a request, and the types of what they let through. */
import type { FromSchema } from '../define/from-schema.js'
import type { PartName } from './place.js'

/** A schema of another library (standardschema.dev): zod, valibot, arktype and many others. */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => unknown
    readonly types?: { readonly output: Output } | undefined
  }
}

// Not Record<string, unknown>: an interface, as TypeBox has for its JSON Schemas, is none to TypeScript. The rest is checked at start-up.
/** A JSON Schema (2020-12), or a schema of another library. */
export type RequestSchema = object

/** A schema for each part of a request that is validated. */
export interface RequestSchemas {
  /** The parsed body: a body parser runs before. */
  readonly body?: RequestSchema
  /** The parameters behind the `?`. */
  readonly query?: RequestSchema
  /** The parameters of the route's path. */
  readonly params?: RequestSchema
  /** The header fields, by their names in lower case. */
  readonly headers?: RequestSchema
  readonly cookies?: RequestSchema
}

/**
 * Refuses names that are no part of a request, and a schema in the place of the parts. Where the names are not known, as in a wrapper of
 * `validate()`, they are checked at start-up.
 */
export type OnlyParts<Schemas> = {
  readonly fitting: unknown
  readonly strange: { readonly [Name in Exclude<keyof Schemas, PartName>]: never }
}[NamesOf<Schemas>]

// `Schemas extends unknown` makes TypeScript decide by the constraint of a type parameter, so that one which extends RequestSchemas fits.
type NamesOf<Schemas> = Schemas extends unknown
  ? string extends keyof Schemas
    ? 'fitting'
    : [Exclude<keyof Schemas, PartName>] extends [never]
      ? 'fitting'
      : 'strange'
  : never

/** What came through the schemas: converted, with defaults. */
export type Validated<Schemas extends RequestSchemas> = {
  readonly [Name in keyof Schemas & PartName]: OutputOf<Schemas[Name]>
}

/** What a schema lets through. */
type OutputOf<Schema> = Schema extends { readonly '~standard': { readonly types?: infer Types } }
  ? NonNullable<Types> extends { readonly output: infer Output }
    ? Output
    : unknown
  : WithDefaults<Schema>

// A property with a default is always there.
type WithDefaults<Schema> = Schema extends { readonly type: 'object'; readonly properties: infer Properties }
  ? Flat<FromSchema<Schema> & { -readonly [Name in DefaultedIn<Properties>]: FromSchema<Properties[Name]> }>
  : FromSchema<Schema>

type DefaultedIn<Properties> = {
  [Name in keyof Properties]: Properties[Name] extends { readonly default: unknown } ? Name : never
}[keyof Properties]

// `& {}` makes editors show the members, and not how they came together.
type Flat<Members> = { [Name in keyof Members]: Members[Name] } & {}
