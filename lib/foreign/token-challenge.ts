/** What may be said of a bearer token that was refused (RFC 6750 3.1). */
import type { CreateOptions } from '../problem/create.js'

/** The details of the families that check tokens. */
export const TOKEN_DETAILS = {
  none: 'The request needs an access token.',
  invalid: 'The access token is not valid.',
  expired: 'The access token has expired.',
  early: 'The access token is not valid yet.',
  scope: 'The access token does not allow this.',
} as const

/** Makes the options for a token that is not valid. */
export function invalidToken(detail: string): CreateOptions {
  return { detail, challenges: { scheme: 'Bearer', error: 'invalid_token', error_description: detail } }
}
