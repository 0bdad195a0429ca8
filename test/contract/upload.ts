/** A client that uploads, and what becomes of its connection on both sides. */
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a client sends. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly path?: string
  /** The bytes that it sends at most. */
  readonly total?: number
  /** The bytes of a piece, and the pause behind it in milliseconds. */
  readonly piece?: number
  readonly pause?: number
  /** What it sends behind the body. */
  readonly behind?: string
  /** Whether it reads only when all is written. */
  readonly readsLast?: boolean
}

/** What came of it. */
export interface Uploaded {
  readonly text: string
  /** How many answers came. */
  readonly answers: number
  /** What the server has read from the connection. */
  readonly read: number
  /** Whether the server has closed the connection. */
  readonly closed: boolean
  /** Milliseconds until the server closed it, or until the test gave up. */
  readonly took: number
}

const LONGEST = 3000

/** Uploads until all is sent or the connection is closed, and waits until nothing more comes. */
export async function upload(server: Server, given: Upload): Promise<Uploaded> {
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve))
  // A client that closes its side when the other one does would hide that the server closes both.
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true })
  const began = Date.now()
  let text = ''
  client.on('error', () => undefined)
  if (given.readsLast) client.pause()
  else client.on('data', (chunk) => (text += chunk.toString('latin1')))
  const socket = await accepted
  const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)))
  await Promise.race([send(client, given), closed, sleep(LONGEST)])
  if (given.readsLast) client.on('data', (chunk) => (text += chunk.toString('latin1'))).resume()
  const isClosed = await Promise.race([closed, quiet(client, began)])
  const took = Date.now() - began
  await sleep(10)
  client.destroy()
  return { text, answers: text.match(/HTTP\/1\.1 [2-5]/g)?.length ?? 0, read: socket.bytesRead, closed: isClosed, took }
}

async function send(
  client: Socket,
  { fields, path = '/', total = 0, piece = 65_536, pause = 0, behind = '' }: Upload,
): Promise<void> {
  const isChunked = fields['Transfer-Encoding'] === 'chunked'
  const lines = Object.entries({ Host: 'localhost', ...fields }).map(([name, value]) => `${name}: ${value}\r\n`)
  client.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  for (let sent = 0; sent < total && client.writable; sent += piece) {
    const bytes = 'x'.repeat(Math.min(piece, total - sent))
    const isTaken = client.write(isChunked ? `${bytes.length.toString(16)}\r\n${bytes}\r\n` : bytes)
    if (!isTaken)
      await Promise.race([
        new Promise((resolve) => client.once('drain', resolve)),
        new Promise((resolve) => client.once('close', resolve)),
      ])
    if (pause > 0) await sleep(pause)
  }
  client.write(behind)
}

/** Waits until a connection has been silent for a while. */
async function quiet(client: Socket, began: number): Promise<false> {
  for (let seen = -1; seen !== client.bytesRead + client.bytesWritten || Date.now() - began < 1000; ) {
    seen = client.bytesRead + client.bytesWritten
    await sleep(100)
  }
  return false
}
