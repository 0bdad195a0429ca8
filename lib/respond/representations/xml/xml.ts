/**
 * The document as XML (RFC 9457 Appendix B): a member is an element, an item of an array an element `i`, a value its text. Members that are null
 * are left out.
 */

import { isReserved } from '../../../problem/members.js'
import type { ProblemDocument } from '../../../problem/problem.js'
import type { Representation, RepresentationContext } from '../representation.js'
import { elementName } from './name.js'

/** application/problem+xml. It has no charset: the declaration says UTF-8. */
export const xmlRepresentation = {
  mediaType: 'application/problem+xml',
  alsoFor: ['application/xml', 'text/xml'],
  encode: encodeXml,
} as const satisfies Representation

function encodeXml(document: ProblemDocument, _context?: RepresentationContext): string {
  const names = Object.keys(document)
  // The schema of the RFC wants its own members before those of an extension.
  const inOrder = [...names.filter(isReserved), ...names.filter((name) => !isReserved(name))]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<problem xmlns="urn:ietf:rfc:7807">${members(document, inOrder)}</problem>\n`
}

function members(record: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names.map((name) => member(name, record[name])).join('')
}

function member(name: string, value: unknown): string {
  const tag = isNothing(value) ? undefined : elementName(name)
  return tag === undefined ? '' : element(tag, content(value))
}

function element(tag: string, inner: string): string {
  return inner === '' ? `<${tag}/>` : `<${tag}>${inner}</${tag}>`
}

function content(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element('i', content(item))).join('')
  // An item that is null keeps its place, empty.
  if (isNothing(value)) return ''
  if (typeof value === 'object') return members(value as Readonly<Record<string, unknown>>, Object.keys(value))
  // JSON has nothing else.
  return escaped(String(value as string | number | boolean))
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

// Written as what stays: what is no markup and a character of XML 1.0 (2.2), without the carriage return, which a parser would make a line feed.
const NOT_PLAIN = /[^\t\n -%'-;=?-\ufffd]/g

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\r', '&#13;'],
])

function escaped(text: string): string {
  return text.toWellFormed().replace(NOT_PLAIN, (character) => REFERENCES.get(character) ?? '\ufffd')
}
