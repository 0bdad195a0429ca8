// A handler of the CommonJS build answers problems that the ES module build and another copy of the package made.
const assert = require('node:assert/strict')
const { createServer } = require('node:http')
const events = require('node:events')
const express = require('express')
const { problemHandler } = require('http-problems/express')

async function main() {
  const makers = [await import('http-problems'), require('http-problems-copy')]
  const app = express()
  makers.forEach(({ ServiceUnavailable }, index) => {
    app.get(`/${index}`, () => {
      throw new ServiceUnavailable({ retryAfter: 5, detail: 'Closed.', extensions: { index } })
    })
  })
  app.use(problemHandler({ logger: false }))
  const server = createServer(app).listen(0, '127.0.0.1')
  await events.once(server, 'listening')
  for (const [index] of makers.entries()) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/${index}`)
    assert.equal(response.status, 503)
    assert.equal(response.headers.get('Retry-After'), '5')
    assert.deepEqual(await response.json(), {
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail: 'Closed.',
      index,
    })
  }
  server.closeAllConnections()
  server.close()
  console.log(`${makers.length} answers are right`)
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
