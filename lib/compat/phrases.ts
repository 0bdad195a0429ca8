/** The default messages of http-errors, where they are not the phrases of the registry. */
import { titleOf } from '../problem/status.js'
import { errorFacts, otherCodes, vendorCodes } from '../status/codes.js'

/** The one status of http-errors that nobody has registered. */
export const UNREGISTERED = 509

/** Gives the default message of an error with this status: a phrase of an older RFC where it has one. */
export function phraseOf(status: number): string {
  return (
    errorFacts[status]?.formerPhrase ?? (status === UNREGISTERED ? vendorCodes[status]?.phrase : undefined) ?? titleOf(status)
  )
}

/** Gives the phrase of a status below 400: http-errors makes plain errors of them. */
export function phraseBelow400(status: number): string | undefined {
  const { phrase, vendor } = otherCodes[status] ?? {}
  return vendor !== undefined || status === 306 ? undefined : phrase
}
