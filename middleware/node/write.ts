/** Writes answers to the response of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { Field } from '../../lib/respond/fields/required.js'
import type { Answer } from '../../lib/respond/respond.js'
import { ability } from './ability.js'
import { drain, mayGoOn } from './drain.js'
import { ownMethods } from './own-methods.js'

/** Sets the status of an answer. */
export function setStatus(res: ServerResponse, { status, reason }: Answer): void {
  res.statusCode = status
  // The response of HTTP/2 warns of every access to it.
  if (reason !== undefined) res.statusMessage = reason
}

/** Removes fields of the abandoned response. */
export function dropFields(res: ServerResponse, names: readonly string[]): void {
  if (names.length === 0) return
  const removeHeader = ability(res, 'removeHeader')
  for (const name of names) removeHeader?.(name)
}

/** Sets the fields of an answer, or a part of them. */
export function setFields(res: ServerResponse, fields: readonly Field[], start = 0, end = fields.length): void {
  const { setHeader } = ownMethods(res)
  const isPlain = setHeader !== undefined && res.setHeader === setHeader
  const set = isPlain ? undefined : ability(res, 'setHeader', 'set', 'header')
  for (let index = start; index < end; index++) {
    const field = fields[index] as Field
    // Node's own is called without a look-up on the response: up to Node 22 each costs as much as the field.
    if (isPlain) setHeader.call(res, field[0], lineOrLines(field))
    else set?.(field[0], lineOrLines(field))
  }
}

function lineOrLines([name, value]: Field): string | string[] {
  if (typeof value === 'string') return value
  return isLineByLine(name) ? [...value] : value.join(', ')
}

// Fields whose lines must stay apart. Others are lists (RFC 9110 5.3), and HTTP/2 refuses two lines of a field that it wants once.
function isLineByLine(name: string): boolean {
  return /^(?:set-cookie|www-authenticate|proxy-authenticate|link)$/i.test(name)
}

/** Sends an answer. */
export function send(req: IncomingMessage, res: ServerResponse, answer: Answer, limits: DrainLimits): void {
  // All that is read of the two, before anything is set: V8 up to Node 22 knows a response of Express by nothing but its own shape from then on.
  if (mayGoOn(req, answer)) drain(req, res, limits)
  const own = ownMethods(res)
  const isPlain = answer.reason !== undefined && own.end !== undefined && res.end === own.end && res.writeHead === own.writeHead
  dropFields(res, answer.fields.drop)
  setFields(res, answer.fields.set)
  // At once, or Node would set the status and the phrase a second time. Whoever has a writeHead() or an end() of their own sees the response as it
  // is before its header section is made.
  if (isPlain) res.writeHead(answer.status, answer.reason)
  else setStatus(res, answer)
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
