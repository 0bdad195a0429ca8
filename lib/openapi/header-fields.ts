/** Documents the header fields of a response: those that its status calls for, and those of a declared type. */
import { owns } from '../../schemas/json.js'
import type { DocumentedField } from '../define/definition.js'
import { declaredFields } from '../define/fields.js'
import { bare } from '../guard/bare.js'
import type { FieldValue } from '../problem/fields/field-value.js'
import { type ErrorStatusFacts, errorFacts } from '../status/codes.js'
import { type HeaderObject, type ReferenceObject, referTo } from './objects.js'
import type { ClassFacts } from './problem-class.js'

/** The documented field of a class. */
export interface ClassField {
  /** The name of the field, as the RFCs write it. */
  readonly field: string
  /** The name of its component. */
  readonly component: string
  readonly header: HeaderObject
}

// Fields that tell the client something about the problem; those about connections do not.
const descriptions: Readonly<Record<string, string>> = bare({
  Accept: 'The media types that the resource accepts (RFC 9110 12.5.1).',
  'Accept-Encoding': 'The content codings that the resource accepts (RFC 9110 12.5.3).',
  'Accept-Patch': 'The media types that the resource accepts with PATCH (RFC 5789 3.1).',
  'Accept-Post': 'The media types that the resource accepts with POST (Linked Data Platform 7.1).',
  Allow: 'The methods that the resource supports now (RFC 9110 10.2.1).',
  'Cache-Control': 'What caches may do with the response (RFC 9111 5.2).',
  'Content-Range': 'The current size of the representation, as in `bytes */1234` (RFC 9110 14.4).',
  Link: 'Links; `rel="blocked-by"` leads to whoever blocks the resource (RFC 8288, RFC 7725 4).',
  'Proxy-Authenticate': 'How the client can authenticate to the proxy (RFC 9110 11.7.1).',
  RateLimit: 'What is left of the quota, and when it is reset (draft-ietf-httpapi-ratelimit-headers).',
  'RateLimit-Policy': 'The quotas that apply (draft-ietf-httpapi-ratelimit-headers).',
  'Retry-After': 'Seconds to wait, or the date to wait for, before the next try (RFC 9110 10.2.3).',
  Upgrade: 'The protocols that the server asks for; HTTP/1.1 only (RFC 9110 7.8).',
  'WWW-Authenticate': 'How the client can authenticate (RFC 9110 11.6.1).',
})

const knownNames: ReadonlyMap<string, string> = new Map(Object.keys(descriptions).map((name) => [name.toLowerCase(), name]))

// Fields that no response of their status lacks.
const ALWAYS: ReadonlySet<string> = new Set(['Allow', 'Proxy-Authenticate'])

const TEXT = { type: 'string' } as const

/** Lists the fields of a class in the order of the table, then of its declaration. */
export function fieldsOf(facts: ClassFacts): readonly ClassField[] {
  const fields = new Map(statusFields(facts.status ?? 0).map((field) => [field.field, field]))
  for (const [given, value] of facts.definition === undefined ? [] : declaredFields(facts.definition)) {
    const field = knownNames.get(given.toLowerCase()) ?? given
    const header = declaredHeader(field, value, fields.get(field)?.header.required === true)
    fields.set(field, { field, component: componentName(facts.name, field), header })
  }
  return [...fields.values()]
}

/** Documents the fields of a response that one of several classes answers with. A field that they describe differently is described here. */
export function sharedHeaders(classes: readonly ClassFacts[]): Record<string, ReferenceObject | HeaderObject> {
  const all = classes.flatMap(fieldsOf)
  const names = new Set(all.map(({ field }) => field))
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      sharedHeader(
        all.filter(({ field }) => field === name),
        classes.length,
      ),
    ]),
  )
}

function sharedHeader(all: readonly ClassField[], classes: number): ReferenceObject | HeaderObject {
  const [first] = all
  const same = all.every(({ component }) => component === first?.component)
  if (first !== undefined && same && (all.length === classes || first.header.required !== true))
    return referTo('headers', first.component)
  return { description: [...new Set(all.map(({ header }) => header.description))].join(' '), schema: TEXT }
}

const NO_FACTS: Partial<ErrorStatusFacts> = bare({})

function statusFields(status: number): readonly ClassField[] {
  const { requires = [], recommends = [], className = '' } = errorFacts[status] ?? NO_FACTS
  return [...requires, ...recommends].flatMap((field) => {
    const description = descriptions[field]
    // Every answer has Cache-Control, and nearly always the same.
    if (description === undefined || field === 'Cache-Control') return []
    // RFC 9113 8.2.2: HTTP/2 has no Upgrade.
    const required = requires.includes(field) && field !== 'Upgrade'
    const component = required && !ALWAYS.has(field) ? componentName(className, field) : field
    return [{ field, component, header: { description, ...(required && { required }), schema: TEXT } }]
  })
}

function declaredHeader(field: string, value: FieldValue | DocumentedField, required: boolean): HeaderObject {
  if (typeof value === 'object' && owns(value, 'description'))
    return { description: value.description, ...(required && { required }), schema: TEXT }
  const description = descriptions[field] ?? `The field ${field} of this problem.`
  // An example and no constant: whoever throws may give the field another value.
  return { description, required: true, schema: TEXT, example: [value].flat().join(', ') }
}

// CONFORMANCE O12: a field name may have characters that a key of a component may not.
function componentName(owner: string, field: string): string {
  return `${owner}.${field.replace(/[^A-Za-z0-9_-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`)}`
}
