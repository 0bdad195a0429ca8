/** Checks a location with a schema of another library (standardschema.dev). Its texts may quote what was rejected, so they are never told. */
import type { ValidationCode } from '../foreign/fault-codes.js'
import { type ReadIssue, readIssue } from '../foreign/issues.js'
import { placeIn } from '../foreign/place.js'
import { listed, MISSING, type ValidationFault } from '../foreign/validation.js'
import { nameValue, read } from '../problem/read.js'
import { isThenable } from '../problem/thenable.js'
import { expectation } from './expectation.js'
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
    if (!isObject(result) || !('value' in result))
      throw new TypeError(`a schema for ${checked.location} gave ${nameValue(result)}, and no result`)
    return { value: result.value }
  }
  const faults = listed(issues)
    .flatMap(readIssue)
    .map((issue) => faultOf(issue, checked))
  return { faults: faults.length > 0 ? faults : [placeIn(checked.location, [])] }
}

function faultOf({ path, isCut, code, issues }: ReadIssue, { vendor, value, location }: Checked): ValidationFault {
  const place = placeIn(location, path)
  if (!isCut && mayBeMissing(code) && isLacking(value, path)) return { ...place, code: 'required', detail: MISSING }
  const expected = issues.map((issue) => expectation(vendor, issue))
  const phrase = expected.includes(undefined) ? '' : [...new Set(expected)].join(' or ')
  // A value that came, and that a transformation made undefined, is not missing.
  return {
    ...place,
    code: code === 'required' ? 'type' : code,
    detail: phrase !== '' && phrase.length <= LONGEST ? `Expected ${phrase}.` : undefined,
  }
}

// Of alternatives, each may say much.
const LONGEST = 300

// To be too short, too low or no email address, a value has to be there, though perhaps under a name that a transformation gave it.
const OF_NO_VALUE: readonly (ValidationCode | undefined)[] = ['required', 'type', 'enum', 'const', 'union', 'invalid', undefined]

function mayBeMissing(code: ValidationCode | undefined): boolean {
  return OF_NO_VALUE.includes(code)
}

/** Tells whether the input lacks a value: of what is on the way to it, an object or a list has no such member. Below a text nothing is lacking: a transformation has made it. */
function isLacking(value: unknown, path: readonly (string | number)[]): boolean {
  let inner = value
  for (const key of path) {
    if (!isObject(inner)) return false
    inner = Object.hasOwn(inner, key) ? read(inner, key) : undefined
    if (inner === undefined) return true
  }
  return false
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
