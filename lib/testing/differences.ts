/** Compares a response with what was expected of it, and lists every difference. */

import { owns, pointerNames } from '../../schemas/json.js'
import { problemSchema } from '../../schemas/problem.js'
import { resolveUri } from '../../schemas/uri.js'
import { schemaFindings } from '../../schemas/validate.js'
import { constantFields } from '../define/fields.js'
import { equals } from '../guard/equals.js'
import { nameError } from '../guard/name.js'
import { isRecord, read } from '../guard/read.js'
import { isReserved, type StandardMember } from '../problem/members.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import { isErrorStatus } from '../problem/status.js'
import { jsonRepresentation } from '../respond/representations/json.js'
import { errorFacts } from '../status/codes.js'
import type { Expectation } from './expectation.js'
import { memberDifferences } from './member-schema.js'
import type { Received } from './response.js'
import { show } from './show.js'

/** One difference. */
export interface Difference {
  /** Where the response differs: `status`, a header field, `body`, or the way to a member of the body. */
  readonly place: string | readonly string[]
  readonly expected: string
  readonly got: string
  /** The value that is expected, where there is exactly one. */
  readonly value?: unknown
}

type Document = Readonly<Record<string, unknown>>

/** Lists the differences; none means that the response is the problem. */
export function differences(received: Received, expectation: Expectation): readonly Difference[] {
  const { body } = received
  const around = [...statusDifferences(received, expectation), ...fieldDifferences(received, expectation)]
  if (!isRecord(body))
    return [...around, { place: 'body', expected: 'a JSON object', got: received.text === '' ? 'nothing' : show(received.text) }]
  const named = namedMembers(body, expectation)
  const mentioned = new Set(named.map(({ place }) => String(place)))
  return [
    ...around,
    ...standardDifferences(body, received, expectation),
    ...named,
    // A wrong value may break the schema too; it is told once.
    ...invalidMembers(body, expectation).filter(({ place }) => !mentioned.has(String(place))),
  ]
}

function statusDifferences({ status: got }: Received, { status: wanted }: Expectation): readonly Difference[] {
  if (wanted === undefined) return isErrorStatus(got) ? [] : [{ place: 'status', expected: '400 to 599', got: String(got) }]
  return got === wanted ? [] : [{ place: 'status', expected: String(wanted), got: String(got), value: wanted }]
}

function fieldDifferences({ status, field }: Received, { definition }: Expectation): readonly Difference[] {
  const mediaType = field('Content-Type')
  const { mediaType: expected } = jsonRepresentation
  const wrongType = { place: 'Content-Type', expected, got: mediaType ?? 'nothing', value: expected }
  const promised = [
    // Upgrade and Connection are about the connection: HTTP/2 has none, and fetch hides them.
    ...(errorFacts[status]?.requires ?? []).filter((name) => name !== 'Upgrade' && name !== 'Connection'),
    // A problem may have another value than its type; that it has one is promised.
    ...(definition === undefined ? [] : Object.keys(constantFields(definition))),
  ]
  return [
    ...(mediaType === expected ? [] : [wrongType]),
    ...[...new Set(promised)]
      .filter((name) => field(name) === undefined)
      .map((place) => ({ place, expected: 'a value', got: 'nothing' })),
  ]
}

function standardDifferences(body: Document, { status, field }: Received, wanted: Expectation): readonly Difference[] {
  const invalid = schemaFindings(body).map(({ instancePath }) => {
    const path = pointerNames(instancePath)
    return { place: path, expected: expectedBySchema(path[0] as StandardMember), got: show(body[String(path[0])]) }
  })
  const known = new Set(invalid.map(({ place }) => place[0]))
  return [...invalid, ...wrongValues(body, status, field, wanted).filter(({ place }) => !known.has(String(place[0])))]
}

function expectedBySchema(name: StandardMember): string {
  const rule = problemSchema.properties[name]
  if (owns(rule, 'minimum')) return `an integer from ${rule.minimum} to ${rule.maximum}`
  return Object.hasOwn(rule, 'format') ? 'a URI reference (RFC 3986)' : 'a string'
}

function wrongValues(body: Document, status: number, field: Received['field'], wanted: Expectation): readonly Difference[] {
  // RFC 9457 3.1.2: `status`, if present, is that of the response. A class promises it.
  const code = wanted.type === undefined ? (read(body, 'status') ?? status) : read(body, 'status')
  // RFC 9457 4.2.1: the title of a translated problem is in another language.
  const translated = field('Content-Language') !== undefined || Object.hasOwn(wanted.members, 'title')
  return [
    ...(code === (wanted.status ?? status) ? [] : [wrong('status', wanted.status ?? status, body)]),
    ...(wanted.type === undefined || isTypeUri(read(body, 'type'), wanted.type) ? [] : [wrong('type', wanted.type, body)]),
    ...(wanted.title === undefined || translated || read(body, 'title') === wanted.title
      ? []
      : [wrong('title', wanted.title, body)]),
  ]
}

function wrong(name: string, value: unknown, body: Document): Difference {
  return { place: [name], expected: show(value), got: show(read(body, name)), value }
}

// Neither a scheme nor a path from the root: the base may be anything in front of it.
const IS_RELATIVE = /^(?![a-z][a-z0-9+.-]*:|[/?#])/i

/** Tells whether a type that was sent is the one that is wanted. */
// RFC 9457 3.1.1: no type means about:blank; a relative one is resolved, the handler may do so with its `baseUri`.
export function isTypeUri(got: unknown, wanted: string): boolean {
  const uri = got ?? ABOUT_BLANK
  if (uri === wanted || typeof uri !== 'string') return uri === wanted
  if (IS_RELATIVE.test(wanted)) return uri.endsWith(`/${wanted}`)
  return resolveUri(wanted, uri) === uri
}

function namedMembers(body: Document, { members }: Expectation): readonly Difference[] {
  return Object.entries(members).flatMap(([name, member]) => {
    if (typeof member === 'function') return checkedMember(name, member as (value: unknown) => unknown, body)
    return equals(read(body, name), member) ? [] : [wrong(name, member, body)]
  })
}

function checkedMember(name: string, check: (value: unknown) => unknown, body: Document): readonly Difference[] {
  let reason = 'refuses'
  try {
    if (check(read(body, name))) return []
  } catch (error) {
    reason = `fails with ${nameError(error)} for`
  }
  return [{ place: [name], expected: 'a value that the check accepts', got: `one that it ${reason}: ${show(read(body, name))}` }]
}

function invalidMembers(body: Document, { definition }: Expectation): readonly Difference[] {
  // Another problem has other members.
  if (definition === undefined || !isTypeUri(read(body, 'type'), definition.type)) return []
  const members = Object.fromEntries(Object.entries(body).filter(([name]) => !isReserved(name)))
  return (
    memberDifferences(definition, members)
      // RFC 9457 3.2: a client ignores members that it does not know; a handler may add some to every problem.
      .filter(({ path, keyword }) => path.length > 1 || !/^(?:additional|unevaluated)Properties$/.test(keyword))
      .map(({ path, expected, got }) => ({ place: path, expected, got }))
  )
}
