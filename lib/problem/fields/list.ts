/** Writes fields that are comma-separated lists: Allow, Upgrade and the Accept family. */

import { nameValue } from '../../guard/name.js'
import { itemsOf } from '../../guard/read.js'
import { FieldError, isToken } from './field-value.js'

/** Writes a list of tokens, such as methods; a string may hold several. An empty list is legal (RFC 9110 10.2.1). */
export function tokenList(value: unknown): string {
  return listOf(value, 'tokens such as GET', isToken)
}

/** Writes a list of protocols, each a token with an optional version (RFC 9110 7.8). */
export function protocolList(value: unknown): string {
  const list = listOf(
    value,
    'protocols such as HTTP/2.0 or websocket',
    (item) => item.split('/').every(isToken) && item.split('/').length <= 2,
  )
  if (list === '') throw new FieldError('at least one protocol', 'an empty list')
  return list
}

/** Writes a list of media types or content codings, each with optional parameters. */
export function acceptList(value: unknown): string {
  return listOf(value, 'media types or codings such as application/json', (item) => RANGE.test(item))
}

// RFC 9110 5.6.6, 8.3.1 and 8.4.1: a coding or a media range, and parameters whose values are tokens or quoted-strings.
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const QUOTED = '"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t \\x21-\\x7e\\x80-\\xff])*"'
const RANGE = new RegExp(`^${TOKEN}(?:/${TOKEN})?(?:[ \\t]*;(?:[ \\t]*${TOKEN}=(?:${TOKEN}|${QUOTED}))?)*$`)

// A comma inside a quoted-string separates nothing.
const ITEM = /(?:[^,"]|"(?:\\.|[^"\\])*"?)+/gs

function listOf(value: unknown, expected: string, accepts: (item: string) => boolean): string {
  const parts = typeof value === 'string' ? (value.match(ITEM) ?? []) : itemsOf(value)
  if (parts === undefined) throw new FieldError(`a list of ${expected}`, nameValue(value))
  const items = parts.map((part) => {
    const item = typeof part === 'string' ? part.trim() : part
    if (item === '') return item
    if (typeof item !== 'string' || !accepts(item))
      throw new FieldError(`a list of ${expected}`, `a list with ${nameValue(part)}`)
    return item
  })
  return [...new Set(items.filter((item) => item !== ''))].join(', ')
}
