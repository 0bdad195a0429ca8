/** Errors of tsoa: what is wrong by the name of a parameter, or by the path in a body. They hold the values. */
import { isRecord, ownKeys, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { ValidationCode } from '../../../validate/fault-codes.js'
import { MOST_FAULTS, type ValidationFault } from '../../../validate/faults.js'
import { placeIn, pointerOf } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { validationRow } from './validation-row.js'

// How the texts of tsoa begin; a text of the app tells no code. None of them ends up in the answer.
const CODES: readonly (readonly [RegExp, ValidationCode])[] = [
  [/^'[^']{0,200}' is required$/, 'required'],
  [/^invalid /, 'type'],
  [/^minLength \d/, 'minLength'],
  [/^maxLength \d/, 'maxLength'],
  [/^minItems \d/, 'minItems'],
  [/^maxItems \d/, 'maxItems'],
  [/^required unique array$/, 'uniqueItems'],
  [/^min(?:Date)? /, 'minimum'],
  [/^max(?:Date)? /, 'maximum'],
  [/^Not match in /, 'pattern'],
  [/^(?:should be one of the following; |no member$)/, 'enum'],
  [/ is an excess property and therefore is not allowed$/, 'unknown-member'],
]

/** The family. */
export const tsoa: Family = {
  name: 'tsoa',
  names: ['ValidateError'],
  concerns: ({ isError }) => isError,
  rows: [validationRow(hasFields, faultsByField, (error) => error.get('status') as number)],
}

function hasFields(error: ForeignError): boolean {
  const fields = error.get('fields')
  return isErrorStatus(error.get('status')) && isRecord(fields) && ownKeys(fields).every((name) => isRecord(read(fields, name)))
}

function faultsByField(error: ForeignError): ValidationFault[] {
  const fields = error.get('fields')
  return ownKeys(fields)
    .slice(0, MOST_FAULTS)
    .map((name) => ({ ...placeOf(name), code: codeFor(read(read(fields, name), 'message')) }))
}

// A body has the name that the controller gives it, and what is in it stands behind a dot: `body.lines.$0.amount`. What is wrong with the
// body as a whole cannot be told from a parameter, unless it has its usual name. Items of lists that are parameters have a `$` alone.
function placeOf(name: string): Pick<ValidationFault, 'in' | 'pointer' | 'parameter'> {
  const [first, ...path] = name.split('.').map((segment) => segment.replace(/^\$(\d+)$/, '$1'))
  if (first === 'body' || first === 'requestBody' || path.some((segment) => !/^\d+$/.test(segment)))
    return { in: 'body', pointer: pointerOf(path) }
  return { parameter: placeIn('params', [first]).parameter }
}

function codeFor(message: unknown): ValidationCode | undefined {
  return typeof message === 'string' ? CODES.find(([pattern]) => pattern.test(message))?.[1] : undefined
}
