/** Errors of Stripe. Their messages quote keys and ids. */
import type { Family, Mark } from '../../family.js'
import { passing, row } from '../rows.js'

const typed =
  (kind: string): Mark =>
  (error) =>
    error.get('type') === `Stripe${kind}Error`

/** The family. */
export const stripe: Family = {
  name: 'Stripe',
  concerns: (error) => error.isError && /^Stripe[A-Z]\w*Error$/.test(error.text('type') ?? ''),
  rows: [
    row(typed('Card'), 402, 'The payment was declined.'),
    // A webhook that is not Stripe's.
    row(typed('SignatureVerification'), 400, 'The signature of the request is not valid.'),
    passing(typed('RateLimit')),
    passing(typed('Connection'), 502),
    row(typed('API'), 502),
    row(() => true, 500),
  ],
}
