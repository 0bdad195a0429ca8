/** Sends one request over loopback and tells what came back, byte-true header lines included. */
import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'

const LONGEST_WAIT = 4000

/** Runs `use(port)` while a server answers with `listener`. */
export async function serving(listener, use) {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await use(server.address().port)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/**
 * Sends a request. The answer has `status`, `reason`, `rawHeaders`, `headers`, `body`, and `complete`: whether it ended as announced.
 * With `abortAfterMs` the client leaves after that time and the answer is what it had by then.
 */
export function send(port, { method = 'GET', path = '/', headers = {}, body, abortAfterMs } = {}) {
  return new Promise((resolve) => {
    const answer = { status: undefined, reason: '', rawHeaders: [], headers: {}, body: '', complete: false, fault: undefined }
    const finish = (fault) => {
      clearTimeout(timer)
      answer.fault ??= fault
      resolve(answer)
      req.destroy()
    }
    const timer = setTimeout(
      finish,
      abortAfterMs ?? LONGEST_WAIT,
      abortAfterMs === undefined ? 'no answer came in time' : undefined,
    )
    const req = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (res) => {
      Object.assign(answer, {
        status: res.statusCode,
        reason: res.statusMessage,
        rawHeaders: res.rawHeaders,
        headers: res.headers,
      })
      const chunks = []
      res.on('data', (chunk) => {
        chunks.push(chunk)
        answer.body = Buffer.concat(chunks).toString()
      })
      res.on('error', (error) => finish(`the answer broke off: ${error.code}`))
      res.on('close', () => {
        answer.complete = res.complete
        finish()
      })
    })
    req.on('error', (error) => finish(`the connection broke: ${error.code}`))
    if (abortAfterMs === undefined) req.end(body)
    else {
      req.flushHeaders()
      if (body !== undefined) req.write(body)
      else req.end()
    }
  })
}
