/** What may be said of an error of a database. It names no table, no column and no value. */
import type { FamilyRow, Mark } from '../../family.js'

/** The details that all families of databases share, whatever the driver. */
export const databaseDetails = {
  unique: 'A value is already in use.',
  reference: 'The request refers to something that does not exist, or removes something that is still in use.',
  missing: 'A required value is missing.',
  check: 'A value is not allowed.',
  form: 'A value does not have the form that is needed.',
  value: 'A value has a size that is not allowed.',
  retry: 'The request collided with another one. Please retry.',
  absent: 'What the request refers to does not exist.',
  changed: 'It was changed by another request in the meantime.',
} as const

/** Makes a row for transactions that got in each other's way: the next try mostly succeeds. */
export function collision(when: Mark): FamilyRow {
  return { when, status: 503, options: () => ({ detail: databaseDetails.retry, retryAfter: 1 }) }
}
