// A plain JavaScript project of ES modules: both frameworks, real requests.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { Conflict } from 'http-problems'
import { notFoundHandler, problemHandler } from 'http-problems/express'
import { problemHandler as koaProblems } from 'http-problems/koa'
import schema from 'http-problems/schemas/problem.json' with { type: 'json' }
import Koa from 'koa'

const expressApp = express()
expressApp.get('/paid', () => {
  throw new Conflict('Order 7 is already paid.')
})
expressApp.use(notFoundHandler())
expressApp.use(problemHandler())

const koaApp = new Koa()
koaApp.silent = true
koaApp.use(koaProblems())
koaApp.use((ctx) => {
  if (ctx.path === '/paid') throw new Conflict('Order 7 is already paid.')
})

async function check(listener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${server.address().port}`
  const paid = await fetch(`${url}/paid`)
  assert.equal(paid.status, 409)
  assert.equal(paid.headers.get('Content-Type'), 'application/problem+json')
  const detail = 'Order 7 is already paid.'
  assert.deepEqual(await paid.json(), { type: 'about:blank', title: 'Conflict', status: 409, detail })
  const nothing = await fetch(`${url}/nothing`)
  assert.deepEqual(await nothing.json(), { type: 'about:blank', title: 'Not Found', status: 404 })
  server.closeAllConnections()
  server.close()
}

assert.equal(schema.properties.status.maximum, 599)
await assert.rejects(import('http-problems/dist/esm/lib/index.js'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' })
await check(expressApp)
await check(koaApp.callback())
console.log('4 answers are right')
