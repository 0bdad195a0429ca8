/** Sorts what has to change in a YAML document by the maps that it stands in. */
import type { YamlMap, YamlNode, YamlPair } from './package.js'
import { type Borrowed, type Links, wayTo } from './way.js'

/** A change: a key that is added, a value that becomes another one, or a key that goes. */
export interface YamlChange {
  readonly action: 'add' | 'replace' | 'remove'
  readonly names: readonly string[]
  readonly value?: unknown
}

/** What has to be done with a map. */
export interface MapTasks {
  readonly added: Map<string, unknown>
  readonly replaced: Map<YamlPair, unknown>
  readonly removed: Set<YamlPair>
}

/** What has to be done, by map. */
export type Tasks = ReadonlyMap<YamlMap, MapTasks>

/**
 * Sorts changes by map. A change behind an alias belongs to the map that the alias stands for, where it happens once for all. What is in `own` is
 * written out with the value it shall have, and then changes in it are done.
 */
export function tasksOf(
  links: Links,
  root: YamlNode | null,
  changes: readonly YamlChange[],
  own: ReadonlyMap<Borrowed, unknown>,
): Tasks {
  const tasks = new Map<YamlMap, MapTasks>()
  const of = (map: YamlMap): MapTasks => {
    const known = tasks.get(map) ?? { added: new Map(), replaced: new Map(), removed: new Set() }
    tasks.set(map, known)
    return known
  }
  for (const [{ map, pair, path }, value] of own) {
    if (pair === undefined) of(map).added.set(path.at(-1) as string, value)
    else of(map).replaced.set(pair, value)
  }
  const owned = [...own.keys()].map(({ path }) => path)
  for (const { action, names, value } of changes) {
    if (owned.some((path) => path.every((key, index) => names[index] === key))) continue
    const { map: found, pair, holder } = wayTo(links, root, names)
    // The changes were planned for the data of the same nodes.
    const map = found as YamlMap
    const name = names.at(-1) as string
    if (pair !== undefined && action === 'remove') of(map).removed.add(pair)
    else if (pair !== undefined) of(map).replaced.set(pair, value)
    else if (holder === undefined || !isEmptyBrackets(map)) of(map).added.set(name, value)
    else {
      const before = of(holder.map).replaced.get(holder.pair)
      of(holder.map).replaced.set(holder.pair, { ...(before as object), [name]: value })
    }
  }
  return tasks
}

// `responses: {}` becomes lines, where lines stand around it, and neither a comment is in it nor an anchor before it.
function isEmptyBrackets({ items, flow, anchor, srcToken }: YamlMap): boolean {
  return flow === true && items.length === 0 && anchor === undefined && srcToken?.items?.length === 0
}
