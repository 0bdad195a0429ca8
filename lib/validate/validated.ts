/** Keeps what came through the schemas with the request. Never in `req.query` or `req.body`: the one is read-only in Express 5, the other belongs to the app. */

import { bare } from '../guard/bare.js'
import { read } from '../guard/read.js'
import { misuse } from '../guard/refuse.js'
import type { RequestSchemas } from './schemas-type.js'

/** What came through the schemas of one or more `validate()`. */
export type ValidatedParts = Readonly<Record<string, unknown>>

/** What a request carries: the parts of all, the last of each, and those of each `validate()` by its schemas. */
interface Kept {
  readonly all: ValidatedParts
  readonly bySchemas: ReadonlyMap<unknown, ValidatedParts>
}

// A protocol version, as that of the classes: both builds of the package read it.
const VALIDATED = Symbol.for('http-problems/1/validated')

/** Adds what came through; a later `validate()` of the same part has the last word. Gives all of it. */
export function remember(req: object, schemas: RequestSchemas, parts: ValidatedParts): ValidatedParts {
  const before = keptIn(req)
  const all = { ...before?.all, ...parts }
  const kept: Kept = { all, bySchemas: new Map(before?.bySchemas).set(schemas, parts) }
  Object.defineProperty(req, VALIDATED, bare({ value: kept, configurable: true }))
  return all
}

/**
 * Gives what came through: of the parts that the schemas are for, what these let through, so that their types hold; a TypeError where
 * the request did not pass a `validate()` with them.
 */
export function recall(req: unknown, schemas: RequestSchemas | undefined): ValidatedParts {
  const kept = keptIn(req)
  const own = schemas === undefined ? kept?.all : kept?.bySchemas.get(schemas)
  if (kept !== undefined && own !== undefined) {
    const isLast = Object.entries(own).every(([name, value]) => Object.is(kept.all[name], value))
    return isLast ? kept.all : { ...kept.all, ...own }
  }
  const expected = schemas === undefined ? 'a request that has passed validate()' : 'a request that has passed this validate()'
  const got = kept === undefined ? 'one that has not' : 'one that has passed another'
  throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'validated', expected, got })
}

function keptIn(req: unknown): Kept | undefined {
  return read(req, VALIDATED) as Kept | undefined
}
