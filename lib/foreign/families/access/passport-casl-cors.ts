/** Errors of passport and CASL, and the documented refusal of cors. */

import { isRecord } from '../../../guard/read.js'
import type { Family, ForeignError } from '../../family.js'
import { hasOnly, row } from '../rows.js'

// The words of the README of cors.
const CORS = 'Not allowed by CORS'

/** The family. */
export const passportCaslCors: Family = {
  name: 'access',
  knowsPlain: true,
  concerns: (error) => error.isError && (!error.isPlain || error.message === CORS),
  rows: [
    // passport has set the challenges on the response; Express keeps them there.
    row(isPassport, 401, 'The request is not authenticated.'),
    row((error) => error.name === 'ForbiddenError' && isRecord(error.get('ability')), 403, 'This is not allowed.'),
    row((error) => error.message === CORS && error.isPlain, 403, 'The origin of the request is not allowed.'),
  ],
}

// An error of the app that has more to say keeps it.
function isPassport(error: ForeignError): boolean {
  return error.name === 'AuthenticationError' && error.get('status') === 401 && hasOnly(error, 'name', 'message', 'status')
}
