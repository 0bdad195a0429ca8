/** The floor: the bytes of our answer, written by hand on bare `node:http`. */
import type { RequestListener, ServerResponse } from 'node:http'
import type { ProblemDocument } from 'http-problems'
import { type Contender, problemExpected } from './contender.js'

/** Writes what `problemHandler()` writes, with one call for all header fields. */
export function bare(fields: Readonly<Record<string, string>> = {}): Contender {
  return { title: 'bare node:http, same bytes', expected: problemExpected, listener: () => writeProblem(fields) }
}

function writeProblem(fields: Readonly<Record<string, string>>): RequestListener {
  return (_req, res) => writeBytes(res, fields)
}

/** Writes what `problemHandler()` writes, which is known beforehand. */
export function writeBytes(res: ServerResponse, fields: Readonly<Record<string, string>> = {}): void {
  const { status, contentType, body } = problemExpected
  res.writeHead(status, {
    ...fields,
    'Content-Type': contentType,
    'Content-Length': String(body.length),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end(body)
}

/** Writes a problem as `problemHandler()` does, without looking at what was thrown or at what others set on the response. */
export function writeUnchecked(res: ServerResponse, error: unknown): void {
  // The contenders that use this throw nothing else.
  const { type, title, status, detail } = error as ProblemDocument
  const body = JSON.stringify({ type, title, status, detail })
  res.statusCode = status
  res.setHeader('Content-Type', problemExpected.contentType)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.end(body)
}

/** What the floors throw: made once, so that it costs nothing but to throw it. */
export const thrown = new Error('The order is already paid.')
