/** Errors of validators: zod, valibot, joi, celebrate, yup, ajv, arktype, TypeBox, superstruct, class-validator and every Standard Schema. */
import type { CreateOptions } from '../problem/create.js'
import { isRecord, itemsOf, read } from '../problem/read.js'
import type { Family, FamilyRow, ForeignError, Mark } from './family.js'
import { pointerOf, pointerOfPointer, pointerOfText, pointerTo } from './pointer.js'
import { codeOf, faultsOf, statusOfFaults, type ValidationFault, validationOptions } from './validation.js'

function validation(when: Mark, faults: (error: ForeignError) => readonly ValidationFault[]): FamilyRow {
  return {
    when,
    status: (error) => statusOfFaults(faults(error)),
    options: (error): CreateOptions => validationOptions(faults(error)),
  }
}

function issueFault(issue: unknown): ValidationFault {
  // valibot has the code in `type`; of a Standard Schema there is none.
  return { pointer: pointerOf(read(issue, 'path')), code: codeOf(read(issue, 'code')) ?? codeOf(read(issue, 'type')) }
}

function hasIssues(error: ForeignError): boolean {
  const issues = itemsOf(error.get('issues'))
  return issues !== undefined && issues.length > 0 && issues.every((issue) => typeof read(issue, 'message') === 'string')
}

/** The fault of an error of ajv: required and additional properties are told by their name. */
export function ajvFault(error: unknown): ValidationFault {
  const place = pointerOfPointer(read(error, 'instancePath'))
  const params = read(error, 'params')
  const name = read(params, 'missingProperty') ?? read(params, 'additionalProperty') ?? read(params, 'unevaluatedProperty')
  return { pointer: typeof name === 'string' ? pointerTo(place, name) : place, code: codeOf(read(error, 'keyword')) }
}

function isAjvList(list: unknown): boolean {
  const items = itemsOf(list)
  return (
    items !== undefined &&
    items.length > 0 &&
    items.every((item) => typeof read(item, 'instancePath') === 'string' && typeof read(item, 'keyword') === 'string')
  )
}

function isClassValidatorList(list: unknown): boolean {
  const items = itemsOf(list)
  return (
    items !== undefined &&
    items.length > 0 &&
    items.every((item) => typeof read(item, 'property') === 'string' && isRecord(item) && 'children' in item)
  )
}

// Its errors are a tree of properties.
function classValidatorFaults(list: unknown, place = '#', depth = 0): ValidationFault[] {
  if (depth > 8) return []
  return (itemsOf(list) ?? []).flatMap((item) => {
    const pointer = pointerTo(place, read(item, 'property'))
    const constraints = read(item, 'constraints')
    const own = isRecord(constraints) ? Object.keys(constraints).map((code) => ({ pointer, code })) : []
    return [...own, ...classValidatorFaults(read(item, 'children'), pointer, depth + 1)]
  })
}

function isCelebrate(error: ForeignError): boolean {
  const details = error.get('details')
  return details instanceof Map && [...details.values()].every((one) => Array.isArray(read(one, 'details')))
}

function celebrateFaults(error: ForeignError): ValidationFault[] {
  return [...(error.get('details') as Map<unknown, unknown>)].flatMap(([segment, one]) =>
    faultsOf(read(one, 'details'), (detail) => placed(String(segment), read(detail, 'path'), codeOf(read(detail, 'type')))),
  )
}

/** Tells where in a request a fault is: in the body by pointer, elsewhere by name. */
export function placed(segment: string, path: unknown, code: string | undefined): ValidationFault {
  const where = LOCATIONS[segment] ?? segment
  if (where === 'body') return { in: where, pointer: pointerOf(path), code }
  const name = (itemsOf(path) ?? [path]).filter((item) => typeof item === 'string' || typeof item === 'number').join('.')
  return { in: where, ...(where === 'header' ? { header: name } : { parameter: name }), code }
}

const LOCATIONS: Readonly<Record<string, string>> = {
  body: 'body',
  query: 'query',
  params: 'path',
  headers: 'header',
  cookies: 'cookie',
  signedCookies: 'cookie',
}

