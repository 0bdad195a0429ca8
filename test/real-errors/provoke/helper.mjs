/** The object `h` that a snippet gets. It remembers what the answer must not repeat: ports, bodies of upstreams, what the client sent. */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import { NothingFailed, provoke } from './apps.mjs'
import { database } from './postgres.mjs'
import { serving } from './send.mjs'

const require = createRequire(import.meta.url)

/** Makes the helper of one row. */
export function helper({ watched = false } = {}) {
  const planted = new Set()
  const h = {
    planted,
    /** What happened in a framework, if the snippet ran in one. */
    exchange: undefined,
    plant: (...values) => {
      for (const value of values) if (value !== undefined) planted.add(String(value))
    },
    require,
    thrown,
    viaExpress: (setup, request) => via('express', setup, request),
    viaKoa: (setup, request) => via('koa', setup, request),
    upstream: (listener, use) => {
      h.plant(...(listener.planted ?? []))
      return serving(listener, (port) => {
        h.plant(port)
        return use(`http://127.0.0.1:${port}`, port)
      })
    },
    closedPort: async () => {
      const port = await withServer(
        () => {},
        (open) => open,
      )
      h.plant(port)
      return port
    },
    tcpServer: (onConnection, use) =>
      withServer(onConnection, (port) => {
        h.plant(port)
        return use(port)
      }),
    rawReq: (port) => rawRequest(port),
    multipart: (parts) => {
      h.plant(...parts.flatMap(({ value, filename }) => [value, filename]))
      return multipart(parts)
    },
    pgUrl: async () => {
      const opened = database()
      h.plant(opened.port, opened.password)
      return opened
    },
  }

  async function via(framework, setup, request = {}) {
    h.plant(
      request.body,
      ...Object.entries(request.headers ?? {}).flatMap(([name, value]) => (name === 'authorization' ? [value] : [])),
    )
    h.exchange = undefined
    h.exchange = await provoke(framework, setup, request, watched)
    h.plant(h.exchange.port)
    return { err: h.exchange.err }
  }
  return h
}

async function thrown(run) {
  let value
  try {
    value = await run()
  } catch (err) {
    return { err }
  }
  throw new NothingFailed(`nothing was thrown; the value is ${typeof value}`)
}

async function withServer(onConnection, use) {
  const sockets = new Set()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await use(server.address().port)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
}

async function rawRequest(port) {
  const socket = connect(port, '127.0.0.1')
  socket.end('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  let text = ''
  for await (const chunk of socket) text += chunk
  return text
}

function multipart(parts) {
  const boundary = 'boundary-of-the-parts'
  const texts = parts.map(({ name, filename, value }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`
    const type = filename === undefined ? '' : '\r\nContent-Type: text/plain'
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}${type}\r\n\r\n${value}\r\n`
  })
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${texts.join('')}--${boundary}--\r\n`,
  }
}
