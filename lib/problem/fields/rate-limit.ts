/** Writes RateLimit and RateLimit-Policy, structured fields of draft-ietf-httpapi-ratelimit-headers. */

import { base64, bytesOf, utf8Bytes } from '../../guard/bytes.js'
import { nameValue } from '../../guard/name.js'
import { isRecord, itemsOf, read } from '../../guard/read.js'
import { FieldError } from './field-value.js'

/** One quota policy. */
export interface RateLimitPolicy {
  readonly name: string
  /** How many units the window allows. */
  readonly quota: number
  /** The length of the window in seconds. */
  readonly window?: number
  /**
   * What is counted.
   * @default 'requests'
   */
  readonly unit?: 'requests' | 'content-bytes' | 'concurrent-requests' | (string & {})
  /** The partition of the quota that this client falls into. */
  readonly partition?: Uint8Array | string
}

/** What is left of one policy. */
export interface RateLimitState {
  /** The name of the policy. */
  readonly name: string
  readonly remaining: number
  /** Seconds until the quota is whole again. */
  readonly reset?: number
  readonly partition?: Uint8Array | string
}

/** What the RateLimit fields say. */
export interface RateLimit {
  readonly policies?: readonly RateLimitPolicy[]
  readonly limits?: readonly RateLimitState[]
}

/** Writes the RateLimit-Policy field, or nothing where there are no policies. */
export function rateLimitPolicy(value: unknown): string | undefined {
  return memberList(value, 'policies', (policy) => [
    ['q', count('quota', read(policy, 'quota'))],
    ['w', optional(read(policy, 'window'), (window) => seconds('window', window, 1))],
    ['qu', optional(read(policy, 'unit'), (unit) => sfString('unit', unit))],
    ['pk', optional(read(policy, 'partition'), byteSequence)],
  ])
}

/** Writes the RateLimit field, or nothing where there are no limits. */
export function rateLimitState(value: unknown): string | undefined {
  return memberList(value, 'limits', (limit) => [
    ['r', count('remaining', read(limit, 'remaining'))],
    ['t', optional(read(limit, 'reset'), (reset) => seconds('reset', reset, 0))],
    ['pk', optional(read(limit, 'partition'), byteSequence)],
  ])
}

type Parameters = readonly (readonly [key: string, value: string | undefined])[]

function memberList(value: unknown, key: 'policies' | 'limits', parametersOf: (item: unknown) => Parameters): string | undefined {
  if (!isRecord(value)) throw new FieldError('{ policies: [...], limits: [...] }', nameValue(value))
  const given = read(value, key)
  if (given === undefined) return undefined
  const items = itemsOf(given)
  if (items === undefined || items.length === 0) throw new FieldError(`a list of ${key}`, nameValue(given))
  return items.map((item) => sfString('name', read(item, 'name')) + parameters(parametersOf(item))).join(', ')
}

function parameters(list: Parameters): string {
  return list.map(([key, value]) => (value === undefined ? '' : `;${key}=${value}`)).join('')
}

function optional(value: unknown, write: (value: unknown) => string): string | undefined {
  return value === undefined ? undefined : write(value)
}

// Numbers are rounded so that nobody is promised more than there is, nor an earlier time.
function count(name: string, value: unknown): string {
  return integer(name, value, Math.floor, 0)
}

function seconds(name: string, value: unknown, least: number): string {
  return integer(name, value, Math.ceil, least)
}

// RFC 9651 3.3.1: an integer has at most 15 digits.
function integer(name: string, value: unknown, round: (value: number) => number, least: number): string {
  if (typeof value !== 'number' || !Number.isFinite(value) || round(value) >= 1e15)
    throw new FieldError(`a number for ${name}`, nameValue(value))
  return String(Math.max(least, round(value)))
}

// RFC 9651 3.3.3: a string is printable ASCII.
function sfString(name: string, value: unknown): string {
  if (typeof value !== 'string' || !/^[\x20-\x7e]+$/.test(value))
    throw new FieldError(`printable ASCII for ${name}`, nameValue(value))
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}

// RFC 9651 3.3.5: a byte sequence is base64 between colons.
function byteSequence(value: unknown): string {
  const bytes = typeof value === 'string' ? utf8Bytes(value) : isRecord(value) ? bytesOf(value) : undefined
  if (bytes === undefined) throw new FieldError('bytes or a string for partition', nameValue(value))
  return `:${base64(bytes)}:`
}
