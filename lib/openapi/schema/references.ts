/** Makes components of the parts of a members schema that a `$ref` leads to: in a document, `#/$defs/Price` would lead to its own root. */
import { escapeName, valueAt } from '../../../schemas/json.js'
import { mapSchemas, type Schema, type SchemaRecord } from '../../../schemas/keywords/keywords.js'
import type { JsonSchema } from '../../define/definition.js'
import { defineOwn } from '../../guard/bare.js'
import { isRecord, read } from '../../guard/read.js'
import { wrongSchema } from '../../guard/refuse.js'
import { publishedDiscriminator } from '../discriminator.js'
import { referTo } from '../objects.js'
import type { OpenApiVersion } from '../versions.js'

/** The references inside of one members schema. */
export interface References {
  /** Finds what a reference leads to; `undefined` for one that leads out of the schema. */
  readonly find: (ref: string) => Schema | undefined
  /** Copies a schema, its references changed to those of components. */
  readonly publish: <Kind extends Schema>(schema: Kind) => Kind
  /** Refuses a schema with a keyword that has no meaning outside of the members schema. */
  readonly needPublishable: (schema: SchemaRecord) => void
  /** Gives the components that the copies refer to. */
  readonly components: () => Readonly<Record<string, Schema>>
}

// Keywords that name what is left behind, or say what a component cannot: its dialect and its own URI are those of the document.
const REMOVED: ReadonlySet<string> = new Set(['$schema', '$id', '$defs', 'definitions', '$anchor', '$dynamicAnchor', '$comment'])
const REFUSED: ReadonlySet<string> = new Set(['$dynamicRef', '$recursiveRef'])

/** Collects the references of a members schema, for a document of a version of OpenAPI. */
export function collectReferences(owner: string, root: JsonSchema, version: OpenApiVersion): References {
  const place = `${owner}.members`
  const names = new Map<Schema, string>()
  const components: Record<string, Schema> = {}

  function find(ref: string): Schema | undefined {
    const fragment = fragmentOf(ref, read(root, '$id'))
    if (fragment === undefined) return undefined
    const target = fragment === '' || fragment.startsWith('/') ? valueAt(root, fragment) : atAnchor(root, fragment)
    if (isRecord(target) || typeof target === 'boolean') return target
    throw wrongSchema(`${place}.$ref`, 'a reference to a schema inside of the members, or an absolute URI', ref)
  }

  function refer(ref: string): string {
    const target = find(ref)
    if (target === undefined) return ref
    const known = names.get(target)
    const name = known ?? freeName(`${owner}.${nameOf(ref)}`, components)
    if (known === undefined) {
      names.set(target, name)
      // The place is taken first: the schema may refer to itself.
      defineOwn(components, name, true)
      components[name] = publish(target)
    }
    return referTo('schemas', name).$ref
  }

  // OpenAPI: in a mapping, what is no reference may be the name of a schema, as that of a component is one here.
  function referToName(target: string): string {
    const name = target.replace(/^#\/components\/schemas\//, '')
    const places = ['/$defs/', '/definitions/'].map((place) => `${place}${escapeName(name)}`)
    const place = places.find((pointer) => valueAt(root, pointer) !== undefined)
    return refer(place === undefined ? target : `#${encodeURI(place)}`)
  }

  function publish<Kind extends Schema>(schema: Kind): Kind {
    if (typeof schema === 'boolean') return schema
    needPublishable(schema)
    const kept = Object.entries(schema).filter(([keyword]) => !REMOVED.has(keyword))
    const published = kept.map(([keyword, value]) => [keyword, publishKeyword(keyword, value, schema)] as const)
    // An object becomes an object.
    return Object.fromEntries(published.filter(([, value]) => value !== undefined)) as Kind
  }

  function publishKeyword(keyword: string, value: unknown, schema: SchemaRecord): unknown {
    if (keyword === '$ref') return refer(String(value))
    if (keyword === 'discriminator') return publishedDiscriminator(schema, { version, find, refer, referToName })
    return mapSchemas(keyword, value, publish)
  }

  function needPublishable(schema: SchemaRecord): void {
    const refused = Object.keys(schema).find((keyword) => REFUSED.has(keyword) || (keyword === '$id' && schema !== root))
    if (refused !== undefined) throw wrongSchema(place, 'a schema that a document can hold, with $ref to its $defs', refused)
  }

  return { find, publish, needPublishable, components: () => components }
}

function fragmentOf(ref: string, id: unknown): string | undefined {
  const own = typeof id === 'string' && ref.startsWith(`${id}#`) ? ref.slice(id.length) : ref
  if (!own.startsWith('#')) return undefined
  try {
    return decodeURIComponent(own.slice(1))
  } catch {
    // Not percent-encoded, so it leads nowhere, and the message will say so.
    return own.slice(1)
  }
}

function atAnchor(schema: Schema, name: string): Schema | undefined {
  if (typeof schema === 'boolean') return undefined
  if (read(schema, '$anchor') === name) return schema
  const found: Schema[] = []
  for (const [keyword, value] of Object.entries(schema))
    mapSchemas(keyword, value, (inner) => {
      const match = atAnchor(inner, name)
      if (match !== undefined) found.push(match)
    })
  return found[0]
}

// The last part of the reference is what people would call it; the root has no name of its own.
function nameOf(ref: string): string {
  const last = ref.replace(/^.*[#/]/, '')
  return last === '' ? 'members' : last.replace(/[^A-Za-z0-9_-]/g, '_')
}

function freeName(name: string, taken: object): string {
  let candidate = name
  for (let count = 2; Object.hasOwn(taken, candidate); count++) candidate = `${name}_${count}`
  return candidate
}
