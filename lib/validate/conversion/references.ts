/** Finds the schemas that stand inside a schema, and those that it refers to (JSON Schema 2020-12 core, 8 and 9). */

import { jsonPointer, own, pointerNames, valueAt } from '../../../schemas/json.js'
import { resolveSchemaUri } from '../../../schemas/uri.js'
import { isRecord } from '../../guard/read.js'

/** A schema that is an object. */
export type SchemaRecord = Readonly<Record<string, unknown>>

/** The schemas of a document, by their places and names. */
export interface References {
  /** Gives the names on the way from the root to a schema. */
  readonly pathOf: (schema: SchemaRecord) => readonly string[]
  /** Gives what a `$ref` or a `$dynamicRef` of a schema refers to; `undefined` where that is not in the document. */
  readonly target: (schema: SchemaRecord, reference: string, isDynamic: boolean) => unknown
}

/** The base of a schema without an `$id`. */
export const ROOT = 'https://http-problems.invalid/schema'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const SINGLE = words(
  'additionalProperties contains contentSchema else if items not propertyNames then unevaluatedItems unevaluatedProperties',
)
const LISTS = words('allOf anyOf oneOf prefixItems')
const MAPS = words('$defs definitions dependencies dependentSchemas patternProperties properties')

interface Place {
  readonly base: string
  readonly path: readonly string[]
}

/** Reads the places and the names of all schemas in a document. */
export function readReferences(root: SchemaRecord): References {
  const places = new Map<unknown, Place>()
  const named = new Map<string, unknown>()
  const placeOf = (schema: unknown): Place => places.get(schema) ?? { base: ROOT, path: [] }

  const visit = (schema: unknown, outer: string, path: readonly string[]): void => {
    if (!isRecord(schema) || places.has(schema)) return
    const id = own(schema, '$id')
    const [base = outer] = typeof id === 'string' ? resolved(id, outer).split('#') : []
    places.set(schema, { base, path })
    if (!named.has(base)) named.set(base, schema)
    for (const anchor of [own(schema, '$anchor'), own(schema, '$dynamicAnchor')])
      if (typeof anchor === 'string') named.set(`${base}#${anchor}`, schema)
    for (const [inner, names] of schemasIn(schema)) visit(inner, base, [...path, ...names])
  }
  visit(root, ROOT, [])

  const target: References['target'] = (schema, reference, isDynamic) => {
    const [base = '', fragment = ''] = resolved(reference, placeOf(schema).base).split('#')
    const isPointer = fragment === '' || fragment.startsWith('/')
    const found = isPointer ? valueAt(named.get(base), decodeURIComponent(fragment)) : named.get(`${base}#${fragment}`)
    // Schemas may be kept under an annotation, such as `x-schemas`.
    if (isPointer) visit(found, base, [...placeOf(named.get(base)).path, ...pointerNames(decodeURIComponent(fragment))])
    // The outermost schema of that name is meant, and every check starts at the root.
    return (isDynamic ? named.get(`${placeOf(root).base}#${fragment}`) : undefined) ?? found
  }
  return { pathOf: (schema) => placeOf(schema).path, target }
}

/** Writes the address of a schema in a document with this base. */
export function addressOf(base: string, path: readonly string[]): string {
  return `${base}#${encodeURI(jsonPointer(path)).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}

function schemasIn(schema: SchemaRecord): readonly (readonly [inner: unknown, names: readonly string[]])[] {
  return Object.entries(schema).flatMap(([keyword, value]): (readonly [unknown, readonly string[]])[] => {
    if (SINGLE.has(keyword)) return [[value, [keyword]]]
    const isHeld = MAPS.has(keyword) ? isRecord(value) : LISTS.has(keyword) && Array.isArray(value)
    return isHeld ? Object.entries(value as object).map(([name, inner]) => [inner, [keyword, name]]) : []
  })
}

// A base such as `urn:example:query` has no addresses beside it.
function resolved(reference: string, base: string): string {
  return resolveSchemaUri(reference, base) ?? reference
}
