/** Explains a status code in words. */

import { errorFacts, otherCodes } from './codes.js'
import { type Meaning, meanings } from './meanings.js'
import { type VendorStatusFacts, vendorFacts } from './vendor-codes.js'

/** What is known about a status code: its facts and its prose. */
export type StatusDescription = Meaning &
  Partial<VendorStatusFacts> & {
    readonly code: number
    readonly phrase: string
    /** Whether IANA has the code; a handler answers with the `equivalent` of one that it has not. */
    readonly registered: boolean
  }

/**
 * Describes a status code from 1xx to 5xx, vendors' codes included; an unknown one gives `undefined`.
 *
 * @example
 * console.log(describeStatus(409)?.phrase, describeStatus(499)?.equivalent) // Conflict 408
 */
export function describeStatus(code: number): StatusDescription | undefined {
  // The tables are plain records: a text such as `constructor` would find what every object has.
  if (typeof code !== 'number') return undefined
  const facts = errorFacts[code] ?? vendorFacts(code) ?? otherCodes[code]
  const prose = meanings[code]
  if (facts === undefined || prose === undefined) return undefined
  return { code, registered: !Object.hasOwn(facts, 'vendor'), ...facts, ...prose }
}
