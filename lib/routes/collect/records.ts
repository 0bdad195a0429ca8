/** Puts together what a walk gives. */
import { assignOwn } from '../../guard/bare.js'
import type { RouteRecord, RouteRecords, SkippedRoute } from '../record.js'

/** Adds what was skipped to the records: what is the same in all is said once. */
export function routeRecords(records: RouteRecord[], skipped: readonly SkippedRoute[]): RouteRecords {
  const once = new Map(skipped.map((one) => [JSON.stringify([one.method, one.path, one.reason]), one]))
  return assignOwn(records, { skipped: [...once.values()] })
}
