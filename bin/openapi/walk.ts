/** Collects the routes of an app. */
import { collectExpress, collectKoa } from '../../lib/openapi/index.js'
import type { RouteRecords } from '../../lib/routes/record.js'
import { InputError, reasonOf } from '../command.js'
import type { FoundApp } from './find-app.js'

/** Collects the routes of an app, and what its routes may answer. */
export function routesOf(source: string, found: FoundApp): RouteRecords {
  try {
    if (found.framework === 'express') return collectExpress(found.app as Parameters<typeof collectExpress>[0])
    return collectKoa(found.app as Parameters<typeof collectKoa>[0], { mounts: found.mounts as readonly [] })
  } catch (error) {
    throw new InputError(`${source}: ${reasonOf(error)}`, { cause: error })
  }
}
