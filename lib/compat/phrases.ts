/** The default messages of http-errors, where they are not the phrases of the registry. */
import { titleOf } from '../problem/status.js'
import { otherCodes } from '../status/codes.js'

// http-errors 2 still has the phrases of RFC 7231 and RFC 4918, and one code that nobody registered.
const phrases: Readonly<Record<number, string | undefined>> = {
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  509: 'Bandwidth Limit Exceeded',
}

/** Gives the default message of an error with this status. */
export function phraseOf(status: number): string {
  return phrases[status] ?? titleOf(status)
}

/** Gives the phrase of a status below 400: http-errors makes plain errors of them. */
export function phraseBelow400(status: number): string | undefined {
  const { phrase, vendor } = otherCodes[status] ?? {}
  return vendor !== undefined || status === 306 ? undefined : phrase
}
