/** Names what came in the message of an error, without quoting what may be long or secret. */

import { RefusedSchema } from '../../schemas/self-reference.js'
import { isError, read } from './read.js'

// A short text is a name or a typing error, and seldom a secret.
const LONGEST_QUOTED = 40

const LONG_BIGINT = 10n ** 20n

/** Names a value: its kind, and the value itself only where it is short and plain. */
export function nameValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length <= LONGEST_QUOTED ? JSON.stringify(value) : `a string of ${value.length} characters`
    case 'object':
      return nameObject(value)
    case 'bigint':
      return value > -LONG_BIGINT && value < LONG_BIGINT ? String(value) : 'a large bigint'
    case 'function':
      return 'a function'
    case 'symbol':
      return 'a symbol'
    default:
      return String(value)
  }
}

function nameObject(value: object | null): string {
  if (value === null) return 'null'
  try {
    if (Array.isArray(value)) return `an array of ${value.length} items`
  } catch {
    return 'a revoked Proxy'
  }
  if (isError(value)) return 'an Error'
  const name = read(read(value, 'constructor'), 'name')
  return typeof name === 'string' && name !== '' && name !== 'Object' ? `an instance of ${shortName(name)}` : 'an object'
}

/** Names the kind of a value of JSON, and never the value: what is sent to a client may be a secret, however short. */
export function nameKind(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `an array of ${value.length} items`
  return { string: 'a string', number: 'a number', boolean: 'a boolean' }[typeof value as string] ?? 'an object'
}

// Type URIs are longer than what is quoted of a thrown value.
const LONGEST_OWN = 200

/** Names a part of a declaration. What a developer wrote there is no secret. */
export function nameOwn(value: unknown): string {
  if (typeof value !== 'string') return nameValue(value)
  return value.length <= LONGEST_OWN ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, LONGEST_OWN))}…`
}

/** Lists the names that are right where a wrong one came. */
export function oneOf(names: readonly string[]): string {
  return names.length === 1 ? `only ${names.join()}` : `one of ${names.join(', ')}`
}

/** Cuts a name that becomes a part of a place: one from outside can be of any length. */
export function shortName(name: string): string {
  return name.slice(0, LONGEST_QUOTED)
}

const LONGEST_REASON = 200

/** Names an error of the developer's code by its message, and any other thrown value by its kind. */
export function nameError(error: unknown): string {
  const message = read(error, 'message')
  return typeof message === 'string' ? JSON.stringify(message.slice(0, LONGEST_REASON)) : nameValue(error)
}

// ajv may quote a whole schema.
const LONGEST_REFUSAL = 300

/** Names a schema that could not be compiled by what was thrown. The schema is the developer's own, so it may be quoted. */
export function nameRefusal(error: unknown): string {
  if (error instanceof RefusedSchema) return error.message
  const reason = read(error, 'message')
  return `one that ajv refuses: ${typeof reason === 'string' ? reason.slice(0, LONGEST_REFUSAL) : nameValue(error)}`
}
