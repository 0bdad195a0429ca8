/** Writes answers to the response of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord } from '../../lib/problem/read.js'
import { setOwn } from '../../lib/problem/root.js'
import type { Answer } from '../../lib/respond/respond.js'

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
  if (!res.headersSent) return 'open'
  return res.writableEnded ? 'finished' : 'started'
}

// By far the most usual state, told by the fewest reads of objects that are slow to read in Express. Whatever ends a request or a
// response of HTTP/1.1 makes its socket unwritable, but `res.destroy()` while another response of the connection is being written.
function isOpen(req: IncomingMessage, res: ServerResponse): boolean {
  return req.httpVersionMajor < 2 && req.socket?.writable === true && !res.destroyed && !res.headersSent
}

// The parts of a stream of node:http2 that tell what became of it. Its response does not know them.
type Http2Parts = {
  readonly stream?: {
    readonly destroyed?: boolean
    readonly closed?: boolean
    readonly errored?: unknown
    readonly rstCode?: number
    readonly close?: (code: number) => void
  }
}

// A client that leaves destroys a response without an error; with one it was a pipeline of the server, whose source broke.
function isDestroyedHere(res: ServerResponse): boolean {
  const { stream } = res as Http2Parts
  if (stream === undefined) return Boolean(res.errored)
  const { errored } = stream
  return isRecord(errored) && !OF_CONNECTION.test(`${String(errored['code'])} ${String(errored['syscall'])}`)
}

// Errors that a stream gets from node:http2 and from its connection: the other side caused them. A reset ends the stream, so the next write
// of a pipeline comes after that.
const OF_CONNECTION =
  /^(?:ERR_HTTP2_|(?:ECONNRESET|ECONNABORTED|ECANCELED|EPIPE|ETIMEDOUT) (?:read|write)$|ERR_STREAM_WRITE_AFTER_END )/

function isClientGone(req: IncomingMessage, res: ServerResponse): boolean {
  const { stream } = res as Http2Parts
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
  return res.destroyed || (res as Http2Parts).stream?.destroyed === true || isClientGone(req, res)
}

/** Sets the status of an answer. Before the fields where that is possible: Node adds both properties anyway, and accesses after that are quick. */
export function setStatus(res: ServerResponse, { status, reason }: Answer): void {
  res.statusCode = status
  // The response of HTTP/2 warns of every access to it.
  if (reason !== undefined) res.statusMessage = reason
}

/** Removes and sets the fields of an answer. */
export function setFields(res: ServerResponse, { fields }: Answer): void {
  for (const name of fields.drop) res.removeHeader(name)
  // Looked up once: a response of Express has a shape of its own, so each look-up is slow.
  const { setHeader } = res
  for (const [name, value] of fields.set) {
    setHeader.call(res, name, typeof value === 'string' || isLineByLine(name) ? value : value.join(', '))
  }
}

// Fields whose lines must stay apart. Others are lists (RFC 9110 5.3), and HTTP/2 refuses two lines of a field that it wants once.
function isLineByLine(name: string): boolean {
  return /^(?:set-cookie|www-authenticate|proxy-authenticate|link)$/i.test(name)
}

/** Sends an answer. */
export function send(req: IncomingMessage, res: ServerResponse, answer: Answer): void {
  setStatus(res, answer)
  setFields(res, answer)
  drain(req, res)
  // Node leaves the body out of an answer to HEAD and keeps its Content-Length (RFC 9110 9.3.2).
  res.end(answer.body)
}

/**
 * Reads the rest of a request body that nobody will read: unread, it would block the next request of the connection (RFC 9112 9.3). One
 * that cannot be read any more closes the connection behind the answer, so call it before the answer is written.
 */
export function drain(req: IncomingMessage, res: ServerResponse): void {
  // A body that nobody has touched is read off by Node itself when the response is finished.
  if ((req.readableFlowing === null && req.httpVersionMajor < 2) || req.complete) return
  if (req.destroyed) res.shouldKeepAlive = false
  req.unpipe?.()
  req.resume()
}

const INTERNAL_ERROR = 2

// A protocol version: the ES module and the CommonJS build understand each other.
const BROKEN_OFF = Symbol.for('http-problems/1/broken-off')

/** Breaks off a response that has begun, so that the client sees that it is incomplete and takes no problem for a part of it. */
export function abort(res: ServerResponse, { status }: Pick<Answer, 'status'>): void {
  setOwn(res, BROKEN_OFF, true)
  const { stream } = res as Http2Parts
  // RFC 9113 7: an HTTP/2 stream is reset with INTERNAL_ERROR.
  if (typeof stream?.close === 'function') stream.close(INTERNAL_ERROR)
  else if (isCollected(res)) {
    // Nothing of it was sent: the status can still tell that it is not what was asked for.
    res.statusCode = status
    endCollected(res)
  }
  // Without the error: with it, the server's `clientError` event would fire for a fault of our own.
  else res.destroy()
}

// Node 24 does not tell the end of a response that a pipeline has destroyed, which the adapter waits for.
function endCollected(res: ServerResponse): void {
  let isTold = false
  res.once('finish', () => {
    isTold = true
  })
  res.end()
  setTimeout(() => isTold || res.emit('finish'), 0)
}

// serverless-http and its like collect a response, which has no connection. They wait for its end, and destroying it ends nothing.
function isCollected(res: ServerResponse): boolean {
  return typeof res.destroy !== 'function' || (isRecord(res.socket) && typeof res.socket.destroyed !== 'boolean')
}
