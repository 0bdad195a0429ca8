/** Decides which header fields an answer has: which of the abandoned response go, which stay, which the problem brings. */
import { shortName } from '../../guard/name.js'
import { read } from '../../guard/read.js'
import { type FieldValue, fieldValue, isToken, nameFieldFault } from '../../problem/fields/field-value.js'
import { type GivenFields, givenFields } from '../../problem/fields/given-fields.js'
import { isFraming } from '../../problem/headers.js'
import { errorFacts } from '../../status/codes.js'
import type { RequestFacts, ResponseFacts } from '../facts.js'
import type { Making } from '../making.js'
import { abandonedFields, ourFields } from './abandoned.js'
import { cacheControl } from './cache-control.js'
import { LONGEST_FIELD } from './form-fields.js'
import { type Field, isConnectionField, requiredFields } from './required.js'
import { joinedVary } from './vary.js'

/** What happens to the fields of a response. */
export interface FieldChanges {
  /** Names to remove. */
  readonly drop: readonly string[]
  /** Fields to set, first the type and the length of the body; each replaces what was there. */
  readonly set: readonly Field[]
}

// How many every answer has, in front of the others.
const LEADING = 4

// As long as two of the longest.
const LONGEST_FIELDS = 2 * LONGEST_FIELD

/** The body that the fields describe. */
export interface Body {
  readonly status: number
  readonly mediaType: string
  readonly bytes: number
  /** The language of the texts, where it is told. */
  readonly language: string | undefined
}

/** Decides about all fields. */
export function fieldChanges<Request>(making: Making<Request>, body: Body, response: ResponseFacts): FieldChanges {
  const own = givenFields(read(making.problem, 'headers')) ?? []
  const drop = abandonedFields(response, making.settings, body.status)
  const set: Field[] = [
    ...fieldsOf(body),
    ['Cache-Control', cacheControl(making, body.status, response)],
    ['X-Content-Type-Options', 'nosniff'],
  ]
  if (own.length > 0)
    for (const [name, value] of problemFields(making, own, body)) set.push([name, merged(name, value, response)])
  if (body.language !== undefined) set.push(['Content-Language', body.language])
  if (making.settings.vary !== undefined) addVary(set, making.settings.vary, response)
  const requires = errorFacts[body.status]?.requires
  if (requires !== undefined) {
    const has = (wanted: string): boolean =>
      response.names.includes(wanted) || set.some(([name]) => name.toLowerCase() === wanted)
    set.push(...requiredFields(making, { status: body.status, requires, has }, response))
  }
  return { drop, set }
}

/** Gives fields that were made for one body to another. */
export function describing(body: Pick<Body, 'mediaType' | 'bytes'>, fields: readonly Field[]): readonly Field[] {
  const own = fieldsOf(body)
  return fields.map((field) => own.find(([name]) => name === field[0]) ?? field)
}

function fieldsOf({ mediaType, bytes }: Pick<Body, 'mediaType' | 'bytes'>): readonly Field[] {
  return [
    ['Content-Type', mediaType],
    ['Content-Length', String(bytes)],
  ]
}

function problemFields<Request>({ facts, report }: Making<Request>, own: GivenFields, { status, language }: Body): Field[] {
  const fields: Field[] = []
  let room = LONGEST_FIELDS
  const names = own.map(([name]) => String(name))
  for (const [index, [, given]] of own.entries()) {
    const name = names[index] as string
    const lower = name.toLowerCase()
    const value = fieldValue(given)
    const isAlways = value !== undefined && value === alwaysOf(status, name)
    if (lower === 'cache-control' || (isAlways && !isWanted(value, names, facts)) || isConnectionField(lower, facts)) continue
    // The problem has told the language of its texts, and they may have been translated since.
    if (lower === 'content-language' && language !== undefined) continue
    if (!isToken(name) || value === undefined) {
      report('ERR_PROBLEM_HEADER', 'headers', 'a field that can be sent', nameFieldFault(isToken(name) ? given : name))
    } else if (ourFields.has(lower) || (isFraming(name) && !isAlways)) {
      report('ERR_PROBLEM_HEADER', `headers.${name}`, 'no field that describes the body or frames the message', 'one')
    } else if (lower === 'content-range' && status !== 416) {
      report('ERR_PROBLEM_HEADER', `headers.${name}`, 'it on a 416 only', `it on a ${status}`)
    } else if (length(value) > Math.min(LONGEST_FIELD, room)) {
      report(
        'ERR_PROBLEM_HEADER',
        `headers.${shortName(name)}`,
        `fields of at most ${LONGEST_FIELD} characters, together ${LONGEST_FIELDS}`,
        'more',
      )
    } else {
      room -= name.length + length(value)
      fields.push([name, value])
    }
  }
  return fields
}

/** Adds the fields of a form; each replaces what was there, but Link and Vary. */
export function withFields({ drop, set }: FieldChanges, added: readonly Field[], response: ResponseFacts): FieldChanges {
  const all = [...set]
  for (const [name, value] of added) {
    const lower = name.toLowerCase()
    const index = all.findIndex(([key]) => key.toLowerCase() === lower)
    const before = all[index]
    if (before === undefined) all.push([name, merged(name, value, response)])
    else all[index] = [before[0], isAdded(lower) ? joined(lower, [before[1], value]) : value]
  }
  return { drop, set: all }
}

// Most answers have nothing in Vary, and share the field.
function addVary(set: Field[], vary: Field, response: ResponseFacts): void {
  const index = set.length > LEADING ? set.findIndex(([name], place) => place >= LEADING && name.toLowerCase() === 'vary') : -1
  const before = index < 0 ? (response.names.includes('vary') ? response.field('vary') : undefined) : set[index]?.[1]
  const field: Field = before === undefined ? vary : ['Vary', joined('vary', [before, vary[1]])]
  if (index < 0) set.push(field)
  else set[index] = field
}

function length(value: FieldValue): number {
  return typeof value === 'string' ? value.length : value.reduce((sum, line) => sum + line.length, 0)
}

// RFC 9110 7.6.1: Connection names fields that are there. RFC 9113 8.2.2: HTTP/2 has none.
function isWanted<Request>(
  connection: FieldValue,
  names: readonly string[],
  { httpVersionMajor }: RequestFacts<Request>,
): boolean {
  return (
    httpVersionMajor < 2 &&
    (connection === 'close' || names.some((name) => name.toLowerCase() === String(connection).toLowerCase()))
  )
}

function alwaysOf(status: number, name: string): string | undefined {
  const always = errorFacts[status]?.always
  return always !== undefined && Object.hasOwn(always, name) ? always[name] : undefined
}

// RFC 9110 12.5.5 and 8288 3: what others have said in these fields stays true.
function merged(name: string, value: FieldValue, response: ResponseFacts): FieldValue {
  const lower = name.toLowerCase()
  const before = isAdded(lower) ? response.field(lower) : undefined
  return before === undefined ? value : joined(lower, [before, value])
}

function isAdded(lower: string): boolean {
  return lower === 'vary' || lower === 'link'
}

function joined(lower: string, values: readonly unknown[]): string {
  const lines = values.flat()
  // Links may have commas inside.
  return lower === 'vary' ? joinedVary(lines) : [...new Set(lines.map(String))].join(', ')
}
