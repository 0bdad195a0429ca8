/** Compares what an app of Express says about a path with what its routes answer. */
import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import type { Express, NextFunction, Request, Response } from 'express'
import request from 'supertest'
import { notFoundHandler } from '../../middleware/express/not-found.js'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export const answer = (_req: Request, res: Response): void => void res.status(200).end()
export const passOn = (_req: Request, _res: Response, next: NextFunction): void => next()

/** Adds notFoundHandler and what shows its verdict. */
export function withEnd(app: Express, handler = notFoundHandler()): Express {
  app.use(handler)
  app.use((error: { status?: number; headers?: Record<string, string> }, _req: Request, res: Response, _next: NextFunction) => {
    res.set(error.headers ?? {}).set('X-Unrouted', 'yes')
    res.status(error.status ?? 500).end()
  })
  return app
}

/** Sends a request and tells what came: the status, and Allow. */
export async function told(app: Express, method: string, path: string, headers = {}): Promise<string> {
  const client = request(app as unknown as RequestListener)
  const response = await client[method.toLowerCase() as 'get'](path).set(headers)
  return [response.status, ...(response.headers['allow'] ? [response.headers['allow']] : [])].join(' ')
}

/** Checks Allow by truth: a method is in it exactly where a request with it is answered by a route. */
export async function expectTruth(app: Express, path: string, fields = {}): Promise<void> {
  const client = request(app as unknown as RequestListener)
  const served: string[] = []
  const answers = new Map<string, { status: number; allow: string | undefined }>()
  for (const method of methods) {
    const { headers, status } = await client[method.toLowerCase() as 'get'](path).set(fields)
    if (headers['x-unrouted']) answers.set(method, { status, allow: headers['allow'] })
    else served.push(method)
  }
  expect(answers.size, `${path} has no route for some method`).to.be.greaterThan(0)
  for (const [method, { status, allow }] of answers) {
    expect(status, `${method} ${path}`).to.equal(served.length === 0 ? 404 : 405)
    if (served.length > 0) expect(allow?.split(', ').toSorted(), path).to.deep.equal([...served, 'OPTIONS'].toSorted())
  }
}
