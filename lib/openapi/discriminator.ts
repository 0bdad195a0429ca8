/** Writes a Discriminator Object for a document, where the schemas that it leads to are components with names of their own. */
import { own } from '../../schemas/json.js'
import { isSchemaRecord, mapValues, type Schema, type SchemaRecord } from '../../schemas/keywords/keywords.js'
import { bareCopy } from '../guard/bare.js'
import { read } from '../guard/read.js'
import { type OpenApiVersion, openApiVersions } from './versions.js'

/** How references are read and written. */
export interface Referring {
  readonly version: OpenApiVersion
  /** Finds what a reference leads to; `undefined` for one that leads out of the schema. */
  readonly find: (ref: string) => Schema | undefined
  /** Gives the reference to its component. */
  readonly refer: (ref: string) => string
  /** Gives the reference to what is named without one, as OpenAPI allows it in a mapping. */
  readonly referToName: (name: string) => string
}

/**
 * Gives the discriminator of a schema; `undefined` where it would say nothing, or what is not so.
 *
 * OpenAPI 3.1 4.8.25: all branches are references, and the name of a component is the value that means it unless a mapping says otherwise.
 */
export function publishedDiscriminator(schema: SchemaRecord, referring: Referring): SchemaRecord | undefined {
  const discriminator = own(schema, 'discriminator')
  if (!isSchemaRecord(discriminator)) return undefined
  const { propertyName, mapping, defaultMapping, ...rest } = bareCopy(discriminator)
  if (typeof propertyName !== 'string') return undefined
  const branches = own(schema, 'oneOf') ?? own(schema, 'anyOf')
  const refs = Array.isArray(branches) ? branches.map((branch: unknown) => isSchemaRecord(branch) && own(branch, '$ref')) : []
  if (!refs.every((ref) => typeof ref === 'string')) return undefined
  const given = Object.entries(isSchemaRecord(mapping) ? mapping : {}).filter(([, target]) => typeof target === 'string')
  const explicit = mapValues(Object.fromEntries(given), (target) => referring.referToName(String(target)))
  const mapped = new Set(Object.values(explicit))
  const implied = refs
    .filter((ref) => !mapped.has(referring.refer(ref)))
    .flatMap((ref) => valuesFor(ref, propertyName, referring).map((value) => [value, referring.refer(ref)]))
  const full = { ...Object.fromEntries(implied), ...explicit }
  const hasDefault = typeof defaultMapping === 'string' && openApiVersions[referring.version].hasDefaultMapping
  return Object.keys(full).length === 0
    ? undefined
    : { propertyName, ...rest, ...(hasDefault && { defaultMapping: referring.referToName(defaultMapping) }), mapping: full }
}

// The values that a branch names for the property, else the name of the branch.
function valuesFor(ref: string, propertyName: string, { find }: Referring): readonly string[] {
  const parts = partsOf(find(ref), find)
  const members = parts.map((part) => read(own(part, 'properties'), propertyName))
  const values = members.flatMap((member) => partsOf(member, find)).flatMap(listedValues)
  return values.length > 0 ? values : [ref.replace(/^.*[#/]/, '')]
}

// The schemas that hold for a value together.
function partsOf(schema: unknown, find: Referring['find']): readonly SchemaRecord[] {
  if (!isSchemaRecord(schema)) return []
  const [$ref, allOf] = [own(schema, '$ref'), own(schema, 'allOf')]
  const others = [typeof $ref === 'string' && find($ref), ...(Array.isArray(allOf) ? (allOf as unknown[]) : [])]
  return [schema, ...others.flatMap((part) => partsOf(part, find))]
}

function listedValues(schema: SchemaRecord): readonly string[] {
  const values = own(schema, 'enum')
  return [own(schema, 'const'), ...(Array.isArray(values) ? (values as unknown[]) : [])].filter((one) => typeof one === 'string')
}
