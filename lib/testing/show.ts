/** Shows values in a message: as JSON, on one line, cut where they are long. */

import { jsonText } from '../../schemas/json-text.js'
import { nameValue } from '../guard/name.js'
import { read } from '../guard/read.js'

/** Shows a plain value. */
export function show(value: unknown, longest = 200): string {
  const text = jsonText(value)
  if (text === undefined) return 'nothing'
  return text.length <= longest ? text : `${text.slice(0, longest)}... (${text.length} characters)`
}

/** Names an error with its message; it may be any value. */
export function nameError(error: unknown): string {
  const message = read(error, 'message')
  return typeof message === 'string' ? JSON.stringify(message.slice(0, 200)) : nameValue(error)
}
