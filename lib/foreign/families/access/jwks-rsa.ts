/** Errors of jwks-rsa: a token that names a key which is not there, and key servers. Their messages quote the key id. */
import type { Family, Mark } from '../../family.js'
import { hasStatus, named, passing, row } from '../rows.js'
import { refusedToken } from './token-row.js'

const isKeyless = named('SigningKeyNotFoundError')
const isUnavailable: Mark = (error) => error.get('isEndpointUnavailable') === true

/** The family. */
export const jwksRsa: Family = {
  name: 'jwks-rsa',
  names: ['SigningKeyNotFoundError', 'JwksError', 'JwksRateLimitError'],
  keys: ['isEndpointUnavailable'],
  concerns: ({ isError }) => isError,
  rows: [
    refusedToken((error) => isKeyless(error) && !hasStatus(error)),
    passing(isUnavailable),
    // jwks-rsa limits its own questions to the key server.
    passing(named('JwksRateLimitError')),
    row(named('JwksError'), 502),
  ],
}
