/** Errors of Supabase. What apps throw is mostly the `error` of a result: that of PostgREST is no Error, and its text quotes values. */
import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError, Mark } from '../../family.js'
import { failureStatus } from '../../upstream-status.js'
import { refusedToken } from '../access/token-row.js'
import { constraintRow, databaseRow } from '../databases/database-row.js'
import { hasProperty, named, row } from '../rows.js'
import { responseRow } from './response-row.js'

// What Supabase Auth says of a session of the client. Everything else is between this server and Supabase.
const OF_THE_CLIENT: readonly unknown[] = [
  'bad_jwt',
  'no_authorization',
  'invalid_credentials',
  'session_expired',
  'session_not_found',
  'refresh_token_not_found',
  'refresh_token_already_used',
  'user_banned',
  'otp_expired',
  'bad_code_verifier',
]

const isAuth: Mark = (error) => error.get('__isAuthError') === true
const isStorage: Mark = (error) => error.get('__isStorageError') === true
const isFunction = named('FunctionsHttpError', 'FunctionsRelayError', 'FunctionsFetchError')
const status = (error: ForeignError): unknown => error.get('status')

/** The family. */
export const supabase: Family = {
  name: 'Supabase',
  keys: ['hint', 'context', '__isAuthError', '__isStorageError'],
  rows: [
    databaseRow((error) => isPostgrest(error) && error.code === 'PGRST116', 'absent'),
    row((error) => isPostgrest(error) && error.code === '' && /fetch failed/.test(String(error.message)), 502),
    refusedToken((error) => isAuth(error) && (OF_THE_CLIENT.includes(error.code) || error.name === 'AuthSessionMissingError')),
    constraintRow((error) => isAuth(error) && error.name === 'AuthWeakPasswordError', 'check'),
    constraintRow((error) => isAuth(error) && (error.code === 'email_exists' || error.code === 'user_already_exists'), 'unique'),
    responseRow((error) => (isAuth(error) || isStorage(error)) && isErrorStatus(status(error)), status, noFields),
    row((error) => isAuth(error) && status(error) === 0, 502),
    { when: isStorage, status: (error) => failureStatus(read(read(error.get('originalError'), 'cause'), 'code')) },
    responseRow(
      (error) => isFunction(error) && isErrorStatus(read(error.get('context'), 'status')),
      (error) => read(error.get('context'), 'status'),
      (error) => read(error.get('context'), 'headers'),
    ),
    row((error) => isFunction(error) && hasProperty(error, 'context'), 502),
  ],
}

function noFields(): undefined {
  return undefined
}

// An error of PostgREST has four texts, in an object or an Error.
function isPostgrest(error: ForeignError): boolean {
  return (
    typeof error.code === 'string' && hasProperty(error, 'details') && hasProperty(error, 'hint') && error.message !== undefined
  )
}
