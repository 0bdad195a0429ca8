/** Runs a validator made by ajv and tells in our words what it found: where, and what was expected. Never what came. */
import { expectedBy } from './expected.js'
import { escapeName } from './json-pointer.js'

/** One finding of ajv. */
export interface AjvError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
  /** The name that is judged, within `propertyNames`. */
  readonly propertyName?: string
}

/** A validator as ajv makes it: it leaves its findings on itself. */
export interface AjvCheck {
  (data: unknown): unknown
  errors?: readonly AjvError[] | null | undefined
}

/** One way in which members break their schema. */
export interface MembersFault {
  /** The JSON Pointer of the member (RFC 6901), also of one that is missing or should not be there. */
  readonly pointer: string
  readonly keyword: string
  readonly expected: string
  /** The alternative of the whole object that says so, such as `oneOf/1`; none where the fault is a fact. */
  readonly branch?: string | undefined
}

/** Lists how members break their schema; an empty list means that they fit. */
export type MembersCheck = (members: unknown) => readonly MembersFault[]

// A list of a hundred thousand wrong items has a fault in each.
const MOST_FAULTS = 1000

// To compare each item with each other, as ajv does, takes the square of their number.
const MOST_UNIQUE = 4096

/**
 * The second argument of a validator made by ajv: nothing. Its default, an object literal, has what stands on Object.prototype.
 */
export const CONTEXT: object = Object.freeze(Object.create(null))

/** Makes a check of the validator of a schema. One that does not compare in one pass gets no long lists to compare. */
export function membersCheck(check: AjvCheck, schema: unknown, comparesInOnePass = false): MembersCheck {
  const compares = !comparesInOnePass && JSON.stringify(schema).includes('"uniqueItems":true')
  // What ajv makes takes it; what others make ignores it.
  const run = check as (data: unknown, context: object) => unknown
  return (members) => {
    const tooLong = compares ? longLists(members, '') : []
    if (tooLong.length > 0) return tooLong
    return run(members, CONTEXT) === true ? [] : (check.errors ?? []).slice(0, MOST_FAULTS).map(toFault)
  }
}

function longLists(value: unknown, pointer: string): readonly MembersFault[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length > MOST_UNIQUE)
    return [{ pointer, keyword: 'uniqueItems', expected: `at most ${MOST_UNIQUE} items, as all are compared` }]
  return Object.entries(value).flatMap(([name, item]) => longLists(item, `${pointer}/${escapeName(name)}`))
}

function toFault(error: AjvError): MembersFault {
  const { keyword, instancePath, schemaPath, params } = error
  const propertyName = Object.hasOwn(error, 'propertyName') ? error.propertyName : undefined
  const name = propertyName ?? NAMED.filter((param) => Object.hasOwn(params, param)).map((param) => params[param])[0]
  const pointer = typeof name === 'string' ? `${instancePath}/${escapeName(name)}` : instancePath
  return { pointer, keyword, expected: expectedBy(keyword, params), branch: branchOf(schemaPath) }
}

// `#/oneOf/0/properties/kind/const`. An alternative of a member is a fault of that member, whose own finding has no branch.
function branchOf(schemaPath: string): string | undefined {
  return /^#\/((?:oneOf|anyOf)\/\d+|not|if)\//.exec(schemaPath)?.[1] ?? (INNER.test(schemaPath) ? 'inner' : undefined)
}

const INNER =
  /^#(?:\/(?:properties|patternProperties)\/[^/]+|\/(?:items|additionalProperties|allOf\/\d+))+\/(?:oneOf|anyOf|not|if)\//

// ajv blames the object for what is wrong with the presence or the name of a property.
const NAMED = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']
