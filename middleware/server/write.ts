/** Writes answers to the response of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '../../lib/respond/respond.js'

/** What can be done with a response at this moment. */
export type ResponseState = 'open' | 'started' | 'finished' | 'client-gone'

/** Tells what can still be done with a response. */
export function responseState(req: IncomingMessage, res: ServerResponse): ResponseState {
  if (isOpen(req, res)) return 'open'
  if (isClientGone(req, res)) return 'client-gone'
  if (!res.headersSent) return 'open'
  return res.writableEnded ? 'finished' : 'started'
}

// By far the most usual state, told by the fewest reads of objects that are slow to read in Express. Whatever ends a request or a
// response of HTTP/1.1 makes its socket unwritable, but `res.destroy()` while another response of the connection is being written.
function isOpen(req: IncomingMessage, res: ServerResponse): boolean {
  return req.httpVersionMajor < 2 && req.socket?.writable === true && !res.destroyed && !res.headersSent
}

function isClientGone(req: IncomingMessage, res: ServerResponse): boolean {
  if (req.httpVersionMajor >= 2) {
    // The response of node:http2 does not know `destroyed`; its stream does, and an error code tells a reset from an end.
    const { stream } = res as { stream?: { destroyed?: boolean; rstCode?: number } }
    if (stream?.destroyed && stream.rstCode !== 0) return true
  }
  // A request that breaks off shows a moment before its response, a connection that is reset on the socket.
  const isOver = res.destroyed || res.closed || (req.destroyed && !req.complete) || Boolean(req.socket?.errored)
  return isOver && !(res.headersSent && res.writableFinished)
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
  // Node leaves the body out of an answer to HEAD and keeps its Content-Length (RFC 9110 9.3.2).
  res.end(answer.body)
  drain(req)
}

/** Reads the rest of a request body that nobody will read: unread, it would block the next request of the connection (RFC 9112 9.3). */
export function drain(req: IncomingMessage): void {
  // A body that nobody has touched is read off by Node itself when the response is finished.
  if ((req.readableFlowing === null && req.httpVersionMajor < 2) || req.complete) return
  req.unpipe?.()
  req.resume()
}

const INTERNAL_ERROR = 2

/** Breaks off a response that has begun, so that the client sees that it is incomplete and takes no problem for a part of it. */
export function abort(res: ServerResponse): void {
  const { stream } = res as { stream?: { close?: (code: number) => void } }
  // RFC 9113 7: an HTTP/2 stream is reset with INTERNAL_ERROR.
  if (typeof stream?.close === 'function') stream.close(INTERNAL_ERROR)
  // Without the error: with it, the server's `clientError` event would fire for a fault of our own.
  else if (typeof res.destroy === 'function') res.destroy()
  else (res as ServerResponse).end()
}
