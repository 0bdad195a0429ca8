/** Reads the value of Retry-After (RFC 9110 10.2.3). */
import { momentOf } from './http-date.js'

/** Gives the milliseconds to wait, less than 0 for a date that is past; NaN for what is neither digits nor a date. */
export function waitOf(text: string, now: number): number {
  // Date.parse() would take `-3` and `1.5` for dates.
  return /^\d+$/.test(text) ? Number(text) * 1000 : momentOf(text, now) - now
}
