/** What is particular about the libraries whose schemas describe members: what to ask them for, and where they keep the schema of a member. */
import { isRecord, itemsOf, read } from './read.js'

type Convert = (schema: object, libraryOptions: object) => unknown

/** One library. */
export interface SchemaLibrary {
  /** Options besides the dialect, in the library's own words. */
  readonly options: object
  /** Names the first member that JSON Schema cannot express, such as `.order.paidAt`; empty where it is not found. */
  readonly culprit: (schema: object, convert: Convert) => string
}

/** Gives the library that calls itself so, if it is one of those that we know. */
export function libraryOf(vendor: unknown): SchemaLibrary | undefined {
  return libraries.get(vendor)
}

// By default zod closes what it puts out, since it strips what it does not know. What we send is not stripped:
// a handler may add members, and clients must ignore those that they do not know (RFC 9457 3.2).
function openObject({ zodSchema, jsonSchema }: { readonly zodSchema: unknown; readonly jsonSchema: object }): void {
  const definition = read(read(zodSchema, '_zod'), 'def')
  if (read(definition, 'type') === 'object' && read(definition, 'catchall') === undefined)
    Reflect.deleteProperty(jsonSchema, 'additionalProperties')
}

const zodOptions = { override: openObject }

// arktype writes `{}`, which everything fits, for what JSON cannot carry.
function refuse({ code }: { readonly code: unknown }): never {
  throw new Error(`JSON Schema has nothing for what arktype calls "${String(code)}"`)
}

const arktypeOptions = {
  fallback: { date: refuse, domain: refuse, morph: refuse, proto: refuse, symbolKey: refuse, unit: refuse },
}

const libraries: ReadonlyMap<unknown, SchemaLibrary> = new Map([
  ['zod', { options: zodOptions, culprit: (schema, convert) => pathTo(schema, fails(convert, zodOptions)) }],
  ['arktype', { options: arktypeOptions, culprit: (schema, convert) => pathTo(schema, fails(convert, arktypeOptions)) }],
  ['valibot', { options: {}, culprit: valibotCulprit }],
] satisfies [string, SchemaLibrary][])

type IsBroken = (schema: unknown) => boolean

function fails(convert: Convert, options: object): IsBroken {
  return (schema) => {
    try {
      convert(schema as object, options)
      return false
    } catch {
      return true
    }
  }
}

// What toStandardJsonSchema() makes of a valibot schema hides it; the conversion shows it again, its members first.
function valibotCulprit(schema: object, convert: Convert): string {
  const broken = new Set<unknown>()
  let root: unknown
  const note = (part: unknown, errors: unknown): void => {
    if (errors !== undefined) broken.add(part)
  }
  convert(schema, {
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, errors }: Seen) => note(valibotAction, errors),
    overrideSchema: ({ valibotSchema, errors }: Seen) => {
      root = valibotSchema
      note(valibotSchema, errors)
    },
  })
  return pathTo(root, (part) => holds(part, broken))
}

interface Seen {
  readonly valibotAction?: unknown
  readonly valibotSchema?: unknown
  readonly errors: unknown
}

function holds(part: unknown, broken: ReadonlySet<unknown>, seen = new Set<unknown>()): boolean {
  if (broken.has(part)) return true
  if (typeof part !== 'object' || part === null || seen.has(part)) return false
  seen.add(part)
  return Object.values(part).some((inner) => holds(inner, broken, seen))
}

function pathTo(schema: unknown, isBroken: IsBroken): string {
  const inner = innerOf(schema)
  if (inner !== undefined) return pathTo(inner, isBroken)
  const [name, member] = membersOf(schema).find(([, candidate]) => isBroken(candidate)) ?? []
  return name === undefined ? '' : `.${String(name)}${pathTo(member, isBroken)}`
}

// An optional or nullable schema, a list: zod's and valibot's names for what is inside.
function innerOf(schema: unknown): unknown {
  const definition = read(schema, 'def')
  return read(definition, 'innerType') ?? read(definition, 'element') ?? read(schema, 'wrapped') ?? read(schema, 'item')
}

// zod's name, valibot's, and arktype's, which is a list.
function membersOf(schema: unknown): readonly (readonly [name: unknown, schema: unknown])[] {
  const members = read(schema, 'shape') ?? read(schema, 'entries')
  if (isRecord(members)) return Object.entries(members)
  return (itemsOf(read(schema, 'props')) ?? []).map((member) => [read(member, 'key'), read(member, 'value')])
}
