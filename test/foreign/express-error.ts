/** Gets the real error that an Express app makes of a request. */
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { Express, NextFunction, Request, Response } from 'express'
import request, { type Test } from 'supertest'

const require = createRequire(import.meta.url)
type ExpressModule = typeof import('express')

/** Every version that is supported, by its name in package.json. */
export const expressVersions = ['express-4', 'express-5.0', 'express'].map((name) => ({
  name,
  express: require(name) as ExpressModule,
}))

/** Sends a request to an app and gives what reaches its error handler. */
export async function errorOf(app: Express, send: (client: ReturnType<typeof request>) => Test): Promise<unknown> {
  let caught: unknown
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    caught = error
    res.status(599).end()
  })
  const { status } = await send(request(app as unknown as RequestListener))
  if (status !== 599) throw new Error(`The app answered ${status} without an error.`)
  return caught
}
