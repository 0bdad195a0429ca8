/** Writes answers to the response of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { Answer } from '../../lib/respond/respond.js'
import { ability } from './ability.js'
import { drain } from './drain.js'

/** Sets the status of an answer. Before the fields where that is possible: Node adds both properties anyway, and accesses after that are quick. */
export function setStatus(res: ServerResponse, { status, reason }: Answer): void {
  res.statusCode = status
  // The response of HTTP/2 warns of every access to it.
  if (reason !== undefined) res.statusMessage = reason
}

/** Removes and sets the fields of an answer. */
export function setFields(res: ServerResponse, { fields }: Answer): void {
  if (fields.drop.length > 0) {
    const removeHeader = ability(res, 'removeHeader')
    for (const name of fields.drop) removeHeader?.(name)
  }
  // Looked up once: a response of Express has a shape of its own, so each look-up is slow.
  const setHeader = ability(res, 'setHeader', 'set', 'header')
  for (const [name, value] of fields.set) {
    setHeader?.(name, typeof value === 'string' || isLineByLine(name) ? value : value.join(', '))
  }
}

// Fields whose lines must stay apart. Others are lists (RFC 9110 5.3), and HTTP/2 refuses two lines of a field that it wants once.
function isLineByLine(name: string): boolean {
  return /^(?:set-cookie|www-authenticate|proxy-authenticate|link)$/i.test(name)
}

/** Sends an answer. */
export function send(req: IncomingMessage, res: ServerResponse, answer: Answer, limits: DrainLimits): void {
  setStatus(res, answer)
  setFields(res, answer)
  drain(req, res, limits)
  // Node leaves the body out of an answer to HEAD and keeps its Content-Length (RFC 9110 9.3.2).
  if (typeof res.end === 'function') res.end(answer.body)
  else endByMethods(res, answer)
}

// The doubles of unit tests often have nothing but what a handler of Express would call.
function endByMethods(res: unknown, { status, body, document }: Answer): void {
  ability(res, 'status')?.(status)
  const send = ability(res, 'send')
  if (send) send(body)
  else ability(res, 'json')?.(document)
}
