/** Follows the keys from the root of a YAML document to a place, through aliases and merge keys. */
import type { YamlDocument, YamlMap, YamlNode, YamlPackage, YamlPair } from './package.js'

/** A place where the document borrows what stands elsewhere; written out, it is on its own. */
export interface Borrowed {
  /** The keys from the root to what is borrowed. */
  readonly path: readonly string[]
  /** The pair whose value is an alias; `undefined` for what a merge key brings. */
  readonly pair: YamlPair | undefined
  /** The map that the pair stands in, or that merges. */
  readonly map: YamlMap
}

/** Where a way leads. */
export interface Way {
  /** The map that the last key belongs in, and the pair that has it, if it is one of its own. */
  readonly map: YamlMap | undefined
  readonly pair: YamlPair | undefined
  /** Where that map itself stands, if lines are around it and no alias leads to it. */
  readonly holder: { readonly map: YamlMap; readonly pair: YamlPair } | undefined
  /** All maps on the way. */
  readonly maps: readonly YamlMap[]
  /** What was borrowed on the way, from the root on. */
  readonly borrowed: readonly Borrowed[]
}

/** Looks up keys in a document: each map is searched once. */
export interface Links {
  /** Gives what an alias stands for, and any other node itself. */
  readonly resolved: (node: YamlNode | null | undefined) => YamlNode | undefined
  /** Gives the pair of a map that has a key. */
  readonly own: (map: YamlMap, key: string) => YamlPair | undefined
  /** Gives the pair that a merge key brings into a map. */
  readonly merged: (map: YamlMap, key: string) => YamlPair | undefined
  readonly isMap: YamlPackage['isMap']
  readonly isAlias: YamlPackage['isAlias']
}

/** Prepares to look up keys. */
export function linksOf(yaml: YamlPackage, document: YamlDocument): Links {
  const targets = targetsOf(yaml, document)
  const indexes = new Map<YamlMap, ReadonlyMap<string, YamlPair>>()
  const resolved: Links['resolved'] = (node) => (node && targets.get(node)) ?? node ?? undefined
  const own: Links['own'] = (map, key) => {
    const index = indexes.get(map) ?? indexOf(yaml, map)
    indexes.set(map, index)
    return index.get(key)
  }
  const merged: Links['merged'] = (map, key) => {
    // The package marks the key by a symbol, so that a quoted '<<' is none.
    const merging = map.items.find(({ key }) => yaml.isScalar(key) && typeof key.value === 'symbol')
    const source = resolved(merging?.value)
    const maps = yaml.isSeq(source) ? source.items.map(resolved) : [source]
    for (const one of maps) {
      const pair = yaml.isMap(one) ? (own(one, key) ?? merged(one, key)) : undefined
      if (pair !== undefined) return pair
    }
    return undefined
  }
  return { resolved, own, merged, isMap: yaml.isMap, isAlias: yaml.isAlias }
}

/** Follows keys from the root. */
export function wayTo({ resolved, own, merged, isMap, isAlias }: Links, root: YamlNode | null, path: readonly string[]): Way {
  const borrowed: Borrowed[] = []
  const maps: YamlMap[] = []
  const lost: Way = { map: undefined, pair: undefined, holder: undefined, maps, borrowed }
  let node: YamlNode | undefined = resolved(root)
  let way = lost
  for (const [index, key] of path.entries()) {
    if (!isMap(node)) return lost
    const map = node
    maps.push(map)
    const { map: outer, pair: outerPair } = way
    const holder = outer && outer.flow !== true && outerPair?.value === map ? { map: outer, pair: outerPair } : undefined
    const pair = own(map, key)
    way = { map, pair, holder, maps, borrowed }
    const found = pair ?? merged(map, key)
    if (found !== undefined && (pair === undefined || isAlias(pair.value)))
      borrowed.push({ path: path.slice(0, index + 1), pair, map })
    node = resolved(found?.value)
  }
  return way
}

// An alias stands for the last node before it that has the anchor.
function targetsOf(yaml: YamlPackage, document: YamlDocument): ReadonlyMap<YamlNode, YamlNode> {
  const anchors = new Map<string, YamlNode>()
  const targets = new Map<YamlNode, YamlNode>()
  yaml.visit(document, {
    Node: (_: unknown, node: YamlNode) => {
      const target = yaml.isAlias(node) ? anchors.get(node.source) : undefined
      if (target !== undefined) targets.set(node, target)
      if (node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  return targets
}

// As the package makes data of keys: 404 and '404' are one key, and the last one counts.
function indexOf(yaml: YamlPackage, { items }: YamlMap): ReadonlyMap<string, YamlPair> {
  const nameOf = ({ key }: YamlPair): string => (yaml.isScalar(key) ? String((key.value ?? '') as string | number | boolean) : '')
  return new Map(items.map((pair) => [nameOf(pair), pair]))
}
