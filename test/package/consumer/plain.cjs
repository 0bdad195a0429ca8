// A plain JavaScript project in CommonJS: both frameworks, real requests.
const assert = require('node:assert/strict')
const { createServer } = require('node:http')
const events = require('node:events')
const express = require('express')
const Koa = require('koa')
const { Conflict } = require('http-problems')
const { notFoundHandler, problemHandler } = require('http-problems/express')
const koa = require('http-problems/koa')

const expressApp = express()
expressApp.get('/paid', () => {
  throw new Conflict('Order 7 is already paid.')
})
expressApp.use(notFoundHandler())
expressApp.use(problemHandler())

const koaApp = new Koa()
koaApp.silent = true
koaApp.use(koa.problemHandler())
koaApp.use((ctx) => {
  if (ctx.path === '/paid') throw new Conflict('Order 7 is already paid.')
})

async function check(listener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await events.once(server, 'listening')
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

async function main() {
  assert.equal(require('http-problems/schemas/problem.json').properties.status.maximum, 599)
  assert.equal(require('http-problems/package.json').name, 'http-problems')
  assert.throws(() => require('http-problems/dist/cjs/lib/index.js'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' })
  await check(expressApp)
  await check(koaApp.callback())
  console.log('4 answers are right')
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
