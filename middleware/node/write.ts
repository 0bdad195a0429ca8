/** Writes answers to the response of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { Field } from '../../lib/respond/fields/required.js'
import type { Answer } from '../../lib/respond/respond.js'
import { ability } from './ability.js'
import { drain } from './drain.js'
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
    if (isPlain) setHeader.call(res, field[0], valueOf(field, res))
    else set?.(field[0], valueOf(field, res))
  }
}

function valueOf([name, value]: Field, res: ServerResponse): string | string[] {
  if (name === 'Connection') return connectionOf(String(value), res)
  if (typeof value === 'string') return value
  return isLineByLine(name) ? [...value] : value.join(', ')
}

// RFC 9112 9.6: a server that closes the connection says so. Node says it only where nobody else has written the field.
function connectionOf(value: string, { shouldKeepAlive }: ServerResponse): string {
  return shouldKeepAlive === false && !/\bclose\b/i.test(value) ? `${value}, close` : value
}

// Fields whose lines must stay apart. Others are lists (RFC 9110 5.3), and HTTP/2 refuses two lines of a field that it wants once.
function isLineByLine(name: string): boolean {
  return /^(?:set-cookie|www-authenticate|proxy-authenticate|link)$/i.test(name)
}

/** Sends an answer. */
export function send(req: IncomingMessage, res: ServerResponse, answer: Answer, limits: DrainLimits): void {
  drain(req, res, limits)
  setStatus(res, answer)
  dropFields(res, answer.fields.drop)
  setFields(res, answer.fields.set)
  // Not writeHead() before: who has wrapped one of the two, for all responses even, counts on end() to find the response as it was set.
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
