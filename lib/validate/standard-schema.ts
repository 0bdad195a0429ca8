/** Checks a location with a schema of another library (standardschema.dev). Its texts may quote what was rejected, so they are never told. */
import { placeIn } from '../foreign/place.js'
import { codeOf, listed, MISSING, type ValidationFault } from '../foreign/validation.js'
import { has, isRecord, itemsOf, nameValue, read } from '../problem/read.js'
import { isThenable } from '../problem/thenable.js'
import { expectation, strangersIn } from './expectation.js'
import type { LocationName } from './locations.js'
import type { LocationCheck, Outcome } from './outcome.js'
import type { StandardSchema } from './schemas-type.js'

/** Makes the check of a location. */
export function standardCheck(schema: StandardSchema, location: LocationName): LocationCheck {
  return (value) => {
    const result = schema['~standard'].validate(value)
    const { vendor } = schema['~standard']
    const outcome = (given: unknown): Outcome => outcomeOf(given, { vendor, value, location })
    return isThenable(result) ? Promise.resolve(result).then(outcome) : outcome(result)
  }
}

interface Checked {
  readonly vendor: unknown
  readonly value: unknown
  readonly location: LocationName
}

function outcomeOf(result: unknown, checked: Checked): Outcome {
  const issues = read(result, 'issues')
  if (issues === undefined) {
    // Not isRecord(): that of arktype is an array with issues.
    if (!isObject(result) || !has(result, 'value'))
      throw new TypeError(`a schema for ${checked.location} gave ${nameValue(result)}, and no result`)
    return { value: (result as { readonly value?: unknown }).value }
  }
  const faults = listed(issues).flatMap((issue) => faultsOf(issue, checked))
  return { faults: faults.length > 0 ? faults : [placeIn(checked.location, [])] }
}

function faultsOf(issue: unknown, { vendor, value, location }: Checked): readonly ValidationFault[] {
  const path = (itemsOf(read(issue, 'path')) ?? []).map(keyOf)
  // valibot has the code in `type`; the standard has none.
  const code = codeOf(read(issue, 'code')) ?? codeOf(read(issue, 'type'))
  const expected = expectation(vendor, issue)
  const detail = isMissing(value, path) ? MISSING : expected && `Expected ${expected}.`
  const strangers = strangersIn(issue)
  const places = strangers.length > 0 ? strangers.map((name) => [...path, name]) : [path]
  return places.map((place) => ({ ...placeIn(location, place), code, detail }))
}

function keyOf(segment: unknown): string | number {
  const key = isRecord(segment) ? read(segment, 'key') : segment
  return typeof key === 'number' ? key : String(key)
}

function isMissing(value: unknown, path: readonly (string | number)[]): boolean {
  let inner = value
  for (const key of path) inner = isObject(inner) && Object.hasOwn(inner, key) ? read(inner, key) : undefined
  return inner === undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
