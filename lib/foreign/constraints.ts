/** Tells which values of a request broke a constraint of the database, where the app has named the constraint. */

import { isJsonPointer } from '../../schemas/json.js'
import { isPropertyBag, itemsOf } from '../guard/read.js'
import { wrongOption } from '../guard/refuse.js'
import type { CreateOptions } from '../problem/create.js'
import type { DetailOf } from '../validate/describe-fault.js'
import { MISSING, told } from '../validate/faults.js'
import { pointerOfPointer } from '../validate/place.js'
import { constraintNames } from './constraint-names.js'
import type { ConstraintKind, FamilyRow } from './family.js'

/**
 * Where in a request the values of a database constraint stand: a JSON Pointer (RFC 6901), or some for a constraint of several columns,
 * by the name of the constraint.
 */
export type ConstraintPointers = Readonly<Record<string, string | readonly string[]>>

/** The same, checked, with pointers in fragment form. */
export type PreparedConstraints = ReadonlyMap<string, readonly string[]>

/** No constraint at all. */
export const NO_CONSTRAINTS: PreparedConstraints = new Map()

/** Checks the option `constraints`. */
export function prepareConstraints(given: unknown, owner = 'options'): PreparedConstraints {
  if (given === undefined) return NO_CONSTRAINTS
  const place = `${owner}.constraints`
  const expected = 'JSON Pointers, such as /email, by the name of a constraint'
  if (!isPropertyBag(given)) throw wrongOption(place, expected, given)
  return new Map(
    Object.entries(given).map(([name, value]) => {
      const pointers = itemsOf(value) ?? [value]
      const wrong = pointers.find((pointer) => !isJsonPointer(pointer))
      if (wrong !== undefined || pointers.length === 0 || pointers.includes(undefined))
        throw wrongOption(`${place}.${name}`, expected, wrong ?? value)
      return [name, pointers.map(pointerOfPointer)]
    }),
  )
}

// What is told of each value, where the detail of the problem tells of the request.
const DETAILS: Readonly<Record<ConstraintKind, string>> = {
  unique: 'The value is already in use.',
  reference: 'The value refers to something that does not exist, or that is still in use.',
  required: MISSING,
  check: 'The value is not allowed here.',
}

/** Gives the options of a row's problem, with the places of the values where the constraint that broke is one that the app has named. */
export function withPlaces(
  { kind }: Pick<FamilyRow, 'kind'>,
  options: CreateOptions | undefined,
  thrown: unknown,
  constraints: PreparedConstraints,
  detailOf?: DetailOf,
): CreateOptions | undefined {
  if (constraints.size === 0 || kind === undefined) return options
  const name = constraintNames(thrown).find((candidate) => constraints.has(candidate))
  if (name === undefined) return options
  const fault = { code: kind, detail: DETAILS[kind], issue: thrown }
  const errors = constraints.get(name)?.map((pointer) => told({ pointer, ...fault }, detailOf))
  return { ...options, extensions: { errors } }
}
