/** Finds the schemas that judge a place in a value: through `$ref`, `allOf` and what else applies to it. */

import { isJsonObject, isJsonPointer, own, valueAt } from '../json.js'

/** A schema: an object, or `true` or `false`. */
export type Node = unknown

/** Stands for a schema that is somewhere else, and may say anything. */
export const ELSEWHERE = Symbol('elsewhere')

/** Finds schemas by a way of names from one of them. */
export interface Nodes {
  /** The schemas that judge a place; with `throughAll`, those of alternatives too, of which only one has to fit. */
  at(start: Node, names: readonly string[], throughAll?: boolean): readonly Node[]
}

/** Prepares a schema to be walked. */
export function nodesOf(root: unknown): Nodes {
  const named = namedIn(root)
  const target = (ref: unknown): Node =>
    typeof ref === 'string' ? (named.get(ref) ?? pointed(root, ref) ?? ELSEWHERE) : undefined
  const spread = (start: readonly Node[], throughAll: boolean): Node[] => {
    const seen = new Set<Node>()
    const pending = [...start]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      if (!isJsonObject(node)) continue
      pending.push(
        ...[target(own(node, '$ref')), target(own(node, '$dynamicRef')), own(node, 'then'), own(node, 'else')].filter(
          (one) => one !== undefined,
        ),
      )
      pending.push(...itemsIn(own(node, 'allOf')), ...membersOf(own(node, 'dependentSchemas')))
      if (throughAll) pending.push(...itemsIn(own(node, 'anyOf')), ...itemsIn(own(node, 'oneOf')))
    }
    return [...seen]
  }
  return {
    at: (start, names, throughAll = false) => {
      let nodes = spread([start], throughAll)
      for (const name of names)
        nodes = spread(
          nodes.flatMap((node) => below(node, name)),
          throughAll,
        )
      return nodes
    },
  }
}

function below(node: Node, name: string): Node[] {
  if (node === ELSEWHERE) return [node]
  if (!isJsonObject(node)) return []
  const [properties, items] = [own(node, 'properties'), own(node, 'items')]
  const named = isJsonObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : []
  const others = [own(node, 'additionalProperties'), own(node, 'unevaluatedProperties')]
  const ofObject = named.length > 0 ? named : [...membersOf(own(node, 'patternProperties')), ...others]
  const tuple = itemsIn(own(node, 'prefixItems')).concat(itemsIn(items))
  const item = Array.isArray(items) ? own(node, 'additionalItems') : items
  const ofList = /^\d+$/.test(name) ? [tuple[Number(name)] ?? item, own(node, 'unevaluatedItems')] : []
  return [...ofObject, ...ofList].filter((one) => one !== undefined)
}

function pointed(root: unknown, ref: string): Node {
  const pointer = ref.startsWith('#') ? decoded(ref.slice(1)) : undefined
  return isJsonPointer(pointer) ? valueAt(root, pointer) : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

// Deeper than any schema that people write; also the end of one that contains itself.
const DEEPEST = 64

function namedIn(root: unknown): ReadonlyMap<string, Node> {
  const named = new Map<string, Node>()
  const collect = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > DEEPEST) return
    const schema = node as Readonly<Record<string, unknown>>
    const id = own(schema, '$id')
    if (typeof id === 'string') named.set(id, node)
    for (const anchor of [own(schema, '$anchor'), own(schema, '$dynamicAnchor')])
      if (typeof anchor === 'string') named.set(`#${anchor}`, node)
    for (const member of Object.values(node)) collect(member, depth + 1)
  }
  collect(root, 0)
  return named
}

function itemsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function membersOf(value: unknown): readonly unknown[] {
  return isJsonObject(value) ? Object.values(value) : []
}
