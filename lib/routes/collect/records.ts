/** Puts together what a walk gives. */
import { assignOwn } from '../../guard/bare.js'
import type { RouteRecord, RouteRecords, SkippedRoute } from '../record.js'

/** Adds what was skipped to the records. */
export function routeRecords(records: RouteRecord[], skipped: readonly SkippedRoute[]): RouteRecords {
  return assignOwn(records, { skipped })
}
