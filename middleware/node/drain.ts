/**
 * Deals with a request body that goes on behind its answer. It is read for a while: unread, it would block the next request of the connection
 * (RFC 9112 9.3). Where it does not end in time, the connection closes, the writing side first: closed at once, with bytes unread, the
 * client's system would get a reset and might throw the answer away (RFC 9112 9.6).
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerHttp2Stream } from 'node:http2'
import type { Socket } from 'node:net'
import { isRecord, read } from '../../lib/guard/read.js'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import { hasContent } from '../../lib/validate/body.js'
import { ability } from './ability.js'
import { readOn } from './read-on.js'

// What a client gets to take the answer and to notice the end, when nothing is read any more. Go's server waits as long.
const LAST_MOMENT = 500

const NO_ERROR = 0

const ABOUT_CONTENT = /^(?:content-length|transfer-encoding)$/i

/** Takes care of the rest of a request body. Call it before the answer is written, which may have to say that the connection closes. */
export function drain(req: IncomingMessage, res: ServerResponse, limits: DrainLimits): void {
  // Over HTTP/1 a body has a field about it.
  if ((req.httpVersionMajor ?? 1) < 2 && !hasLineAboutContent(req.rawHeaders)) return
  if (req.complete !== false) return
  // A response of node:http2 has its stream there.
  const stream = read(res, 'stream')
  if (isRecord(stream)) return overHttp2(req, stream as unknown as ServerHttp2Stream, limits)
  if (!hasContent(req.headers ?? {})) return
  const socket = req.socket ?? res.socket
  // Behind the adapters of serverless platforms there is no connection to close.
  if (typeof read(socket, 'destroySoon') !== 'function') return void ability(req, 'resume')?.()
  if (req.destroyed || Number(req.headers['content-length']) > limits.maxBytes || waitsForContinue(req, res))
    res.shouldKeepAlive = false
  overHttp1(req, res, socket, limits)
}

// Node makes the object of all fields when somebody first asks for one, which most errors never do, so the lines are read as they came.
function hasLineAboutContent(lines: readonly string[] | undefined): boolean {
  if (!Array.isArray(lines)) return true
  for (let index = 0; index < lines.length; index += 2) if (ABOUT_CONTENT.test(String(lines[index]))) return true
  return false
}

// RFC 9110 10.1.1: a client that gets the answer without a 100 may leave the body out, and what follows would be taken for it.
function waitsForContinue(req: IncomingMessage, res: ServerResponse): boolean {
  return req.headers.expect !== undefined && read(res, '_sent100') !== true
}

function overHttp1(req: IncomingMessage, res: ServerResponse, socket: Socket, limits: DrainLimits): void {
  let shallClose = false
  // Node closes a connection with this method, both sides at once, where an answer says that it closes.
  socket.destroySoon = () => {
    shallClose = true
    socket.end()
  }
  // Pausing the request would not stop a loop that reads it, and a resume() of the socket may be on its way.
  const stop = (): void => {
    socket.resume = () => socket
    process.nextTick(() => socket.pause())
  }
  const close = (): void => {
    socket.end()
    setTimeout(() => {
      // Whoever still reads the request is told.
      req.destroy()
      socket.destroy()
    }, LAST_MOMENT).unref()
  }
  const settled = (): void => {
    Reflect.deleteProperty(socket, 'destroySoon')
    if (shallClose) socket.destroySoon()
  }
  readOn(req, { answer: res, line: socket, stop, close, settled }, limits)
}

// RFC 9113 8.1: a server that has answered may ask for the end of an upload with NO_ERROR. Other streams of the connection go on.
function overHttp2(req: IncomingMessage, stream: ServerHttp2Stream, limits: DrainLimits): void {
  const stop = (): void => void req.pause()
  const close = (): void => stream.close(NO_ERROR)
  readOn(req, { answer: stream, line: stream, stop, close, settled: () => undefined }, limits)
}
