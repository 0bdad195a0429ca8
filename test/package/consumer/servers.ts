/** What a service does with the package: an Express app and a Koa app that answer their errors. Copied into TypeScript projects of both formats. */
import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { assertProblem, Conflict, createProblem, HttpProblem, isHttpProblem, MethodNotAllowed, NotFound } from 'http-problems'
import { problemHandler as expressProblems, notFoundHandler, route } from 'http-problems/express'
import { problemHandler as koaProblems } from 'http-problems/koa'
import Koa from 'koa'

class SeatTaken extends Conflict {
  static override readonly type = 'https://example.com/problems/seat-taken'
  static override readonly title = 'The seat is already taken'

  constructor(seat: string) {
    super({ detail: `Seat ${seat} was sold a moment ago.`, extensions: { seat } })
  }
}

function fail(path: string): never {
  if (path === '/seat') throw new SeatTaken('12A')
  if (path === '/method') throw new MethodNotAllowed({ allow: ['GET', 'HEAD'] })
  if (path === '/type') throw createProblem(403, { type: 'https://example.com/probs/credit', title: 'No credit.' })
  const user: { name: string } | undefined = undefined
  assertProblem(path === '/crash', NotFound, 'No user 7')
  throw new Error(`db-17 lost ${String(user)}`)
}

const expressApp = express()
expressApp.get(
  '/async',
  route(async () => fail('/seat')),
)
for (const path of ['/seat', '/method', '/type', '/user', '/crash']) expressApp.get(path, () => fail(path))
expressApp.use(notFoundHandler())
expressApp.use(expressProblems({ logger: false, members: () => ({ server: 'express' }) }))

const koaApp = new Koa()
koaApp.use(koaProblems({ logger: false, members: () => ({ server: 'koa' }) }))
koaApp.use((ctx) => {
  if (ctx.path !== '/nothing') fail(ctx.path === '/async' ? '/seat' : ctx.path)
})

const seat = {
  type: 'https://example.com/problems/seat-taken',
  title: 'The seat is already taken',
  status: 409,
  detail: 'Seat 12A was sold a moment ago.',
  seat: '12A',
}
const answers: readonly (readonly [path: string, document: Readonly<Record<string, unknown>>, allow?: string])[] = [
  ['/seat', seat],
  ['/async', seat],
  ['/method', { type: 'about:blank', title: 'Method Not Allowed', status: 405 }, 'GET, HEAD'],
  ['/type', { type: 'https://example.com/probs/credit', title: 'No credit.', status: 403 }],
  ['/user', { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No user 7' }],
  ['/crash', { type: 'about:blank', title: 'Internal Server Error', status: 500 }],
  ['/nothing', { type: 'about:blank', title: 'Not Found', status: 404 }],
]

async function checkAnswers(name: string, listener: RequestListener): Promise<void> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = server.address() as AddressInfo
    for (const [path, document, allow = null] of answers) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      assert.equal(response.status, document['status'], path)
      assert.equal(response.headers.get('Content-Type'), 'application/problem+json', path)
      assert.equal(response.headers.get('Allow'), allow, path)
      assert.deepEqual(await response.json(), { ...document, server: name }, path)
    }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

async function main(): Promise<void> {
  assert.ok(isHttpProblem(new SeatTaken('1')) && new SeatTaken('1') instanceof HttpProblem)
  await checkAnswers('express', expressApp)
  await checkAnswers('koa', koaApp.callback())
  console.log(`${answers.length * 2} answers are right`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
