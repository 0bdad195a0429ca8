/** Finds which routes answer which operations. */
import type { Operation } from './operations.js'
import { createPathTree, type PathTree } from './path-tree.js'
import type { ReadRecord } from './read-records.js'

/** An operation and the routes that answer it. */
export interface Match {
  readonly operation: Operation
  readonly records: ReadonlySet<ReadRecord>
}

/** What belongs together, and what is left over. */
export interface Matches {
  /** For each operation, in their order. */
  readonly matches: readonly Match[]
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
  const described = createPathTree<Match & { readonly records: Set<ReadRecord> }>()
  const matches = operations.map((operation) => {
    const { found, paths } = recordsFor(operation, routes)
    const match = { operation, records: new Set(found) }
    for (const path of paths) described.add(path, match)
    return match
  })
  const matched = new Set(matches.flatMap((match) => [...match.records]))
  for (const record of records) {
    if (matched.has(record)) continue
    for (const match of described.find(record.segments, ({ operation }) => answers(record, operation.method))) {
      match.records.add(record)
      matched.add(record)
    }
  }
  return { matches, unmatched: records.filter((record) => !matched.has(record)) }
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
