/** How valibot is asked for JSON Schema, by its package `@valibot/to-json-schema`. */
import { read } from '../../guard/read.js'
import { type Convert, type NotePattern, pathTo, type SchemaLibrary } from './library.js'

/** What valibot tells while it converts. */
interface Seen {
  readonly valibotAction?: unknown
  readonly valibotSchema?: unknown
  readonly jsonSchema: Readonly<Record<string, unknown>>
  readonly errors: readonly string[] | undefined
}

const options = (_: object, note: NotePattern): object => ({
  // valibot refuses a pattern for some flags and forgets others; all are noted here, and the pattern is written without them later.
  overrideAction: ({ valibotAction, jsonSchema, errors }: Seen) => {
    const pattern = read(valibotAction, 'requirement')
    note(pattern)
    return errors?.every((error) => error.includes('flags')) === true ? jsonSchema : undefined
  },
})

/** The library. */
export const valibot: SchemaLibrary = { options, culprit }

// What toStandardJsonSchema() makes of a valibot schema hides it; the conversion shows it again, its members first.
function culprit(schema: object, convert: Convert): string {
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

function holds(part: unknown, broken: ReadonlySet<unknown>, seen = new Set<unknown>()): boolean {
  if (broken.has(part)) return true
  if (typeof part !== 'object' || part === null || seen.has(part)) return false
  seen.add(part)
  return Object.values(part).some((inner) => holds(inner, broken, seen))
}
