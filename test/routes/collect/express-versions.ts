/** The versions of Express whose routers a walk goes through, and the two ways in which they write paths. */

import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { RouteRecords } from '../../../lib/routes/record.js'

const require = createRequire(import.meta.url)

/** Express as far as all versions agree; the types of one of them refuse what others have. */
export type ExpressModule = typeof import('express')

/** A version of Express: 5.0 has router 2.0, 5.2 has 2.2, 5.3 has 2.3. */
export interface ExpressVersion {
  readonly name: string
  readonly express: ExpressModule
  readonly isFive: boolean
}

/** All of them. */
export const versions: readonly ExpressVersion[] = ['express-4', 'express-5.0', 'express-5.2', 'express'].map((name) => ({
  name,
  express: require(name) as ExpressModule,
  isFive: name !== 'express-4',
}))

/** An app as node:http takes it. */
export function listener(app: unknown): RequestListener {
  return app as RequestListener
}

/** Writes records as lines, such as `GET /orders/{id}`. */
export function linesOf(records: RouteRecords): readonly string[] {
  return records.map(({ method, path }) => `${method} ${path}`)
}

/** Writes records with the statuses of their problems, such as `GET /orders/{id} 401 404`. */
export function statusLines(records: RouteRecords): readonly string[] {
  return records.map(({ method, path, problems }) => [method, path, ...problems.map(({ status }) => status)].join(' '))
}
