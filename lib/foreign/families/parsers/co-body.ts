/** Errors of @koa/bodyparser and koa-bodyparser, made by co-body: no `type`, the whole request body in `body`. */

import type { Family, ForeignError } from '../../family.js'
import { isZlibError, undecompressed, unsupportedCoding } from './content-coding.js'
import { hasRefusedName, refusedJson, refusedNameOptions, statusOfRefusedName } from './json-body.js'

/** The family. */
export const coBody: Family = {
  name: 'co-body',
  yields: false,
  concerns: (error) => error.isError && (error.get('status') !== undefined || isZlibError(error)),
  rows: [
    { when: (error) => isRefusedJson(error) && hasRefusedName(error), status: statusOfRefusedName, options: refusedNameOptions },
    { when: isRefusedJson, status: 400, options: refusedJson },
    {
      when: (error) => carriesBody(error) && error.name === 'RangeError',
      status: 400,
      options: () => ({ detail: 'The parameters of the request body are too many or nested too deeply.' }),
    },
    {
      when: (error) => error.get('status') === 415 && String(error.message).startsWith('Unsupported Content-Encoding: '),
      status: 415,
      options: unsupportedCoding,
    },
    // The error comes as zlib made it. Only a request that announced a content coding can be at fault.
    {
      when: (error, { isEncoded }) => isEncoded === true && isZlibError(error),
      status: 400,
      options: undecompressed,
    },
  ],
}

function isRefusedJson(error: ForeignError): boolean {
  return carriesBody(error) && error.name === 'SyntaxError'
}

function carriesBody(error: ForeignError): boolean {
  return error.get('status') === 400 && error.text('body') !== undefined
}
