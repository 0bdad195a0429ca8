/** How zod is asked for JSON Schema. */
import { itemsOf, read } from '../../guard/read.js'
import { culpritAlone, type NotePattern, type SchemaLibrary } from './library.js'

/** What zod tells while it converts. */
interface Seen {
  readonly zodSchema: unknown
  readonly jsonSchema: Record<string, unknown>
}

const options = (_: object, note: NotePattern): object => ({
  override: ({ zodSchema, jsonSchema }: Seen): void => {
    const definition = read(read(zodSchema, '_zod'), 'def')
    const type = read(definition, 'type')
    if (type === 'file') throw new Error('Files cannot be represented in JSON')
    if (type === 'object' && read(definition, 'catchall') === undefined) openObject(jsonSchema)
    const rules = rulesOf(zodSchema)
    // Names that fit a pattern: their schema is not converted.
    for (const rule of [...rules, ...rulesOf(read(definition, 'keyType'))]) note(read(rule, 'pattern'))
    note(read(read(zodSchema, '_zod'), 'pattern'))
    leaveOut(jsonSchema, new Set(rules.filter(isNarrower).map((rule) => read(read(rule, 'pattern'), 'source'))))
  },
})

/** The library. */
export const zod: SchemaLibrary = { options, culprit: culpritAlone(options) }

// A format is its own first check.
function rulesOf(zodSchema: unknown): readonly unknown[] {
  const definition = read(read(zodSchema, '_zod'), 'def')
  return [definition, ...(itemsOf(read(definition, 'checks')) ?? []).map((check) => read(read(check, '_zod'), 'def'))]
}

// By default zod closes what it puts out, since it strips what it does not know. What we send is not stripped:
// a handler may add members, and clients must ignore those that they do not know (RFC 9457 3.2).
function openObject(jsonSchema: object): void {
  Reflect.deleteProperty(jsonSchema, 'additionalProperties')
}

// For these formats zod writes a pattern that it does not use itself: the addresses may end in an IPv4 address. And a text that must be included
// from a position on may come later, while the pattern says that it stands right there.
function isNarrower(rule: unknown): boolean {
  const format = read(rule, 'format')
  return format === 'ipv6' || format === 'cidrv6' || (format === 'includes' && read(rule, 'position') !== undefined)
}

// zod writes one pattern as `pattern`, and several in `allOf`.
function leaveOut(jsonSchema: Record<string, unknown>, sources: ReadonlySet<unknown>): void {
  if (sources.has(jsonSchema['pattern'])) Reflect.deleteProperty(jsonSchema, 'pattern')
  const { allOf } = jsonSchema
  if (sources.size > 0 && Array.isArray(allOf))
    jsonSchema['allOf'] = allOf.filter((part: unknown) => !sources.has(read(part, 'pattern')))
}
