/** Runs a validator made by ajv and tells in our words what it found: where, and what was expected. Never what came. */

import { expectedBy } from './findings/expected.js'
import { type AjvError, pointerOf, type ToldError } from './findings/finding.js'
import { meantErrors } from './findings/meant.js'
import { unreplaced } from './findings/replaced.js'
import { escapeName, own } from './json.js'
import { jsonText } from './json-text.js'

/** A validator as ajv makes it: it leaves its findings on itself. */
export interface AjvCheck {
  (data: unknown): unknown
  errors?: readonly AjvError[] | null | undefined
}

/** One way in which members break their schema. */
export interface MembersFinding {
  /** The JSON Pointer of the member (RFC 6901), also of one that is missing or should not be there. */
  readonly pointer: string
  readonly keyword: string
  readonly expected: string
  /** The alternative of the whole object that says so, such as `oneOf/1`; none where the value is wrong whichever was meant. */
  readonly branch?: string | undefined
  /** Where the closest alternative finds something, as JSON Pointers, if the finding is that no alternative fits. */
  readonly closest?: readonly string[] | undefined
  /** What ajv found, as it gave it, or ajv-errors in its place. */
  readonly issue?: AjvError | undefined
}

/** Lists how members break their schema; an empty list means that they fit. */
export type MembersCheck = (members: unknown) => readonly MembersFinding[]

// A list of a hundred thousand wrong items has a finding for each.
const MOST_FINDINGS = 1000

// The findings of alternatives stand in front of the one that is told for them.
const MOST_ERRORS = 10_000

// To compare each item with each other, as ajv does, takes the square of their number.
const MOST_UNIQUE = 4096

/**
 * The second argument of a validator made by ajv: nothing. Its default, an object literal, has what stands on Object.prototype.
 */
export const CONTEXT: object = Object.freeze(Object.create(null))

/** Makes a check of the validator of a schema. One that does not compare in one pass gets no long lists to compare. */
export function membersCheck(check: AjvCheck, schema: unknown, comparesInOnePass = false): MembersCheck {
  const compares = !comparesInOnePass && String(jsonText(schema)).includes('"uniqueItems":true')
  // A validator that ajv made takes the context; one of another make ignores it.
  const run = check as (data: unknown, context: object) => unknown
  return (members) => {
    const tooLong = compares ? longLists(members, '') : []
    if (tooLong.length > 0) return tooLong
    if (run(members, CONTEXT) === true) return []
    const { errors, wordedBy } = unreplaced((check.errors ?? []).slice(0, MOST_ERRORS))
    return meantErrors(errors, schema, members)
      .slice(0, MOST_FINDINGS)
      .map((told) => toFinding(told, wordedBy.get(told.error) ?? told.error))
  }
}

function longLists(value: unknown, pointer: string): readonly MembersFinding[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length > MOST_UNIQUE)
    return [{ pointer, keyword: 'uniqueItems', expected: `at most ${MOST_UNIQUE} items, as all are compared`, issue: undefined }]
  return Object.entries(value).flatMap(([name, item]) => longLists(item, `${pointer}/${escapeName(name)}`))
}

function toFinding(told: ToldError, issue: AjvError): MembersFinding {
  const { error } = told
  const closest = own(told, 'closest')
  const { keyword: found, schemaPath, params } = error
  const keyword = found === 'false schema' ? refusingKeyword(schemaPath) : found
  return {
    pointer: pointerOf(error),
    keyword,
    expected: own(told, 'expected') ?? expectedBy(keyword, params),
    branch: own(told, 'branch'),
    ...(closest !== undefined && { closest: closest.map(pointerOf) }),
    issue,
  }
}

// A schema that is false has no keyword of its own. Where it is that of a member, there must be no such member.
function refusingKeyword(schemaPath: string): string {
  return /\/(?:properties|patternProperties|\$defs|definitions)\/[^/]+\/false schema$/.test(schemaPath)
    ? 'additionalProperties'
    : 'not'
}
