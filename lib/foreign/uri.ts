/** Percent-encoding that cannot be decoded: routers mark the URIError with status 400, and its message quotes the path. */
import { type Family, row } from './family.js'

/** The family. */
export const uri: Family = {
  name: 'URI decoding',
  yields: false,
  rows: [
    row(
      (error) => error.isError && error.name === 'URIError' && error.get('status') === 400,
      400,
      'The request target has malformed percent-encoding.',
    ),
  ],
}
