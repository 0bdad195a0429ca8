/** Tells what became of a response of `node:http` or `node:http2`, and breaks one off. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord, read } from '../../lib/guard/read.js'
import type { Answer } from '../../lib/respond/respond.js'
import { ability, note } from './ability.js'

/** What can be done with a response at this moment. */
export type ResponseState = 'open' | 'started' | 'finished' | 'client-gone'

/** Tells what can still be done with a response. */
export function responseState(req: IncomingMessage, res: ServerResponse): ResponseState {
  if (isOpen(req, res)) return 'open'
  if (BROKEN_OFF in res) return 'finished'
  // Half of it may be destroyed already, by a pipeline; the rest is broken off as well.
  if (isDestroyedHere(res)) return 'started'
  // One that is collected has no client that could leave: the app destroyed it, and whoever collects it waits for its end.
  if (isClientGone(req, res)) return isCollected(res) ? 'started' : 'client-gone'
  // A double may know only one of the two.
  if (!res.headersSent && res.writableEnded !== true) return 'open'
  return res.writableEnded ? 'finished' : 'started'
}

// By far the most usual state, told by the fewest reads of objects that are slow to read in Express. Whatever ends a request or a
// response of HTTP/1.1 makes its socket unwritable, but `res.destroy()` while another response of the connection is being written.
function isOpen(req: IncomingMessage, res: ServerResponse): boolean {
  return req.httpVersionMajor < 2 && req.socket?.writable === true && !res.destroyed && !res.headersSent
}

// The parts of a stream of node:http2 that tell what became of it. Its response does not know them.
interface Http2Stream {
  readonly destroyed?: boolean
  readonly closed?: boolean
  readonly errored?: unknown
  readonly rstCode?: number
  readonly close?: (code: number) => void
}

function streamOf(res: ServerResponse): Http2Stream | undefined {
  // What a response of node:http2 has there; a response of node:http has nothing.
  return read(res, 'stream') as Http2Stream | undefined
}

// A client that leaves destroys a response without an error; with one it was a pipeline of the server, whose source broke.
function isDestroyedHere(res: ServerResponse): boolean {
  const stream = streamOf(res)
  if (stream === undefined) return Boolean(res.errored)
  const { errored } = stream
  return isRecord(errored) && !OF_CONNECTION.test(`${String(errored['code'])} ${String(errored['syscall'])}`)
}

// Errors that a stream gets from node:http2 and from its connection: the other side caused them. A reset ends the stream, so the next write
// of a pipeline comes after that.
const OF_CONNECTION =
  /^(?:ERR_HTTP2_|(?:ECONNRESET|ECONNABORTED|ECANCELED|EPIPE|ETIMEDOUT) (?:read|write)$|ERR_STREAM_WRITE_AFTER_END )/

function isClientGone(req: IncomingMessage, res: ServerResponse): boolean {
  const stream = streamOf(res)
  // An error code tells a reset from an end.
  if (stream !== undefined)
    return (stream.destroyed === true || stream.closed === true) && (stream.rstCode !== 0 || !res.writableEnded)
  // A pipeline that fails takes the socket from the request that it destroys.
  const socket = req.socket ?? res.socket
  // A request that breaks off shows a moment before its response, a connection that is reset or half closed on the socket.
  const isBrokenOff = req.destroyed && !req.complete && socket?.destroyed !== false
  const isOver = res.destroyed || res.closed || isBrokenOff || Boolean(socket?.errored) || socket?.writableEnded
  return isOver === true && !(res.headersSent && res.writableFinished)
}

/** Tells whether a response has lost its connection: the client left, or it was destroyed here. */
export function isDisconnected(req: IncomingMessage, res: ServerResponse): boolean {
  return res.destroyed || streamOf(res)?.destroyed === true || isClientGone(req, res)
}

const INTERNAL_ERROR = 2

// A protocol version: the ES module and the CommonJS build understand each other.
const BROKEN_OFF = Symbol.for('http-problems/1/broken-off')

/** Breaks off a response that has begun, so that the client sees that it is incomplete and takes no problem for a part of it. */
export function abort(res: ServerResponse, { status }: Pick<Answer, 'status'>): void {
  note(res, { [BROKEN_OFF]: true })
  const stream = streamOf(res)
  // RFC 9113 7: an HTTP/2 stream is reset with INTERNAL_ERROR.
  if (typeof stream?.close === 'function') stream.close(INTERNAL_ERROR)
  else if (isCollected(res)) {
    // Nothing of it was sent: the status can still tell that it is not what was asked for.
    note(res, { statusCode: status })
    endCollected(res)
  }
  // Without the error: with it, the server's `clientError` event would fire for a fault of our own.
  else res.destroy()
}

// Node 24 does not tell the end of a response that a pipeline has destroyed, which the adapter waits for.
function endCollected(res: ServerResponse): void {
  let isTold = false
  ability(res, 'once')?.('finish', () => {
    isTold = true
  })
  ability(res, 'end')?.()
  setTimeout(() => isTold || ability(res, 'emit')?.('finish'), 0)
}

// serverless-http and its like collect a response, which has no connection. They wait for its end, and destroying it ends nothing.
function isCollected(res: ServerResponse): boolean {
  return typeof res.destroy !== 'function' || (isRecord(res.socket) && typeof res.socket.destroyed !== 'boolean')
}
