/** Copies plain data, so that what a caller changes afterwards does not part the documents from the validator. */

import { jsonText } from '../../schemas/json-text.js'
import { type FaultCode, misuse } from '../guard/fault.js'

/** Gives a frozen copy as JSON would carry it; what JSON has nothing for, such as a function, is given back. */
export function plainCopy(value: unknown, place: string, code: FaultCode): unknown {
  try {
    const text = jsonText(value)
    return text === undefined ? value : deepFreeze(JSON.parse(text) as unknown)
  } catch {
    const got = 'what JSON cannot carry, such as a cycle'
    throw misuse({ code, place, expected: 'plain JSON', got })
  }
}

/** Freezes a value with all that it holds. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const item of Object.values(Object.freeze(value))) deepFreeze(item)
  return value
}
