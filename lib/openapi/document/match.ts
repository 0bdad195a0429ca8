/** Finds which routes answer which operations. */
import type { Operation } from './operations.js'
import { createPathTree, type PathTree } from './path-tree.js'
import type { ReadRecord } from './read-records.js'

/** What belongs together, and what is left over. */
export interface Matches {
  readonly records: ReadonlyMap<Operation, ReadonlySet<ReadRecord>>
  /** The routes that no operation describes. */
  readonly unmatched: readonly ReadRecord[]
}

/**
 * Matches operations and routes: by the path under each server of the operation, else by the path without it. Where no route is written as the
 * operation is, the one counts that has parameters in its place; and the other way round for a route without an operation.
 */
export function matchRecords(operations: readonly Operation[], records: readonly ReadRecord[]): Matches {
  const routes = createPathTree<ReadRecord>()
  for (const record of records) routes.add(record.segments, record)
  const described = createPathTree<Operation>()
  const matches = new Map<Operation, Set<ReadRecord>>()
  for (const operation of operations) {
    const { found, paths } = recordsFor(operation, routes)
    matches.set(operation, new Set(found))
    for (const path of paths) described.add(path, operation)
  }
  const matched = new Set([...matches.values()].flatMap((found) => [...found]))
  for (const record of records) {
    if (matched.has(record)) continue
    for (const operation of described.find(record.segments, ({ method }) => answers(record, method))) {
      matches.get(operation)?.add(record)
      matched.add(record)
    }
  }
  return { records: matches, unmatched: records.filter((record) => !matched.has(record)) }
}

/** The routes of an operation, and the paths by which its requests come in. */
interface Found {
  readonly found: readonly ReadRecord[]
  readonly paths: readonly (readonly string[])[]
}

function recordsFor({ method, routes, bare }: Operation, tree: PathTree<ReadRecord>): Found {
  // Express and @koa/router answer HEAD by GET, where nothing else does.
  for (const asked of method === 'HEAD' ? [method, 'GET'] : [method])
    for (const paths of [routes, [bare]]) {
      const found = paths.flatMap((path) => tree.find(path, (record) => answers(record, asked)))
      if (found.length > 0) return { found, paths }
    }
  return { found: [], paths: [...routes, bare] }
}

function answers(record: ReadRecord, method: string): boolean {
  return record.method === '*' || record.method === method
}
