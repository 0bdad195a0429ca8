/** Checks a part with a schema of another library (standardschema.dev). Its texts may quote what was rejected, so they are never told. */

import { isThenable } from '../guard/call.js'
import { nameValue } from '../guard/name.js'
import { has, read } from '../guard/read.js'
import { expectation } from './expectation.js'
import type { ValidationCode } from './fault-codes.js'
import { listed, MISSING, type ValidationFault } from './faults.js'
import { type ReadIssue, readIssue } from './issues/read-issue.js'
import { valibotUnions } from './issues/valibot-unions.js'
import type { Outcome, ValueCheck } from './outcome.js'
import { type PartName, placeIn } from './place.js'
import type { StandardSchema } from './schemas-type.js'

/** Makes the check of a part. */
export function standardCheck(schema: StandardSchema, part: PartName): ValueCheck {
  return (value) => {
    const result = schema['~standard'].validate(value)
    const { vendor } = schema['~standard']
    const outcome = (given: unknown): Outcome => outcomeOf(given, { schema, vendor, value, part })
    return isThenable(result) ? Promise.resolve(result).then(outcome) : outcome(result)
  }
}

interface Checked {
  readonly schema: StandardSchema
  readonly vendor: unknown
  readonly value: unknown
  readonly part: PartName
}

function outcomeOf(result: unknown, checked: Checked): Outcome {
  const issues = read(result, 'issues')
  if (issues === undefined) {
    // Not isRecord(): that of arktype is an array with issues.
    if (!isObject(result) || !has(result, 'value'))
      throw new TypeError(`a schema for ${checked.part} gave ${nameValue(result)}, and no result`)
    return { value: (result as { readonly value?: unknown }).value }
  }
  const ask = checked.vendor === 'valibot' ? valibotUnions(checked.schema) : undefined
  const faults = listed(issues)
    .flatMap((issue) => readIssue(issue, ask))
    .map((issue) => faultOf(issue, checked))
  return { faults: faults.length > 0 ? faults : [placeIn(checked.part, [])] }
}

function faultOf({ path, isCut, code, issues, issue }: ReadIssue, { schema, vendor, value, part }: Checked): ValidationFault {
  const place = {
    ...placeIn(part, placeable(value, path)),
    issue,
    vendor: typeof vendor === 'string' ? vendor : undefined,
    seen: { wholes: [value], schema },
  }
  if (!isCut && mayBeMissing(code) && isLacking(value, path)) return { ...place, code: 'required', detail: MISSING }
  // What a union says of itself may be what each of its alternatives says of a value that is none of them.
  const expected = issues.map((issue) => (code === 'union' && issues.length === 1 ? undefined : expectation(vendor, issue)))
  const phrase = expected.includes(undefined) ? '' : [...new Set(expected)].join(' or ')
  // A value that came, and that a transformation made undefined, is not missing.
  return {
    ...place,
    code: code === 'required' ? 'type' : code,
    detail: phrase !== '' && phrase.length <= LONGEST ? `Expected ${phrase}.` : undefined,
  }
}

// Each alternative of a union may say much.
const LONGEST = 300

// To be too short, too low or no email address, a value has to be there, though perhaps under a name that a transformation gave it.
const OF_NO_VALUE: readonly ValidationCode[] = ['required', 'type', 'enum', 'const', 'union', 'invalid']

function mayBeMissing(code: ValidationCode): boolean {
  return OF_NO_VALUE.includes(code)
}

/** Tells whether the input lacks a value: of what is on the way to it, an object or a list has no such member. Below a text nothing is lacking: a transformation has made it. */
function isLacking(value: unknown, path: readonly (string | number)[]): boolean {
  let inner = value
  for (const key of path) {
    if (!isObject(inner) || isNoIndex(inner, key)) return false
    inner = Object.hasOwn(inner, key) ? read(inner, key) : undefined
    if (inner === undefined) return true
  }
  return false
}

// zod gives a member of a Set no name, and the Set was a list.
function placeable(value: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let inner = value
  for (const [index, key] of path.entries()) {
    if (isNoIndex(inner, key)) return path.slice(0, index)
    inner = isObject(inner) && Object.hasOwn(inner, key) ? read(inner, key) : undefined
  }
  return path
}

function isNoIndex(list: unknown, key: string | number): boolean {
  return Array.isArray(list) && !/^\d+$/.test(String(key))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
