/** Percent-encoding that cannot be decoded: routers mark the URIError with status 400, and its message quotes the path. */
import type { Family } from './family.js'

/** The family. */
export const uri: Family = {
  name: 'URI decoding',
  yields: false,
  rows: [
    {
      when: (error) => error.isError && error.text('name') === 'URIError' && error.get('status') === 400,
      status: 400,
      options: () => ({ detail: 'The request target has malformed percent-encoding.' }),
    },
  ],
}
