/** Errors of Braintree: a name that is also the type. Their texts quote what Braintree said. */
import type { Family } from '../../family.js'
import { named, passing, row } from '../rows.js'

/** The family. */
export const braintree: Family = {
  name: 'Braintree',
  keys: ['type'],
  concerns: (error) => error.isError && error.get('type') === error.name && /^[a-z][A-Za-z]*Error$/.test(error.name ?? ''),
  rows: [
    // A webhook that is not Braintree's.
    row(named('invalidSignatureError', 'invalidChallengeError'), 400, 'The signature of the request is not valid.'),
    passing(named('tooManyRequestsError', 'downForMaintenanceError', 'serviceUnavailableError')),
    row(named('gatewayTimeoutError', 'requestTimeoutError'), 504),
    row(named('serverError', 'unexpectedError', 'authenticationError', 'authorizationError', 'upgradeRequiredError'), 502),
  ],
}
