/** The answers that clients are tried with: seventeen that differ in what a client ought to do next. */

const SECOND = 1000

/** A case: the status and the fields of the first answer to a request. Dates have whole seconds, so these are made when the answer is. */
export const cases = [
  { status: 408 },
  { status: 409 },
  { status: 413 },
  { status: 413, hint: 'one second' },
  { status: 425 },
  { status: 501 },
  { status: 507 },
  { status: 521 },
  { status: 429 },
  { status: 429, hint: 'one second' },
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 503, hint: 'one second' },
  { status: 503, hint: 'a date that is past' },
  { status: 503, hint: 'a date that is near' },
  { status: 504 },
]

const fieldOf = {
  'one second': () => '1',
  'a date that is past': (now) => new Date(now - 60 * SECOND).toUTCString(),
  // The end of the next second, one to two seconds from now.
  'a date that is near': (now) => new Date(nearDate(now)).toUTCString(),
}

/** Gives the moment that is meant by a near date. */
export function nearDate(now) {
  return (Math.floor(now / SECOND) + 2) * SECOND
}

/** Gives the header fields of the answer to a case. */
export function fieldsOf({ hint }, now) {
  return hint === undefined ? {} : { 'Retry-After': fieldOf[hint](now) }
}

/** Names a case. */
export function nameOf({ status, hint }) {
  return hint === undefined ? String(status) : `${status}, \`Retry-After\`: ${hint}`
}
