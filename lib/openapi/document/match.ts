/** Finds which routes answer which operations. */
import type { Operation } from './operations.js'
import { createPathTree } from './path-tree.js'
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
  const matches = new Map<Operation, Set<ReadRecord>>()
  const matched = new Set<ReadRecord>()
  const match = (operation: Operation, found: readonly ReadRecord[]): void => {
    const known = matches.get(operation) ?? new Set()
    matches.set(operation, known)
    for (const record of found) known.add(record)
    for (const record of found) matched.add(record)
  }
  for (const operation of operations)
    match(
      operation,
      recordsFor(operation, (path, accepts) => routes.find(path, accepts)),
    )

  const described = createPathTree<Operation>()
  for (const operation of operations) for (const path of pathsOf(operation)) described.add(path, operation)
  for (const record of records) {
    if (matched.has(record)) continue
    for (const operation of described.find(record.segments, ({ method }) => answers(record, method))) match(operation, [record])
  }
  return { records: matches, unmatched: records.filter((record) => !matched.has(record)) }
}

type Find = (path: readonly string[], accepts: (record: ReadRecord) => boolean) => readonly ReadRecord[]

function recordsFor({ method, routes, bare }: Operation, find: Find): readonly ReadRecord[] {
  // Express and @koa/router answer HEAD by GET, where nothing else does.
  for (const asked of method === 'HEAD' ? [method, 'GET'] : [method]) {
    const found = routes.flatMap((path) => find(path, (record) => answers(record, asked)))
    if (found.length > 0) return found
    const behindProxy = find(bare, (record) => answers(record, asked))
    if (behindProxy.length > 0) return behindProxy
  }
  return []
}

function answers(record: ReadRecord, method: string): boolean {
  return record.method === '*' || record.method === method
}

// Each way once: a server without a path adds nothing.
function pathsOf({ routes, bare }: Operation): readonly (readonly string[])[] {
  return [...new Map([...routes, bare].map((path) => [path.join('/'), path] as const)).values()]
}
