/** Says why a schema cannot be compiled. */
import { RefusedSchema } from '../../schemas/self-reference.js'
import { nameValue, read } from '../guard/read.js'

// ajv may quote a whole schema.
const LONGEST = 300

/** Names what was thrown instead of a compiled schema, for a message. The schema is the developer's own, so it may be quoted. */
export function nameRefusal(error: unknown): string {
  if (error instanceof RefusedSchema) return error.message
  const reason = read(error, 'message')
  return `one that ajv refuses: ${typeof reason === 'string' ? reason.slice(0, LONGEST) : nameValue(error)}`
}
