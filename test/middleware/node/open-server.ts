/** Starts small servers for tests that look at bytes and sockets. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { type ClientHttp2Session, connect, createServer as createHttp2Server, type Http2Server } from 'node:http2'
import { type AddressInfo, createConnection } from 'node:net'
import type { HandlerOptions } from '../../../lib/handler/options.js'
import type { HandlerSettings } from '../../../lib/handler/settings.js'
import { prepareSettings } from '../../../lib/handler/settings.js'

/** HandlerSettings without a log. */
export function quiet(options: HandlerOptions = {}): HandlerSettings {
  return prepareSettings({ logger: false, ...options }, () => undefined)
}

/** Runs a test against an HTTP/1.1 server. */
export async function withServer(
  listener: RequestListener,
  test: (port: number, server: Server) => Promise<void>,
): Promise<void> {
  const server = createServer(listener)
  const port = await listening(server)
  try {
    await test(port, server)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Runs a test against an HTTP/2 server without TLS. */
export async function withHttp2(listener: RequestListener, test: (client: ClientHttp2Session) => Promise<void>): Promise<void> {
  // The compatibility API gives the listener what looks like the objects of node:http.
  const server = createHttp2Server(listener as unknown as Parameters<typeof createHttp2Server>[1])
  const client = connect(`http://127.0.0.1:${await listening(server)}`)
  try {
    await test(client)
  } finally {
    client.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function listening(server: Server | Http2Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** What a raw client got, and how its connection ended. */
export interface RawAnswer {
  readonly text: string
  readonly ended: 'closed' | 'reset' | 'open'
}

/** Writes bytes to a socket and gives everything that comes back until it ends, or is silent for a moment. */
export async function rawRequest(port: number, bytes: string, silence = 150): Promise<RawAnswer> {
  const socket = createConnection(port, '127.0.0.1')
  let text = ''
  return await new Promise((resolve) => {
    const done = (ended: RawAnswer['ended']): void => {
      socket.destroy()
      resolve({ text, ended })
    }
    socket.setTimeout(silence, () => done('open'))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('end', () => done('closed'))
    socket.on('error', () => done('reset'))
    socket.write(bytes)
  })
}
