/** Sorts findings of ajv by the alternatives that they belong to: by the schema where it is known, else by their place in it. */

import { isJsonObject, own, pointerNames, valueAt } from '../json.js'
import { jsonText } from '../json-text.js'
import type { Alternative } from './alternatives.js'
import { type AjvError, findingOf, type ToldError } from './finding.js'
import { ELSEWHERE, type Node, type Nodes } from './nodes.js'
import { type Checked, isExplained, type Owner } from './owners.js'

/** An alternative with its findings. */
export interface Branch extends Alternative {
  readonly told: readonly ToldError[]
}

/** What the schema says of the alternatives. */
export interface Branches {
  readonly branches: readonly Branch[]
  /** The members that tell them apart. */
  readonly tags: readonly string[]
  /** The member that OpenAPI's `discriminator` names, the alternative that its value points at, and the values that mean one. */
  readonly discriminator?: { readonly tag: string; readonly index: number | undefined; readonly values: readonly string[] }
}

/** The schema that has the alternatives, beside the whole schema and the value. */
export interface Owned extends Checked {
  readonly owner: Owner
}

/** Sorts what was found before an `anyOf` or `oneOf` by the schema; `undefined` where a part of that is elsewhere. */
export function branchesBySchema(
  of: AjvError,
  found: readonly ToldError[],
  { nodes, owner, value }: Owned,
): Branches | undefined {
  const alternatives = owner[of.keyword]
  if (!Array.isArray(alternatives) || isElsewhere(alternatives, nodes)) return undefined
  const depth = pointerNames(of.instancePath).length
  const members = valueAt(value, of.instancePath)
  const branches = alternatives.map((node: Node): Branch => {
    const told = distinct(found.filter(({ origin }) => isExplained(origin, node, depth, nodes)))
    const names = nodes.at(node, []).flatMap((one) => (isJsonObject(one) ? Object.keys(own(one, 'properties') ?? {}) : []))
    const known = new Set(isJsonObject(members) ? names.filter((name) => Object.hasOwn(members, name)) : []).size
    return { told, findings: told.map(({ error }) => findingOf(error, depth)), known }
  })
  return { branches, tags: tagsOf(alternatives, nodes), ...discriminatorOf(owner, alternatives, members) }
}

function isElsewhere(alternatives: readonly Node[], nodes: Nodes): boolean {
  return alternatives.some((node) => nodes.at(node, []).includes(ELSEWHERE))
}

// The same schema for the same value gives the same finding in each alternative that has it.
function distinct(found: readonly ToldError[]): readonly ToldError[] {
  const byPlace = new Map(found.map((one) => [jsonText([one.error.instancePath, one.error.keyword, one.error.params]), one]))
  return [...byPlace.values()]
}

/** Lists the members for which at least two alternatives have values, of which no two have the same one. */
function tagsOf(alternatives: readonly Node[], nodes: Nodes): readonly string[] {
  const listed = new Map<string, unknown[][]>()
  for (const alternative of alternatives) {
    const names = nodes
      .at(alternative, [])
      .flatMap((node) => (isJsonObject(node) ? Object.keys(own(node, 'properties') ?? {}) : []))
    for (const name of new Set(names)) {
      const values = nodes.at(alternative, [name]).flatMap(valuesOf)
      if (values.length > 0) listed.set(name, [...(listed.get(name) ?? []), values])
    }
  }
  return [...listed]
    .filter(([, lists]) => lists.length > 1 && new Set(lists.flat()).size === lists.flat().length)
    .map(([name]) => name)
}

function valuesOf(node: Node): unknown[] {
  if (!isJsonObject(node)) return []
  if (Object.hasOwn(node, 'const')) return [node['const']]
  const listed = own(node, 'enum')
  return Array.isArray(listed) ? [...new Set<unknown>(listed)] : []
}

// OpenAPI 3.1, 4.8.25: the value is a key of `mapping`, or the last name of a reference.
function discriminatorOf(
  owner: Readonly<Record<string, unknown>>,
  alternatives: readonly Node[],
  members: unknown,
): Pick<Branches, 'discriminator'> {
  const discriminator = own(owner, 'discriminator')
  const references = alternatives.map((node) => (isJsonObject(node) ? lastName(own(node, '$ref')) : undefined))
  if (!isJsonObject(discriminator) || references.includes(undefined) || !isJsonObject(members)) return {}
  const [tag, mapping] = [own(discriminator, 'propertyName'), own(discriminator, 'mapping')]
  if (typeof tag !== 'string') return {}
  const named = new Map([
    ...references.map((name) => [String(name), name] as const),
    ...Object.entries(isJsonObject(mapping) ? mapping : {}).map(([key, ref]) => [key, lastName(ref)] as const),
  ])
  const given = Object.hasOwn(members, tag) ? members[tag] : undefined
  const index = typeof given === 'string' && named.has(given) ? references.indexOf(named.get(given)) : -1
  const values = isJsonObject(mapping) ? Object.keys(mapping) : [...named.keys()]
  return { discriminator: { tag, index: index < 0 ? undefined : index, values } }
}

function lastName(reference: unknown): string | undefined {
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined
}

/** Sorts the same by the places in the schema that the findings name. Where these do not tell, each stands alone, or there is no branch. */
export function branchesByPath({ schemaPath, instancePath }: AjvError, found: readonly ToldError[]): Branches {
  const depth = pointerNames(instancePath).length
  const branch = (told: readonly ToldError[]): Branch => ({ told, findings: told.map(({ error }) => findingOf(error, depth)) })
  const names = found.map(({ origin: { schemaPath: path } }) =>
    path.startsWith(`${schemaPath}/`) ? path.slice(schemaPath.length).split('/')[1] : REFERENCE.exec(path)?.[0],
  )
  if (names.includes(undefined)) {
    const isScalar = found.every(({ error }) => error.instancePath === instancePath && isOfValue(error))
    return { branches: isScalar ? found.map((one) => branch([one])) : [], tags: [] }
  }
  const told = [...new Set(names)].map((name) => found.filter((_, index) => names[index] === name))
  return { branches: told.map(branch), tags: [] }
}

function isOfValue({ keyword }: AjvError): boolean {
  return keyword === 'type' || keyword === 'const' || keyword === 'enum'
}

// `#/$defs/cat/properties/age/type`, `cat.json/properties/age/type`
const REFERENCE = /^(?:#\/(?:\$defs|definitions|components\/schemas)\/[^/]+|[^#/][^/]*)(?=\/)/