function superstructFaults(error: ForeignError): ValidationFault[] {
  try {
    const failures = (error.get('failures') as () => Iterable<unknown>).call(error.thrown)
    return [...failures].map((failure) => ({ pointer: pointerOf(read(failure, 'path')), code: codeOf(read(failure, 'type')) }))
  } catch {
    return [{ pointer: pointerOf(error.get('path')) }]
  }
}

/** The family. */
export const validators: Family = {
  name: 'validators',
  rows: [
    validation(
      (error) => /^\$?ZodError$|^ValiError$|^SchemaError$/.test(error.name ?? '') && Array.isArray(error.get('issues')),
      (error) => faultsOf(error.get('issues'), issueFault),
    ),
    validation(
      (error) => error.name === 'ValidationError' && Array.isArray(error.get('details')),
      (error) =>
        faultsOf(error.get('details'), (detail) => ({
          pointer: pointerOf(read(detail, 'path')),
          code: codeOf(read(detail, 'type')),
        })),
    ),
    validation(isCelebrate, celebrateFaults),
    validation(
      (error) => error.name === 'ValidationError' && Array.isArray(error.get('inner')),
      (error) => {
        const inner = itemsOf(error.get('inner')) ?? []
        return (inner.length > 0 ? inner : [error.thrown]).map((one) => ({
          pointer: pointerOfText(read(one, 'path')),
          code: codeOf(read(one, 'type')),
        }))
      },
    ),
    validation(
      (error) => isAjvList(error.thrown) || (error.get('validation') === true && Array.isArray(error.get('errors'))),
      (error) => faultsOf(Array.isArray(error.thrown) ? error.thrown : error.get('errors'), ajvFault),
    ),
    validation(
      (error) => isClassValidatorList(error.thrown),
      (error) => classValidatorFaults(error.thrown),
    ),
    validation(
      (error) => error.name === 'TraversalError' && error.get('arkErrors') !== undefined,
      (error) => faultsOf(error.get('arkErrors'), issueFault),
    ),
    validation(
      (error) =>
        error.isError && typeof read(error.get('error'), 'path') === 'string' && read(error.get('error'), 'schema') !== undefined,
      (error) => [{ pointer: pointerOfPointer(read(error.get('error'), 'path')) }],
    ),
    validation(
      (error) => error.isError && typeof error.get('failures') === 'function' && Array.isArray(error.get('path')),
      superstructFaults,
    ),
    validation(
      (error) => typeof error.get('array') === 'function' && typeof error.get('mapped') === 'function',
      (error) => (itemsOf(error.get('errors')) ?? []).flatMap(expressValidatorFaults),
    ),
    // Mongoose: a record by path.
    validation(
      (error) => error.name === 'ValidationError' && typeof error.get('_message') === 'string' && isRecord(error.get('errors')),
      (error) =>
        Object.entries(error.get('errors') as object).map(([path, one]) => ({
          pointer: pointerOfText(path),
          code: codeOf(read(one, 'kind')),
        })),
    ),
    validation(
      (error) => error.name === 'StrictModeError',
      (error) => [{ pointer: pointerOfText(error.get('path')), code: 'strict' }],
    ),
    {
      when: (error) => error.name === 'CastError' && typeof error.get('kind') === 'string',
      status: 400,
      options: () => ({ detail: 'A value does not have the form that is needed.' }),
    },
    validation(
      (error) => hasIssues(error),
      (error) => faultsOf(error.get('issues'), issueFault),
    ),
  ],
}

// Fields that nobody checks are listed in one of its errors.
function expressValidatorFaults(fault: unknown): ValidationFault[] {
  const code = codeOf(read(fault, 'type'))
  const unknown = code === 'unknown_fields' ? faultsOf(read(fault, 'fields'), expressValidatorFault) : []
  return unknown.length > 0 ? unknown.map((one) => ({ ...one, code })) : [expressValidatorFault(fault)]
}

function expressValidatorFault(fault: unknown): ValidationFault {
  const location = read(fault, 'location')
  const path = pointerOfText(read(fault, 'path'))
  if (location === 'body' || typeof location !== 'string') return { in: 'body', pointer: path, code: codeOf(read(fault, 'type')) }
  return placed(location, [read(fault, 'path')], codeOf(read(fault, 'type')))
}
