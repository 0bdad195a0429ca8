/** Shows values in a message: as JSON, on one line, cut where they are long. */

import { jsonText } from '../../schemas/json-text.js'

/** Shows a plain value. */
export function show(value: unknown, longest = 200): string {
  const text = jsonText(value)
  if (text === undefined) return 'nothing'
  return text.length <= longest ? text : `${text.slice(0, longest)}... (${text.length} characters)`
}
