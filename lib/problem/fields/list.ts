/** Writes fields that are comma-separated lists: Allow, Upgrade and the Accept family. */
import { nameValue } from '../read.js'
import { FieldError } from './field-error.js'
import { fieldValue, isToken } from './field-value.js'

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
  return listOf(
    value,
    'media types or codings such as application/json',
    (item) => /^[^\s;]+(\s*;.*)?$/.test(item) && fieldValue(item) !== undefined,
  )
}

function listOf(value: unknown, expected: string, accepts: (item: string) => boolean): string {
  const parts = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(parts)) throw new FieldError(`a list of ${expected}`, nameValue(value))
  const items = parts.map((part) => {
    const item = typeof part === 'string' ? part.trim() : part
    if (item === '') return item
    if (typeof item !== 'string' || !accepts(item))
      throw new FieldError(`a list of ${expected}`, `a list with ${nameValue(part)}`)
    return item
  })
  return [...new Set(items.filter((item) => item !== ''))].join(', ')
}
