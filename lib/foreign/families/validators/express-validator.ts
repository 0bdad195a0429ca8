/** The result of express-validator, which apps throw as it is. It holds the values. */
import { jsonText } from '../../../../schemas/json-text.js'
import { has, isRecord, itemsOf, read } from '../../../guard/read.js'
import type { ToldFault } from '../../../validate/describe-fault.js'
import type { ValidationCode } from '../../../validate/fault-codes.js'
import { listed, statusOfFaults, type ValidationFault, validationOptions } from '../../../validate/faults.js'
import { namesOfPointer, placeIn, pointerOfText } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'

/** The family. */
export const expressValidator: Family = {
  name: 'express-validator',
  rows: [
    {
      when: (error) =>
        typeof error.get('array') === 'function' &&
        typeof error.get('mapped') === 'function' &&
        itemsOf(error.get('errors')) !== undefined,
      status: (error) => statusOfFaults(faultsOf(error)),
      options: (error, _facts, _report, detailOf) => {
        const options = validationOptions(faultsOf(error), detailOf)
        return { ...options, extensions: { errors: distinct(options.extensions.errors) } }
      },
    },
  ],
}

function faultsOf(error: ForeignError): readonly ValidationFault[] {
  return listed(error.get('errors')).flatMap((fault) => faultsIn(fault))
}

// Alternatives in alternatives, deeper than anyone writes; also the end of an error that holds itself.
const DEEPEST = 8

// Each place that `oneOf()` names would do, so all are told; one error lists the fields that nobody checks.
function faultsIn(fault: unknown, depth = 0): readonly ValidationFault[] {
  const fields = listed(read(fault, 'fields')).map((field) => faultAt(field, 'unknown-member', fault))
  if (fields.length > 0) return fields
  // The errors of a group stand in a list of their own.
  const nested =
    depth < DEEPEST
      ? listed(read(fault, 'nestedErrors'))
          .flatMap((one) => itemsOf(one) ?? [one])
          .filter(isRecord)
      : []
  if (nested.length > 0) return listed(nested).flatMap((one) => faultsIn(one, depth + 1))
  return [faultAt(fault, codeOfFault(fault), fault)]
}

// express-validator does not say which check failed, only that the value was not there.
function codeOfFault(fault: unknown): ValidationCode {
  const type = read(fault, 'type')
  if (type === 'unknown_fields') return 'unknown-member'
  if (type === 'alternative' || type === 'alternative_grouped') return 'union'
  return isRecord(fault) && has(fault, 'value') && read(fault, 'value') === undefined ? 'required' : 'invalid'
}

function faultAt(field: unknown, code: ValidationCode, issue: unknown): ValidationFault {
  const location = read(field, 'location')
  // Version 6 calls the path `param`.
  const pointer = pointerOfText(read(field, 'path') ?? read(field, 'param'))
  if (location === 'body' || typeof location !== 'string') return { in: 'body', pointer, code, issue }
  return { ...placeIn(location, namesOfPointer(pointer)), code, issue }
}

// Several checks of one place come to the same, unless the app has told them apart by texts of its own.
function distinct(faults: readonly ToldFault[]): readonly ToldFault[] {
  return [...new Map(faults.map((fault) => [jsonText(fault), fault])).values()]
}
