/** Makes the header fields that a problem carries, from its options. */
import { errorFacts } from '../status/codes.js'
import type { ReportFault } from './fault.js'
import { FieldError } from './fields/field-error.js'
import { type FieldValue, fieldValue, isToken, nameFieldFault } from './fields/field-value.js'
import { type FieldMaker, fieldMakers } from './options.js'
import { isPropertyBag, nameValue, ownKeys, readOption, readOrTell } from './read.js'

/** Header fields of a problem, by name as the RFCs write it. */
export type ProblemHeaders = Record<string, FieldValue>

const makersByStatus: ReadonlyMap<number, readonly FieldMaker[]> = new Map(
  Object.keys(errorFacts).map((status) => [Number(status), fieldMakers(Number(status))]),
)

/** Lists what of its options a status turns into fields. */
export function makersOf(status: number): readonly FieldMaker[] {
  return makersByStatus.get(status) ?? []
}

/** Makes the fields; what cannot be sent is reported and left out. */
export function problemHeaders(
  status: number,
  options: Readonly<Record<string, unknown>> | undefined,
  report: ReportFault,
): ProblemHeaders {
  const headers: ProblemHeaders = { ...errorFacts[status]?.always }
  if (options === undefined) return headers
  addSafe(headers, readOption(options, 'headers', report), report)
  for (const maker of makersOf(status)) {
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
  if (!isPropertyBag(source)) {
    report('ERR_PROBLEM_OPTION', 'headers', 'an object of header fields', nameValue(source))
    return
  }
  for (const name of ownKeys(source)) {
    const place = `headers.${name.slice(0, 40)}`
    const given = readOrTell(source, name, () =>
      report('ERR_PROBLEM_HEADER', place, 'a readable value', 'one that throws when it is read'),
    )
    if (given === undefined) continue
    const value = fieldValue(given)
    // An assignment to `__proto__` would change the prototype of the record.
    if (!isToken(name) || name === '__proto__')
      report('ERR_PROBLEM_HEADER', 'headers', 'names that are tokens', nameFieldFault(name))
    else if (isFraming(name)) report('ERR_PROBLEM_HEADER', place, 'no field that frames the message', 'one')
    else if (value === undefined) report('ERR_PROBLEM_HEADER', place, 'a value that can be sent', nameFieldFault(given))
    else headers[name] = value
  }
}

function addBuilt(headers: ProblemHeaders, { option, field, build }: FieldMaker, value: unknown, report: ReportFault): void {
  try {
    const built = build(value)
    if (built !== undefined) headers[field] = built
  } catch (error) {
    const { expected, got } =
      error instanceof FieldError ? error : { expected: 'a readable value', got: 'one that throws when it is read' }
    report('ERR_PROBLEM_HEADER', option, expected, got)
  }
}
