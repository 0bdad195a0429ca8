/** The default messages of http-errors, where they are not the phrases of the registry. */
import { titleOf } from '../problem/status.js'
import { errorFacts, otherCodes } from '../status/codes.js'

/** The one status of http-errors that nobody has registered, by its facts: the table of vendors' codes would be loaded for it alone. */
export const unregistered = { status: 509, phrase: 'Bandwidth Limit Exceeded', className: 'BandwidthLimitExceeded' } as const

/** Gives the default message of an error with this status: a phrase of an older RFC where it has one. */
export function phraseOf(status: number): string {
  return status === unregistered.status ? unregistered.phrase : (errorFacts[status]?.formerPhrase ?? titleOf(status))
}

/** Gives the phrase of a status below 400: http-errors makes plain errors of them. */
export function phraseBelow400(status: number): string | undefined {
  const { phrase, vendor } = otherCodes[status] ?? {}
  return vendor !== undefined || status === 306 ? undefined : phrase
}
