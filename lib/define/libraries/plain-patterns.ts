/** Writes the regular expressions of a library's schema as JSON Schema has them, which knows no flags. */
import { changeInner, isSchemaRecord, type SchemaRecord } from '../../../schemas/keywords/keywords.js'
import { read } from '../../guard/read.js'
import type { NotePattern } from './library.js'
import { plainPattern } from './plain-pattern.js'

/** The flags of regular expressions, by their source. */
export type KnownFlags = Map<string, string>

/** A pattern that JSON Schema does not have, and the member whose schema has it. */
export class RefusedPattern extends Error {
  /** The way to the member, such as `.order.code`. */
  readonly member: string

  constructor(source: string, flags: string | undefined, member: string) {
    super(`the pattern /${source}/${flags ?? ''} means something else there`)
    this.member = member
  }
}

/** Makes what takes notes of regular expressions. One that comes with and without a flag counts as the one that matches more. */
export function notePatterns(known: KnownFlags): NotePattern {
  return (pattern) => {
    const [source, flags] = [read(pattern, 'source'), read(pattern, 'flags')]
    if (typeof source === 'string' && typeof flags === 'string') known.set(source, `${known.get(source) ?? ''}${flags}`)
  }
}

/** Copies a tidy schema, its patterns written without flags. Throws a RefusedPattern. */
export function plainPatterns(schema: SchemaRecord, known: KnownFlags, member = ''): SchemaRecord {
  const write = (source: string): string => {
    const flags = known.get(source)
    const written = plainPattern(source, flags)
    if (written === undefined) throw new RefusedPattern(source, flags, member)
    return written
  }
  const changed = changeInner(schema, (inner, [keyword, name]) =>
    plainPatterns(inner, known, keyword === 'properties' ? `${member}.${name}` : member),
  )
  const { pattern, patternProperties: named } = changed
  return {
    ...changed,
    ...(typeof pattern === 'string' && { pattern: write(pattern) }),
    ...(isSchemaRecord(named) && {
      patternProperties: Object.fromEntries(Object.entries(named).map(([name, inner]) => [write(name), inner])),
    }),
  }
}
