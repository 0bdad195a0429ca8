/** Errors of passport, express-oauth2-jwt-bearer, CASL and the documented refusal of cors. */
import type { ReportFault } from '../problem/fault.js'
import type { FieldValue } from '../problem/fields/field-value.js'
import { isRecord, read } from '../problem/read.js'
import { allowedHeaders } from './exposed.js'
import { type Family, type ForeignError, hasOnly, named, row } from './family.js'
import { TOKEN_DETAILS } from './token-challenge.js'

// The words of its README.
const CORS = 'Not allowed by CORS'

/** The family. */
export const access: Family = {
  name: 'access',
  knowsPlain: true,
  concerns: (error) => error.isError && (!error.isPlain || error.text('message') === CORS),
  rows: [
    {
      when: isBearer,
      status: (error) => error.get('status') as number,
      options: (error, _, report) => ({ detail: bearerDetail(error), headers: bearerHeaders(error, report) }),
    },
    // passport has set the challenges on the response; Express keeps them there.
    row(isPassport, 401, 'The request is not authenticated.'),
    row((error) => error.name === 'ForbiddenError' && isRecord(error.get('ability')), 403, 'This is not allowed.'),
    row((error) => error.text('message') === CORS && error.isPlain, 403, 'The origin of the request is not allowed.'),
  ],
}

const isBearerName = named('UnauthorizedError', 'InvalidRequestError', 'InvalidTokenError', 'InsufficientScopeError')

function isBearer(error: ForeignError): boolean {
  if (!isBearerName(error)) return false
  const status = error.get('status')
  const challenge = read(error.get('headers'), 'WWW-Authenticate')
  return (
    (status === 400 || status === 401 || status === 403) && typeof challenge === 'string' && /^(?:Bearer|DPoP) /.test(challenge)
  )
}

// express-oauth2-jwt-bearer writes the challenges itself. In that of a token that is not valid it repeats whatever went wrong, even that the
// issuer could not be reached, with host and port.
function bearerHeaders(error: ForeignError, report: ReportFault): Record<string, FieldValue> {
  const headers = allowedHeaders(error, report)
  if (error.code !== 'invalid_token') return headers
  const challenge = String(read(headers, 'WWW-Authenticate'))
  const described = challenge.replace(/error_description="[^"]*"/g, `error_description="${TOKEN_DETAILS.invalid}"`)
  return { ...headers, 'WWW-Authenticate': described }
}

function bearerDetail({ code }: ForeignError): string {
  if (code === 'insufficient_scope') return TOKEN_DETAILS.scope
  return code === 'invalid_token' ? TOKEN_DETAILS.invalid : TOKEN_DETAILS.none
}

// An error of the app that has more to say keeps it.
function isPassport(error: ForeignError): boolean {
  return error.name === 'AuthenticationError' && error.get('status') === 401 && hasOnly(error, 'name', 'message', 'status')
}
