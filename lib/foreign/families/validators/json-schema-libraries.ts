/** Errors of jsonschema and is-my-json-valid, and of OpenAPI validators beside express-openapi-validator. They hold the values. */
import { itemsOf, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { ValidationCode } from '../../../validate/fault-codes.js'
import { codeOf, faultsFrom, listed, type ValidationFault } from '../../../validate/faults.js'
import { placeIn, pointerOf, pointerOfText, pointerTo } from '../../../validate/place.js'
import type { Family } from '../../family.js'
import { said } from '../rows.js'
import { ajvFaultsIn, isAjvList } from './ajv-faults.js'
import { validationRow } from './validation-row.js'

const saysInput = said(/^Input validation error$/)

/** The family. */
export const jsonSchemaLibraries: Family = {
  name: 'JSON Schema libraries',
  mayBeOwnData: true,
  keys: ['0', 'errors', 'property'],
  rows: [
    // jsonschema throws its first error, which is no Error, or its result.
    validationRow(
      (error) => isJsonSchema(error.thrown),
      (error) => [jsonSchemaFault(error.thrown)],
    ),
    validationRow(
      (error) => isListOf(error.get('errors'), isJsonSchema),
      (error) => faultsFrom(error.get('errors'), jsonSchemaFault),
    ),
    validationRow(
      (error) => isListOf(error.thrown, isMyJson),
      (error) => faultsFrom(error.thrown, myJsonFault),
    ),
    // openapi-request-validator
    validationRow(
      (error) => !error.isError && isErrorStatus(error.get('status')) && isListOf(error.get('errors'), isOpenApi),
      (error) => faultsFrom(error.get('errors'), openApiFault),
      (error) => error.get('status') as number,
    ),
    // openapi-validator-middleware
    validationRow(
      (error) => saysInput(error) && isAjvList(error.get('errors')),
      (error) => listed(error.get('errors')).flatMap(inputFaults),
    ),
  ],
}

function isListOf(list: unknown, isOne: (item: unknown) => boolean): boolean {
  const items = itemsOf(list)
  return items !== undefined && items.length > 0 && items.every(isOne)
}

function isJsonSchema(one: unknown): boolean {
  const property = read(one, 'property')
  return (
    typeof property === 'string' &&
    property.startsWith('instance') &&
    itemsOf(read(one, 'path')) !== undefined &&
    typeof read(one, 'name') === 'string'
  )
}

function jsonSchemaFault(one: unknown): ValidationFault {
  const [place, name] = [pointerOf(read(one, 'path')), read(one, 'name')]
  const isNamed = name === 'required' || name === 'additionalProperties'
  return { pointer: isNamed ? pointerTo(place, read(one, 'argument')) : place, code: codeOf(name) }
}

function isMyJson(one: unknown): boolean {
  const field = read(one, 'field')
  return typeof field === 'string' && /^data(?:$|[.[])/.test(field) && typeof read(one, 'message') === 'string'
}

// The texts of is-my-json-valid are few and hold no value.
const MY_CODES: ReadonlyMap<unknown, ValidationCode> = new Map([
  ['is required', 'required'],
  ['is the wrong type', 'type'],
  ['has additional properties', 'unknown-member'],
  ['must be an enum value', 'enum'],
  ['must be unique', 'uniqueItems'],
  ['pattern mismatch', 'pattern'],
])

function myJsonFault(one: unknown): ValidationFault {
  return { pointer: pointerOfText(String(read(one, 'field')).replace(/^data\.?/, '')), code: MY_CODES.get(read(one, 'message')) }
}

function isOpenApi(one: unknown): boolean {
  return typeof read(one, 'location') === 'string' && typeof read(one, 'errorCode') === 'string'
}

function openApiFault(one: unknown): ValidationFault {
  const location = String(read(one, 'location'))
  const code = codeOf(String(read(one, 'errorCode')).replace(/\.openapi\.requestValidation$/, ''))
  const path = read(one, 'path')
  if (location === 'body') return { in: location, pointer: pointerOfText(path), code }
  return { ...placeIn(location === 'path' ? 'params' : location, [path]), code }
}

// The paths of openapi-validator-middleware begin with the part of the request.
function inputFaults(one: unknown): readonly ValidationFault[] {
  const path = read(one, 'instancePath') ?? read(one, 'dataPath')
  const [, part = 'body', rest = ''] = /^[/.](body|query|params|path|headers)(.*)$/s.exec(String(path)) ?? []
  const error = { instancePath: rest, keyword: read(one, 'keyword'), params: read(one, 'params') }
  return ajvFaultsIn(part === 'path' ? 'params' : part, [error])
}
