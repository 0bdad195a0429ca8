/** Errors of express.json(), body-parser and raw-body, which carry a `type`. Their messages quote the body and their `body` is all of it. */
import type { CreateOptions } from '../../../problem/create.js'
import type { Family, FamilyRow, ForeignError } from '../../family.js'
import { isZlibError, undecompressed, unsupportedCoding } from './content-coding.js'
import { refusedJson } from './json-body.js'

/** The family. */
export const bodyParser: Family = {
  name: 'body-parser',
  yields: false,
  concerns: (error) => error.text('type') !== undefined || isZlibError(error),
  rows: [
    { ...typed('entity.parse.failed', 400), options: refusedJson },
    { ...typed('entity.too.large', 413), options: tooLarge },
    { ...typed('encoding.unsupported', 415), options: unsupportedCoding },
    {
      ...typed('charset.unsupported', 415),
      options: (_, { mediaType }) => ({ detail: 'The charset of the request body is not supported.', accept: mediaType }),
    },
    told('request.aborted', 400, 'The request body ended before it was complete.'),
    told('request.size.invalid', 400, 'The request body does not have the length that Content-Length announced.'),
    told('entity.verify.failed', 403, 'The request body could not be verified.'),
    told('parameters.too.many', 413, 'The request body has too many parameters.'),
    told('querystring.parse.rangeError', 400, 'The parameters of the request body are nested too deeply.'),
    typed('stream.encoding.set', 500),
    typed('stream.not.readable', 500),
    {
      when: (error) => isZlibError(error) && error.get('status') === 400,
      status: 400,
      options: undecompressed,
    },
  ],
}

function typed(type: string, status: number): FamilyRow {
  return { when: (error) => error.get('type') === type && error.get('status') === status, status }
}

function told(type: string, status: number, detail: string): FamilyRow {
  return { ...typed(type, status), options: () => ({ detail }) }
}

function tooLarge(error: ForeignError): CreateOptions {
  const limit = error.get('limit')
  return {
    detail: Number.isSafeInteger(limit)
      ? `The request body is larger than the limit of ${limit as number} bytes.`
      : 'The request body is larger than the limit.',
  }
}
