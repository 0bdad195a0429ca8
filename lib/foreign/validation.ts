/** Makes one problem of what a validator found. Texts of validators may quote what was rejected, so ours are told by the code alone. */
import type { CreateOptions } from '../problem/create.js'
import { itemsOf } from '../problem/read.js'
import { bareCopy } from '../problem/root.js'
import type { FamilyRow, ForeignError, Mark } from './family.js'

/** One fault in a request. */
export interface ValidationFault {
  /** Where in the request, where that is known. */
  readonly in?: string | undefined
  /** A JSON Pointer into the body, in fragment form. */
  readonly pointer?: string | undefined
  readonly parameter?: string | undefined
  readonly header?: string | undefined
  /** The validator's own code, where it is short and plain. */
  readonly code?: string | undefined
  /**
   * What is wrong, in words of ours that quote nothing of the request.
   * @default told by the code
   */
  readonly detail?: string | undefined
}

/** How many faults are told: more than anyone mends at once. */
export const MOST_FAULTS = 100

const CODE = /^[A-Za-z][\w.$-]{0,63}$/
const REQUIRED = /required|missing|nullable|^non_?null/i

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

/** Gives the options of the problem. */
export function validationOptions(faults: readonly ValidationFault[]): CreateOptions {
  return { detail: INVALID, extensions: { errors: faults.slice(0, MOST_FAULTS).map(told) } }
}

function told(fault: ValidationFault): Record<string, unknown> {
  const { code, detail, ...place } = bareCopy(fault)
  const plain = typeof code === 'string' && CODE.test(code) ? code : undefined
  const members = Object.entries(place).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(members),
    ...(plain !== undefined && { code: plain }),
    detail: detail ?? (plain !== undefined && REQUIRED.test(plain) ? MISSING : 'The value is not allowed here.'),
  }
}

/** Makes the row of a validator: which errors are its own, and what it found. */
export function validationRow(when: Mark, faults: (error: ForeignError) => readonly ValidationFault[]): FamilyRow {
  return {
    when,
    status: (error) => statusOfFaults(faults(error)),
    options: (error) => validationOptions(faults(error)),
  }
}

/** Makes a fault of each item of a list that a validator filled. */
export function faultsFrom(list: unknown, fault: (item: unknown) => ValidationFault): ValidationFault[] {
  return listed(list).map(fault)
}

/** Gives the items of a list that a validator filled, as many as are told. */
export function listed(list: unknown): unknown[] {
  return (itemsOf(list) ?? []).slice(0, MOST_FAULTS)
}

/** Reads a code of a validator, whatever its kind. */
export function codeOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
