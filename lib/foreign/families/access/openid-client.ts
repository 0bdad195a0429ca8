/** Errors of openid-client, before and since version 6, and of passport-oauth2: a sign-in that the other server refused or that is not ours. */
import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError, Mark } from '../../family.js'
import { hasProperty, passing, row, said } from '../rows.js'

const REFUSED = 'The sign-in was refused, or it is not valid any more.'

const isResponse: Mark = ({ code }) => code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR'
const isOldResponse: Mark = (error) => error.name === 'OPError' && typeof error.get('error') === 'string'
const isOldCheck: Mark = (error) => error.name === 'RPError' && hasProperty(error, 'checks') && hasProperty(error, 'params')
const isState: Mark = (error) =>
  error.code === 'OAUTH_INVALID_RESPONSE' && /"(?:state|iss)"/.test(String(read(error.get('cause'), 'message')))
const saysState = said(/^(?:state|iss|nonce|response|code|id_token) (?:missing|mismatch)/)

/** The family. */
export const openidClient: Family = {
  name: 'openid-client',
  names: ['AuthorizationResponseError', 'ClientError', 'OPError', 'RPError', 'InternalOAuthError'],
  concerns: ({ isError }) => isError,
  rows: [
    // What the other server said in the address that the browser came back with.
    passing((error) => isSaid(error) && error.get('error') === 'temporarily_unavailable'),
    row((error) => isSaid(error) && error.get('error') === 'server_error', 502),
    row(isSaid, 400, REFUSED),
    // What the other server answered to us.
    row(isOldResponse, 502),
    row(isState, 400, REFUSED),
    row((error) => isOldCheck(error) && saysState(error), 400, REFUSED),
    row((error) => error.name === 'InternalOAuthError' && hasProperty(error, 'oauthError'), 502),
  ],
}

function isSaid(error: ForeignError): boolean {
  return isResponse(error) || (isOldResponse(error) && !isErrorStatus(read(error.get('response'), 'statusCode')))
}
