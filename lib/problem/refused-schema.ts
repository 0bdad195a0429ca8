/** Says why a schema cannot be compiled. */
import { nameValue, read } from './read.js'

// ajv may quote a whole schema.
const LONGEST = 300

/** Names what ajv threw, for a message. The schema is the developer's own, so it may be quoted. */
export function nameRefusal(error: unknown): string {
  const reason = read(error, 'message')
  return `one that ajv refuses: ${typeof reason === 'string' ? reason.slice(0, LONGEST) : nameValue(error)}`
}
