/** Runs a validator made by ajv and tells in our words what it found: where, and what was expected. Never what came. */
import { expectedBy } from './expected.js'

/** One finding of ajv. */
export interface AjvError {
  readonly keyword: string
  readonly instancePath: string
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
}

/** Lists how members break their schema; an empty list means that they fit. */
export type MembersCheck = (members: unknown) => readonly MembersFault[]

// To compare each item with each other takes the square of their number.
const MOST_UNIQUE = 4096

/** Makes a check of the validator of a schema. */
export function membersCheck(check: AjvCheck, schema: unknown): MembersCheck {
  const compares = JSON.stringify(schema).includes('"uniqueItems":true')
  return (members) => {
    const tooLong = compares ? longLists(members, '') : []
    if (tooLong.length > 0) return tooLong
    return check(members) === true ? [] : (check.errors ?? []).map(toFault)
  }
}

function longLists(value: unknown, pointer: string): readonly MembersFault[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length > MOST_UNIQUE)
    return [{ pointer, keyword: 'uniqueItems', expected: `at most ${MOST_UNIQUE} items, as all are compared` }]
  return Object.entries(value).flatMap(([name, item]) => longLists(item, `${pointer}/${escapeName(name)}`))
}

function toFault({ keyword, instancePath, params, propertyName }: AjvError): MembersFault {
  const name = propertyName ?? NAMED.map((param) => params[param]).find((value) => value !== undefined)
  const pointer = typeof name === 'string' ? `${instancePath}/${escapeName(name)}` : instancePath
  return { pointer, keyword, expected: expectedBy(keyword, params) }
}

// RFC 6901 3.
function escapeName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

// ajv blames the object for what is wrong with the presence or the name of a property.
const NAMED = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']
