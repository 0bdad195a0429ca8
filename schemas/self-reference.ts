/** Finds schemas that would never come to an end: those that refer only to themselves, and those that are too deep to be compiled. */

import { jsonPointer, own, valueAt } from './json.js'
import { innerSchemas, isSchemaRecord, type SchemaRecord } from './keywords/keywords.js'
import { resolveSchemaUri } from './uri.js'

/** A schema that no value could be checked against, whatever the validator. */
export class RefusedSchema extends TypeError {}

// ajv calls itself for each level; at some five hundred the stack is full.
const DEEPEST = 256

// Keywords whose schemas are applied to the same value as the schema around them. All others lead to a part of it, or are not applied.
const IN_PLACE: ReadonlySet<string> = new Set('allOf anyOf oneOf not if then else dependentSchemas dependencies'.split(' '))
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef']

// The URI of a schema without an `$id`. Nobody sees it.
const NOWHERE = 'schema://here/'

/** What there is to know about each schema inside of a schema. */
interface Places {
  readonly of: Map<SchemaRecord, { readonly path: readonly string[]; readonly base: string }>
  /** The schemas that have an `$id` or an anchor, by URI. */
  readonly byUri: Map<string, SchemaRecord>
}

/** Says what is wrong with a schema that would never come to an end; `undefined` for all others. */
export function endlessness(root: SchemaRecord): string | undefined {
  const places = placesIn(root)
  if (places === undefined) return `one of more than ${DEEPEST} levels`
  const finished = new Set<SchemaRecord>()
  for (const start of places.of.keys()) {
    const looped = findLoop(start, places, finished)
    if (looped !== undefined) return `one that refers only to itself, at #${jsonPointer(places.of.get(looped)?.path ?? [])}`
  }
  return undefined
}

// Finds no places where the schema is too deep. A list of what waits, instead of calls: such a schema must not fill our stack either.
function placesIn(root: SchemaRecord): Places | undefined {
  const places: Places = { of: new Map(), byUri: new Map([[NOWHERE, root]]) }
  const waiting: { schema: SchemaRecord; path: readonly string[]; outer: string; level: number }[] = [
    { schema: root, path: [], outer: NOWHERE, level: 1 },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { schema, path, outer, level } = next
    if (level > DEEPEST) return undefined
    if (places.of.has(schema)) continue
    const base = note(schema, outer, places)
    places.of.set(schema, { path, base })
    for (const [names, inner] of innerSchemas(schema))
      waiting.push({ schema: inner, path: [...path, ...names], outer: base, level: level + 1 })
  }
  return places
}

// Notes the URIs of a schema, and gives the one that its references are relative to.
function note(schema: SchemaRecord, outer: string, { byUri }: Places): string {
  const base = uriOf(own(schema, '$id'), outer) ?? outer
  if (Object.hasOwn(schema, '$id')) byUri.set(base, schema)
  for (const anchor of [own(schema, '$anchor'), own(schema, '$dynamicAnchor')])
    if (typeof anchor === 'string') byUri.set(`${withoutFragment(base)}#${anchor}`, schema)
  return withoutFragment(base)
}

function findLoop(start: SchemaRecord, places: Places, finished: Set<SchemaRecord>): SchemaRecord | undefined {
  const way: { readonly schema: SchemaRecord; readonly next: SchemaRecord[] }[] = []
  const open = new Set<SchemaRecord>()
  const enter = (schema: SchemaRecord): void => {
    open.add(schema)
    way.push({ schema, next: appliedInPlace(schema, places) })
  }
  if (!finished.has(start)) enter(start)
  for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
    const next = last.next.pop()
    if (next === undefined) {
      finished.add(last.schema)
      open.delete(last.schema)
      way.pop()
    } else if (open.has(next)) return next
    else if (!finished.has(next)) enter(next)
  }
  return undefined
}

function appliedInPlace(schema: SchemaRecord, places: Places): SchemaRecord[] {
  const inner = innerSchemas(schema).filter(([[keyword = '']]) => IN_PLACE.has(keyword))
  const base = places.of.get(schema)?.base ?? NOWHERE
  return [
    ...inner.map(([, applied]) => applied),
    ...REFERENCES.flatMap((keyword) => targetsOf(own(schema, keyword), base, keyword, places)),
  ]
}

function targetsOf(ref: unknown, base: string, keyword: string, { of, byUri }: Places): readonly SchemaRecord[] {
  const uri = uriOf(ref, base)
  if (uri === undefined) return []
  const [resource, fragment = ''] = uri.split('#')
  const found = fragment.startsWith('/')
    ? valueAt(byUri.get(resource as string), decoded(fragment))
    : byUri.get(uri.replace(/#$/, ''))
  const targets = isSchemaRecord(found) ? [found] : []
  if (keyword !== '$dynamicRef') return targets
  // Which of the anchors of this name is meant is seen when a value is checked.
  return [...targets, ...[...of.keys()].filter((schema) => own(schema, '$dynamicAnchor') === fragment)]
}

function uriOf(reference: unknown, base: string): string | undefined {
  // A reference that leads nowhere leads nowhere in ajv too, which says so.
  return typeof reference === 'string' ? resolveSchemaUri(reference, base) : undefined
}

function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/s, '')
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
