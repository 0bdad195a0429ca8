/** What may be said of a JSON body that a body parser refused. The messages of parsers quote the body, and `body` of their errors is all of it. */

import type { CreateOptions } from '../../../problem/create.js'
import type { DetailOf } from '../../../validate/describe-fault.js'
import { statusOfFaults, told, type ValidationFault, validationOptions } from '../../../validate/faults.js'
import { placeIn } from '../../../validate/place.js'
import { REFUSED_NAME, refusedNameFault, refusedNameIn } from '../../../validate/refused-name.js'
import type { FamilyRow, ForeignError } from '../../family.js'

type Options = NonNullable<FamilyRow['options']>

/** Says what is wrong: it is no JSON, and where; or no object and no list, which the parsers want although it is JSON. */
export const refusedJson: Options = (error, _facts, _report, detailOf) => {
  const wanted = 'The request body must be an object or a list.'
  if (isJson(error.text('body'))) return withFault(wanted, { code: 'type', detail: wanted, issue: error.thrown }, detailOf)
  // Anchored at the end, where V8 puts it; the part before may quote the body.
  const position = /in JSON at position (\d{1,15})(?: \(line \d+ column \d+\))?$/.exec(error.message ?? '')?.[1]
  const malformed = 'The request body is not valid JSON.'
  const place = position === undefined ? malformed : `The JSON text is malformed at position ${position}.`
  return withFault(malformed, { code: 'json', detail: place, issue: error.thrown }, detailOf)
}

function withFault(detail: string, fault: ValidationFault, detailOf: DetailOf | undefined): CreateOptions {
  return { detail, extensions: { errors: [told({ in: 'body', pointer: '#', ...fault }, detailOf)] } }
}

// RFC 8259 2: white space, and then a value. What starts as an object or a list was refused for another reason.
const NO_OBJECT = /^[ \t\n\r]*[^ \t\n\r{[]/

function isJson(body: string | undefined): boolean {
  if (body === undefined || !NO_OBJECT.test(body)) return false
  return parsed(body) !== undefined
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Tells a body with a member that would become a prototype: the parser of Koa refuses it as if it were no JSON. */
export function hasRefusedName(error: ForeignError): boolean {
  return error.message === 'Object contains forbidden prototype property'
}

/** Makes the status of such a body: that which `validate()` gives where the parser let it through. */
export function statusOfRefusedName(error: ForeignError): number {
  return statusOfFaults(refusedNames(error))
}

/** Says where in the body the name is. */
export const refusedNameOptions: Options = (error, _facts, _report, detailOf) => validationOptions(refusedNames(error), detailOf)

function refusedNames(error: ForeignError): ValidationFault[] {
  const path = refusedNameIn(parsed(String(error.get('body')))) ?? [REFUSED_NAME]
  return [{ ...placeIn('body', path), ...refusedNameFault, issue: error.thrown }]
}
