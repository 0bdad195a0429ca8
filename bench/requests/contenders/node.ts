/** The floor: the bytes of our answer, written by hand on bare `node:http`. */
import type { RequestListener } from 'node:http'
import { type Contender, problemExpected } from './contender.js'

/** Writes what `problemHandler()` writes, with one call for all header fields. */
export function bare(fields: Readonly<Record<string, string>> = {}): Contender {
  return { title: 'bare node:http, same bytes', expected: problemExpected, listener: () => writeProblem(fields) }
}

function writeProblem(fields: Readonly<Record<string, string>>): RequestListener {
  const { status, contentType, body } = problemExpected
  return (_req, res) => {
    res.writeHead(status, {
      ...fields,
      'Content-Type': contentType,
      'Content-Length': String(body.length),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    res.end(body)
  }
}
