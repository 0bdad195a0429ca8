/** Makes the rows of databases and their mappers: one status and one text for what they say, whatever the driver. */

import type { ConstraintKind, FamilyRow, Mark } from '../../family.js'
import { row } from '../rows.js'

/** What may be said of an error of a database. It names no table, no column and no value. */
export const databaseDetails = {
  unique: 'A value is already in use.',
  reference: 'The request refers to something that does not exist, or removes something that is still in use.',
  required: 'A required value is missing.',
  check: 'A value is not allowed.',
  form: 'A value does not have the form that is needed.',
  value: 'A value has a size that is not allowed.',
  absent: 'What the request refers to does not exist.',
  changed: 'It was changed by another request in the meantime.',
  retry: 'The request collided with another one. Please retry.',
} as const

const STATUSES = {
  unique: 409,
  reference: 409,
  required: 422,
  check: 422,
  form: 400,
  value: 422,
  absent: 404,
  changed: 409,
} as const

/** Makes a row for a constraint that the request broke. The app can say where its values stand: the option `constraints`. */
export function constraintRow(when: Mark, kind: ConstraintKind): FamilyRow {
  return { ...refusal(when, kind), kind }
}

/** Makes a row for whatever else a database says of a request. */
export function databaseRow(when: Mark, says: Exclude<keyof typeof STATUSES, ConstraintKind>): FamilyRow {
  return refusal(when, says)
}

function refusal(when: Mark, says: keyof typeof STATUSES): FamilyRow {
  return row(when, STATUSES[says], databaseDetails[says])
}

/** Makes a row for transactions that got in each other's way: the next try mostly succeeds. */
export function collision(when: Mark): FamilyRow {
  return { when, status: 503, options: () => ({ detail: databaseDetails.retry, retryAfter: 1 }) }
}
