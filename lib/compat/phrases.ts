/** The default messages of http-errors, where they are not the phrases of the registry. */
import { titleOf } from '../problem/status.js'
import { errorFacts, otherCodes } from '../status/codes.js'

/** Gives the default message of an error with this status: a phrase of an older RFC where it has one, and 509, which nobody registered. */
export function phraseOf(status: number): string {
  return status === 509 ? 'Bandwidth Limit Exceeded' : (errorFacts[status]?.formerPhrase ?? titleOf(status))
}

/** Gives the phrase of a status below 400: http-errors makes plain errors of them. */
export function phraseBelow400(status: number): string | undefined {
  const { phrase, vendor } = otherCodes[status] ?? {}
  return vendor !== undefined || status === 306 ? undefined : phrase
}
