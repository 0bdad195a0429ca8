/** Errors of express-openapi-validator. Their messages name the schema; their paths begin with the place in the request. */
import { itemsOf, read } from '../problem/read.js'
import { isErrorStatus } from '../problem/status.js'
import { allowedHeaders } from './exposed.js'
import { type Family, type ForeignError, named } from './family.js'
import { placeIn } from './place.js'
import { pointerOfPointer } from './pointer.js'
import { codeOf, faultsFrom, type ValidationFault, validationOptions } from './validation.js'

// Its names are phrases; those of other libraries are one word.
const isItsName = named(
  'Bad Request',
  'Unauthorized',
  'Forbidden',
  'Not Found',
  'Method Not Allowed',
  'Not Acceptable',
  'Request Entity Too Large',
  'Unsupported Media Type',
  'Internal Server Error',
)

/** The family. */
export const expressOpenApiValidator: Family = {
  name: 'express-openapi-validator',
  concerns: isItsName,
  rows: [
    {
      when: isItsError,
      status: (error) => error.get('status') as number,
      options: (error, _, report) => ({
        ...(error.get('status') === 400 && validationOptions(faultsFrom(error.get('errors'), faultAt))),
        headers: allowedHeaders(error, report),
      }),
    },
  ],
}

function isItsError(error: ForeignError): boolean {
  const errors = itemsOf(error.get('errors'))
  return (
    isErrorStatus(error.get('status')) &&
    typeof error.get('path') === 'string' &&
    errors?.every((one) => typeof read(one, 'path') === 'string' && typeof read(one, 'message') === 'string') === true
  )
}

function faultAt(fault: unknown): ValidationFault {
  const [, place = 'body', rest = ''] = /^\/(body|query|params|headers|cookies)(\/.*)?$/.exec(String(read(fault, 'path'))) ?? []
  const code = codeOf(read(fault, 'errorCode'))?.replace(/\.openapi\.validation$/, '')
  return { ...(place === 'body' ? { in: place, pointer: pointerOfPointer(rest) } : placeIn(place, [rest.slice(1)])), code }
}
