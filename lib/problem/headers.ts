/** Makes the header fields that a problem carries, from its options. */

import { emptyRecord, setOwn } from '../guard/bare.js'
import type { ReportFault } from '../guard/fault.js'
import { nameValue, shortName } from '../guard/name.js'
import { errorFacts } from '../status/codes.js'
import { readOption } from './arguments.js'
import { type FieldMaker, fieldMakers } from './field-makers.js'
import { FieldError, type FieldValue, fieldValue, isToken, nameFieldFault } from './fields/field-value.js'
import { givenFields } from './fields/given-fields.js'

/** Header fields of a problem, by name as the RFCs write it. */
export type ProblemHeaders = Record<string, FieldValue>

/** The fields that describe the body: a handler writes them for the body that it sends. */
export const bodyFields: readonly string[] = ['content-type', 'content-length', 'content-encoding', 'x-content-type-options']

/** Makes the fields; what cannot be sent is reported and left out. */
export function problemHeaders(
  status: number,
  options: Readonly<Record<string, unknown>> | undefined,
  declared: ProblemHeaders | undefined,
  report: ReportFault,
): ProblemHeaders {
  const always = errorFacts[status]?.always
  // To spread nothing takes time, too.
  const headers: ProblemHeaders = always === undefined && declared === undefined ? emptyRecord() : { ...always, ...declared }
  if (options === undefined) return headers
  addSafe(headers, readOption(options, 'headers', report), report)
  for (const maker of fieldMakers(status)) {
    const value = readOption(options, maker.option, report)
    if (value !== undefined) addBuilt(headers, maker, value, report)
  }
  return headers
}

// RFC 9112 6 and 7.6.1: who frames the message decides about these.
const FRAMING: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
])

/** Tells whether a field frames the message, so that no error may set it. */
export function isFraming(field: string): boolean {
  return FRAMING.has(field.toLowerCase())
}

function addSafe(headers: ProblemHeaders, source: unknown, report: ReportFault): void {
  if (source === undefined || source === null) return
  const fields = givenFields(source, (name) =>
    report('ERR_PROBLEM_HEADER', placeOf(name), 'a readable value', 'one that throws when it is read'),
  )
  if (fields === undefined) {
    report('ERR_PROBLEM_OPTION', 'headers', 'an object of header fields', nameValue(source))
    return
  }
  for (const [name, given] of fields) {
    if (given === undefined) continue
    // An assignment to `__proto__` would change the prototype of the record.
    if (!isToken(name) || name === '__proto__') {
      report('ERR_PROBLEM_HEADER', 'headers', 'names that are tokens', nameFieldFault(name))
      continue
    }
    const value = fieldValue(given)
    const place = placeOf(name)
    if (isFraming(name)) report('ERR_PROBLEM_HEADER', place, 'no field that frames the message', 'one')
    else if (value === undefined) report('ERR_PROBLEM_HEADER', place, 'a value that can be sent', nameFieldFault(given))
    else setField(headers, name, value)
  }
}

function placeOf(name: string): string {
  return `headers.${shortName(name)}`
}

// One field has one name, whatever its case: what a type declares gives way to what an occurrence says.
function setField(headers: ProblemHeaders, field: string, value: FieldValue): void {
  const before = Object.keys(headers).find((name) => name.toLowerCase() === field.toLowerCase())
  if (before !== undefined) delete headers[before]
  setOwn(headers, field, value)
}

function addBuilt(headers: ProblemHeaders, { option, field, build }: FieldMaker, value: unknown, report: ReportFault): void {
  try {
    const built = build(value)
    if (built !== undefined) setField(headers, field, built)
  } catch (error) {
    const { expected, got } =
      error instanceof FieldError ? error : { expected: 'a readable value', got: 'one that throws when it is read' }
    report('ERR_PROBLEM_HEADER', option, expected, got)
  }
}
