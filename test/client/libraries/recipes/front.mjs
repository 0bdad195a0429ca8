/** A server in front of the bookshop: what it does not answer oddly itself, the shop answers. */
import { once } from 'node:events'
import { createServer, request } from 'node:http'

const HTML = '<!doctype html><title>502</title><h1>Bad gateway</h1>'

/** Answers that no shop gives: what stands between a client and a server, and what a client is not told of. */
export const oddAnswers = {
  html: (res) => res.writeHead(502, { 'Content-Type': 'text/html' }).end(HTML),
  vendor: (res) => res.writeHead(524, { 'Content-Type': 'text/html' }).end(HTML),
  empty: (res) => res.writeHead(503, { 'Retry-After': '1' }).end(),
  broken: (res) => res.writeHead(409, { 'Content-Type': 'application/problem+json' }).end('{"type":"https://exam'),
  unlisted: (res) =>
    res
      .writeHead(418, { 'Content-Type': 'Application/Problem+JSON; charset=utf-8' })
      .end(JSON.stringify({ type: 'https://example.com/probs/short-and-stout', title: 'A teapot.', status: 418, spouts: 1 })),
  gone: (res) => res.destroy(),
}

/** Starts the server. */
export async function startFront(shop) {
  const seen = []
  const server = createServer((req, res) => {
    seen.push({ url: req.url, at: performance.now() })
    const odd = oddAnswers[/^\/odd\/(\w+)/.exec(req.url)?.[1]]
    if (odd !== undefined) return void odd(res)
    const { host, port } = new URL(shop)
    const options = { host: host.split(':')[0], port, method: req.method, path: req.url, headers: req.headers }
    req.pipe(request(options, (answer) => answer.pipe(res.writeHead(answer.statusCode, answer.headers))))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Gives the waits between the requests for a path. */
    waitsFor(path) {
      const times = seen.filter(({ url }) => url === path).map(({ at }) => at)
      return times.slice(1).map((at, index) => at - times[index])
    },
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
