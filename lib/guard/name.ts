import { RefusedSchema } from '../../schemas/self-reference.js'
import { isError, read } from './read.js'

// What a developer wrote in a declaration is no secret; type URIs are longer than what is quoted of a thrown value.
const LONGEST = 200

/** Names a part of a declaration in a message. */
export function nameOwn(value: unknown): string {
  if (typeof value !== 'string') return nameValue(value)
  return value.length <= LONGEST ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, LONGEST))}…`
}

const LONG_BIGINT = 10n ** 20n

/** Names a value in an error message: its kind, and the value itself only where it is short and plain. */
export function nameValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length <= 40 ? JSON.stringify(value) : `a string of ${value.length} characters`
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
  return typeof name === 'string' && name !== '' && name !== 'Object' ? `an instance of ${name.slice(0, 40)}` : 'an object'
}

// ajv may quote a whole schema.
const LONGEST_REFUSAL = 300

/** Names what was thrown instead of a compiled schema, for a message. The schema is the developer's own, so it may be quoted. */
export function nameRefusal(error: unknown): string {
  if (error instanceof RefusedSchema) return error.message
  const reason = read(error, 'message')
  return `one that ajv refuses: ${typeof reason === 'string' ? reason.slice(0, LONGEST_REFUSAL) : nameValue(error)}`
}
