/** Checks names and values of header fields, so that nothing a developer or a library puts there can split a response or end the process. */

import { nameValue } from '../../guard/name.js'
import { itemsOf } from '../../guard/read.js'

/** The value of one header field: one line, or a line for each item. */
export type FieldValue = string | readonly string[]

// RFC 9110 5.6.2: a token. RFC 9110 5.5: visible ASCII, obs-text, space and tab; Node refuses everything else by throwing.
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

// The complement of VALUE.
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/

/** Tells whether a text is a token (RFC 9110 5.6.2). */
export function isToken(text: unknown): text is string {
  return typeof text === 'string' && TOKEN.test(text)
}

/** Gives the value as it may be sent, or `undefined` where it may not. */
export function fieldValue(value: unknown): FieldValue | undefined {
  const items = itemsOf(value)
  if (items === undefined) return fieldLine(value)
  const lines = items.map(fieldLine)
  return lines.length > 0 && lines.every((line) => line !== undefined) ? lines : undefined
}

/** Names what is wrong with a value without quoting it: it may be a secret. */
export function nameFieldFault(value: unknown): string {
  if (typeof value !== 'string') return nameValue(value)
  const index = value.search(UNSENDABLE)
  if (index < 0) return nameValue(value)
  return `a string with the character U+${value.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')} at ${index}`
}

function fieldLine(value: unknown): string | undefined {
  if (Number.isFinite(value) || typeof value === 'bigint') return String(value)
  return typeof value === 'string' && VALUE.test(value) ? value : undefined
}

/** Writes a quoted-string (RFC 9110 5.6.4); characters that it cannot carry are left out. */
export function quotedString(text: string): string {
  return `"${text.replaceAll(new RegExp(UNSENDABLE, 'g'), '').replace(/["\\]/g, '\\$&')}"`
}

export class FieldError extends Error {
  readonly expected: string
  readonly got: string

  constructor(expected: string, got: string) {
    super(`expected ${expected}, got ${got}`)
    this.expected = expected
    this.got = got
  }
}
