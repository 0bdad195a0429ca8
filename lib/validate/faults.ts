/** Makes one problem of what a validator found. Texts of validators may quote what was rejected, so ours are told by the code alone. */

import { bareCopy } from '../guard/bare.js'
import { listOf } from '../guard/read.js'
import type { CreateOptions } from '../problem/create.js'
import type { DetailOf, ToldFault } from './describe-fault.js'
import { isValidationCode, type ValidationCode } from './fault-codes.js'
import { codeOfKeyword } from './json-schema-codes.js'
import type { Place } from './place.js'
import type { Seen } from './texts/seen.js'

/** One fault in a request. */
export interface ValidationFault extends Place {
  /**
   * What kind of fault it is.
   * @default 'invalid'
   */
  readonly code?: ValidationCode | undefined
  /**
   * What is wrong, in words of ours that quote nothing of the request.
   * @default told by the code
   */
  readonly detail?: string | undefined
  /** What the validator found, as it gave it: for whoever describes the fault, and never told. */
  readonly issue?: unknown
  /** The name of the library, where its schema has told it. */
  readonly vendor?: string | undefined
  /** What was judged: for whoever asks who wrote the text of the issue, and never told. */
  readonly seen?: Seen | undefined
}

/** How many faults are told: more than anyone mends at once. */
export const MOST_FAULTS = 100

const INVALID = 'The request could be read, but some of its values are not allowed.'

/** The detail of a fault where there is no value. */
export const MISSING = 'A value is required here.'

/**
 * Gives the status of a request with faults, that which the client has to mend first: 400 where the target or the fields are wrong, 422
 * where only a body is, which was understood and cannot be processed (RFC 9110 15.5.21).
 */
export function statusOfFaults(faults: readonly ValidationFault[]): 400 | 422 {
  return faults.map(bareCopy).some((fault) => fault.in !== undefined && fault.in !== 'body') ? 400 : 422
}

/** Options of a problem with faults. */
export interface FaultsOptions extends CreateOptions {
  readonly extensions: { readonly errors: readonly ToldFault[] }
}

/** Gives the options of the problem. */
export function validationOptions(faults: readonly ValidationFault[], detailOf: DetailOf | undefined): FaultsOptions {
  return { detail: INVALID, extensions: { errors: faults.slice(0, MOST_FAULTS).map((fault) => told(fault, detailOf)) } }
}

/** Gives a fault as it is told. */
export function told(fault: ValidationFault, detailOf: DetailOf | undefined): ToldFault {
  const { code: given, detail, issue, vendor, seen, ...place } = bareCopy(fault)
  // JavaScript may give any word, and the set is closed.
  const code = isValidationCode(given) ? given : 'invalid'
  const members = Object.entries(place).filter(([, value]) => value !== undefined)
  const ours: ToldFault = {
    ...Object.fromEntries(members),
    code,
    detail: detail ?? (code === 'required' ? MISSING : 'The value is not allowed here.'),
  }
  return detailOf === undefined ? ours : { ...ours, detail: detailOf(ours, issue, vendor, seen) }
}

/** Makes a fault of each item of a list that a validator filled; the item is the issue. */
export function faultsFrom(list: unknown, fault: (item: unknown) => ValidationFault): ValidationFault[] {
  return listed(list).map((issue) => ({ issue, ...fault(issue) }))
}

/** Gives the items of a list that a validator filled, as many as are told. */
export function listed(list: unknown): unknown[] {
  return listOf(list).slice(0, MOST_FAULTS)
}

/** Reads a code of a library that has the words of JSON Schema, or ours; `undefined` where it is none of them. */
export function codeOf(value: unknown): ValidationCode | undefined {
  if (isValidationCode(value)) return value
  const code = codeOfKeyword(value)
  return code === 'invalid' ? undefined : code
}
