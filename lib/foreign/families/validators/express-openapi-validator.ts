/** Errors of express-openapi-validator. Their messages name the schema; their paths begin with the place in the request. */
import { itemsOf, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { ValidationCode } from '../../../validate/fault-codes.js'
import { listed, type ValidationFault, validationOptions } from '../../../validate/faults.js'
import { type Found, meantInList } from '../../../validate/issues/alternatives.js'
import { codeOfKeyword } from '../../../validate/json-schema-codes.js'
import { namesOfPointer, placeIn, pointerOfPointer, pointerOfText } from '../../../validate/place.js'
import { allowedHeaders } from '../../exposed.js'
import type { Family, ForeignError } from '../../family.js'

/** The family. */
export const expressOpenApiValidator: Family = {
  name: 'express-openapi-validator',
  // Phrases; the names of errors of other libraries are one word.
  names: [
    'Bad Request',
    'Unauthorized',
    'Forbidden',
    'Not Found',
    'Method Not Allowed',
    'Not Acceptable',
    'Request Entity Too Large',
    'Unsupported Media Type',
    'Internal Server Error',
  ],
  rows: [
    {
      when: isItsError,
      status: (error) => error.get('status') as number,
      options: (error, _, report, detailOf) => ({
        ...(error.get('status') === 400 && validationOptions(faultsIn(error.get('errors')), detailOf)),
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

interface PlacedFinding extends Found {
  readonly part: string
}

// The errors are those of ajv without the place in the schema: the errors of alternatives stand in front of that of their union.
function faultsIn(errors: unknown): readonly ValidationFault[] {
  const told: PlacedFinding[] = []
  for (const error of listed(errors)) {
    const own = findingOf(error)
    let start = told.length
    const isBelow = (one: PlacedFinding | undefined): boolean =>
      one?.part === own.part && own.path.every((name, index) => one.path[index] === name)
    while (own.code === 'union' && isBelow(told[start - 1])) start--
    const inside = told.splice(start)
    told.push(...(inside.length === 0 ? [own] : meantInList(own, inside)))
  }
  return told.map(({ part, path, code, issue }) => ({ ...placeIn(part, path), code, issue }))
}

// Older versions write dots: `.body.name`.
const PATH = /^[./]?(body|query|params|headers|cookies)(?:([./])(.*))?$/s

function findingOf(error: unknown): PlacedFinding {
  const [, part = 'body', separator, rest = ''] = PATH.exec(String(read(error, 'path'))) ?? []
  const pointer = separator === '.' ? pointerOfText(rest) : pointerOfPointer(rest === '' ? rest : `/${rest}`)
  // The name of a parameter or a field may have a dot.
  const path = part === 'body' ? namesOfPointer(pointer) : rest.split('/', 1)
  return { part, path, code: codeOfError(error), issues: [], issue: error }
}

// What no schema says has no code of its own.
function codeOfError(error: unknown): ValidationCode {
  const code = read(error, 'errorCode')
  if (typeof code === 'string') return codeOfKeyword(code.replace(/\.openapi\.validation$/, ''))
  const message = String(read(error, 'message'))
  if (message.startsWith('Unknown query parameter')) return 'unknown-member'
  return message.startsWith('Empty value found for query parameter') ? 'minLength' : 'invalid'
}
