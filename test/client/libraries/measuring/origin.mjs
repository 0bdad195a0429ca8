/** A server that answers the first request of an exchange with a case, each further one with 200, and notes when they came. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fieldsOf, nearDate } from './cases.mjs'

/** Starts the server; `exchangeOf` gives an address of its own for each exchange, and what was seen there. */
export async function startOrigin() {
  const exchanges = []
  const server = createServer((req, res) => {
    const exchange = exchanges[Number(req.url.slice(1))]
    const now = Date.now()
    exchange.requests.push({ method: req.method, at: performance.now() })
    req.resume()
    if (exchange.requests.length > 1) return void res.end('{}')
    exchange.date = nearDate(now)
    res.writeHead(exchange.of.status, { 'Content-Type': 'application/json', ...fieldsOf(exchange.of, now) })
    res.end('{}', () => {
      exchange.answered = performance.now()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()

  return {
    exchangeOf(of) {
      const exchange = { of, requests: [], url: `http://127.0.0.1:${port}/${exchanges.length}` }
      exchanges.push(exchange)
      return exchange
    },
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
