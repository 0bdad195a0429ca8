/** Keeps what came through the schemas with the request. Never in `req.query` or `req.body`: the one is read-only in Express 5, the other belongs to the app. */
import { misuse } from '../problem/fault.js'
import { isRecord, nameValue, read } from '../problem/read.js'
import type { RequestSchemas } from './schemas-type.js'

/** What came through the schemas of one or more `validate()`. */
export type ValidatedParts = Readonly<Record<string, unknown>>

// A protocol version, as that of the classes: both builds of the package read it.
const VALIDATED = Symbol.for('http-problems/1/validated')

/** Adds what came through; a later `validate()` of the same part has the last word. Gives all of it. */
export function remember(req: object, values: ValidatedParts): ValidatedParts {
  const all: ValidatedParts = { ...(read(req, VALIDATED) as ValidatedParts | undefined), ...values }
  Object.defineProperty(req, VALIDATED, { value: all, configurable: true })
  return all
}

/** Gives what came through; a TypeError where the request did not pass a `validate()` with these schemas. */
export function recall(req: unknown, schemas: RequestSchemas | undefined): ValidatedParts {
  const values = read(req, VALIDATED)
  const names = Object.keys(schemas ?? {})
  const missing = isRecord(values) ? names.find((name) => !Object.hasOwn(values, name)) : 'anything'
  if (isRecord(values) && missing === undefined) return values
  const expected = 'a request that has passed validate()'
  const got = isRecord(values) ? `one without ${nameValue(missing)}` : 'one that has not'
  throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'validated', expected, got })
}
