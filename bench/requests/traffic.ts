/**
 * A process that sends a bounded number of requests over keep-alive connections, and then rests.
 *
 * It counts bytes and parses nothing: the answers were compared before, and their length is known.
 */
import { connect, type Socket } from 'node:net'
import type { LoadAnswer, LoadQuestion } from './messages.js'
import { REQUEST } from './request.js'

const CONNECTIONS = 16
const LONGEST_MS = 30_000

const connectionsByPort = new Map<number, readonly Socket[]>()

process.on('disconnect', () => process.exit())
process.on('message', async (question: LoadQuestion) => {
  try {
    await withDeadline(load(question))
    answer({ says: 'done' })
  } catch (error) {
    answer({ says: 'failed', reason: String(error) })
  }
})
process.send?.({ says: 'done' } satisfies LoadAnswer)

function answer(message: LoadAnswer): void {
  process.send?.(message)
}

async function load({ port, requests, responseBytes }: LoadQuestion): Promise<void> {
  const sockets = connectionsByPort.get(port) ?? (await openConnections(port))
  connectionsByPort.set(port, sockets)
  let toSend = requests
  const takeOne = (): boolean => toSend-- > 0
  await Promise.all(sockets.map((socket) => exchange(socket, responseBytes, takeOne)))
}

function openConnections(port: number): Promise<Socket[]> {
  const opening = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    return new Promise<Socket>((resolve, reject) => {
      socket.once('connect', () => resolve(socket))
      socket.once('error', reject)
    })
  })
  return Promise.all(opening)
}

/** Sends requests on one connection, each after the answer to the one before, while there are any. */
function exchange(socket: Socket, responseBytes: number, takeOne: () => boolean): Promise<void> {
  if (!takeOne()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    let received = 0
    const closed = (): void => reject(new Error('The server closed a connection.'))
    const receive = (chunk: Buffer): void => {
      received += chunk.length
      if (received < responseBytes) return
      if (received > responseBytes) return reject(new Error(`An answer had ${received} bytes instead of ${responseBytes}.`))
      received = 0
      if (takeOne()) socket.write(REQUEST)
      else {
        socket.off('data', receive).off('close', closed)
        resolve()
      }
    }
    socket.on('data', receive).on('close', closed)
    socket.write(REQUEST)
  })
}

async function withDeadline(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The load was not done after ${LONGEST_MS} ms.`)), LONGEST_MS)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
