/** What is particular about a library whose schemas describe members: what to ask it for, and where it keeps the schema of a member. */
import { isRecord, itemsOf, read } from '../../guard/read.js'

/** Converts a schema with options of the library. */
export type Convert = (schema: object, libraryOptions: object) => unknown

/** Takes a note of a regular expression of a schema, whose flags JSON Schema does not have. */
export type NotePattern = (pattern: unknown) => void

/** One library. */
export interface SchemaLibrary {
  /** Gives options besides the dialect, in the library's own words. */
  readonly options: (schema: object, note: NotePattern) => object
  /** Names the first member that JSON Schema cannot express, such as `.order.paidAt`; empty where it is not found. */
  readonly culprit: (schema: object, convert: Convert) => string
}

/** Tells whether a schema, or a part of one, is to blame. */
export type IsBroken = (schema: unknown) => boolean

/** Makes a culprit of parts that can be converted alone. */
export function culpritAlone(options: SchemaLibrary['options']): SchemaLibrary['culprit'] {
  return (schema, convert) =>
    pathTo(schema, (part) => {
      try {
        convert(
          part as object,
          options(part as object, () => undefined),
        )
        return false
      } catch {
        return true
      }
    })
}

/** Finds the way to the first member that is to blame. */
export function pathTo(schema: unknown, isBroken: IsBroken): string {
  const inner = innerOf(schema)
  if (inner !== undefined) return pathTo(inner, isBroken)
  const [name, member] = membersOf(schema).find(([, candidate]) => isBroken(candidate)) ?? []
  return name === undefined ? '' : `.${name}${pathTo(member, isBroken)}`
}

// An optional or nullable schema, a list: zod's and valibot's names for what is inside.
function innerOf(schema: unknown): unknown {
  const definition = read(schema, 'def')
  return read(definition, 'innerType') ?? read(definition, 'element') ?? read(schema, 'wrapped') ?? read(schema, 'item')
}

// zod's name, valibot's, and arktype's, which is a list.
function membersOf(schema: unknown): readonly (readonly [name: string, schema: unknown])[] {
  const members = read(schema, 'shape') ?? read(schema, 'entries')
  if (isRecord(members)) return Object.entries(members)
  return (itemsOf(read(schema, 'props')) ?? []).map((member) => [String(read(member, 'key')), read(member, 'value')])
}
