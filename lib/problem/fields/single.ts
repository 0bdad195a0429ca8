/** Writes Retry-After (RFC 9110 10.2.3): seconds as digits, or an IMF-fixdate. */

import { timeOf } from '../../guard/kind.js'
import { nameValue } from '../../guard/read.js'
import { FieldError } from './field-error.js'

/** Writes seconds rounded up, never negative; or a Date. */
export function retryAfter(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER)
    return String(Math.max(0, Math.ceil(value)))
  const time = timeOf(value)
  if (time !== undefined) {
    // IMF-fixdate has a year of four digits (RFC 9110 5.6.7).
    if (time >= 0 && time < Date.UTC(10000, 0)) return new Date(time).toUTCString()
  }
  throw new FieldError('seconds or a Date', nameValue(value))
}
