/** Errors of express.json(), body-parser and raw-body, which carry a `type`. Their messages quote the body and their `body` is all of it. */
import type { Family, FamilyRow, ForeignError } from './family.js'

/** The family. */
export const bodyParser: Family = {
  name: 'body-parser',
  yields: false,
  concerns: (error) => error.text('type') !== undefined || isZlibError(error),
  rows: [
    {
      when: typed('entity.parse.failed', 400),
      status: 400,
      options: (error) => malformedJson(error),
    },
    {
      when: typed('entity.too.large', 413),
      status: 413,
      options: (error) => tooLarge(error),
    },
    {
      when: typed('encoding.unsupported', 415),
      status: 415,
      options: unsupportedCoding,
    },
    {
      when: typed('charset.unsupported', 415),
      status: 415,
      options: (_, { mediaType }) => ({ detail: 'The charset of the request body is not supported.', accept: mediaType }),
    },
    row('request.aborted', 400, 'The request body ended before it was complete.'),
    row('request.size.invalid', 400, 'The request body does not have the length that Content-Length announced.'),
    row('entity.verify.failed', 403, 'The request body could not be verified.'),
    row('parameters.too.many', 413, 'The request body has too many parameters.'),
    row('querystring.parse.rangeError', 400, 'The parameters of the request body are nested too deeply.'),
    { when: typed('stream.encoding.set', 500), status: 500 },
    { when: typed('stream.not.readable', 500), status: 500 },
    {
      when: (error) => isZlibError(error) && error.get('status') === 400,
      status: 400,
      options: undecompressed,
    },
  ],
}

function row(type: string, status: number, detail: string): FamilyRow {
  return { when: typed(type, status), status, options: () => ({ detail }) }
}

function typed(type: string, status: number): FamilyRow['when'] {
  return (error) => error.get('type') === type && error.get('status') === status
}

/** Says that a body is no JSON, and where; the parser's message stays inside. */
export function malformedJson(error: ForeignError): { detail: string; extensions?: Record<string, unknown> } {
  const detail = 'The request body is not valid JSON.'
  // Anchored at the end, where V8 puts it; the part before may quote the body.
  const position = /in JSON at position (\d{1,15})(?: \(line \d+ column \d+\))?$/.exec(error.text('message') ?? '')?.[1]
  if (position === undefined) return { detail, extensions: { errors: [{ in: 'body', pointer: '#', code: 'json', detail }] } }
  const place = `The JSON text is malformed at position ${position}.`
  return { detail, extensions: { errors: [{ in: 'body', pointer: '#', code: 'json', detail: place }] } }
}

function tooLarge(error: ForeignError): { detail: string } {
  const limit = error.get('limit')
  return {
    detail: Number.isSafeInteger(limit)
      ? `The request body is larger than the limit of ${limit as number} bytes.`
      : 'The request body is larger than the limit.',
  }
}

/** Tells whether zlib refused its input. */
export function isZlibError(error: ForeignError): boolean {
  return /^Z_[A-Z]+_ERROR$/.test(error.text('code') ?? '')
}

/** Says that a body does not have the content coding that it announces. */
export function undecompressed(): { detail: string } {
  return { detail: 'The request body could not be decompressed.' }
}

/** Says that a content coding is not supported, and names those that every version of the parsers reads. */
export function unsupportedCoding(): { detail: string; acceptEncoding: readonly string[] } {
  return { detail: 'The content coding of the request body is not supported.', acceptEncoding: ['gzip', 'deflate'] }
}
