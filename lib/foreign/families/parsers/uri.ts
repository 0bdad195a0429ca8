/** Targets that cannot be read: percent-encoding, where routers mark the URIError with status 400 and quote the path, and limits of qs. */
import type { Family } from '../../family.js'
import { row, said } from '../rows.js'

// What qs says with its options `strictDepth` and `throwOnLimitExceeded`.
const saysTooMuch = said(
  /^(?:Input depth exceeded depth option of \d+ and strictDepth is true$|(?:Parameter|Array) limit exceeded\. Only \d+ (?:parameter|element))/,
)

/** The family. */
export const uri: Family = {
  name: 'URI decoding',
  yields: false,
  names: ['URIError', 'RangeError'],
  rows: [
    row(
      (error) => error.isError && error.name === 'URIError' && error.get('status') === 400,
      400,
      'The request target has malformed percent-encoding.',
    ),
    row(saysTooMuch, 400, 'The query or the form is nested too deep, or has too many parts.'),
  ],
}
