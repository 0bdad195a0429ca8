/** A server that answers as a check says, and notes when it was asked. */
import { once } from 'node:events'
import { createServer } from 'node:http'

/** Starts it; `answer(res, count, req)` is called with the number of requests so far. */
export async function startServer(answer) {
  const times = []
  const server = createServer((req, res) => {
    times.push(performance.now())
    req.resume()
    answer(res, times.length, req)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    times,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
