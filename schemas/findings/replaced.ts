/** Takes out of the errors of ajv-errors those whose places they have taken: the words of an author say what is wrong, and not where or of what kind. */

import { own } from '../json.js'
import type { AjvError } from './finding.js'

/** What ajv found, and which of it an author has put into words. */
export interface Unreplaced {
  readonly errors: readonly AjvError[]
  /** The error of ajv-errors in whose place a finding stands again. */
  readonly wordedBy: ReadonlyMap<AjvError, AjvError>
}

const NOBODY: ReadonlyMap<AjvError, AjvError> = new Map()

/** Puts the replaced errors in the places of those of ajv-errors. */
export function unreplaced(errors: readonly AjvError[]): Unreplaced {
  if (!errors.some(isOfAjvErrors)) return { errors, wordedBy: NOBODY }
  const wordedBy = new Map<AjvError, AjvError>()
  const found = errors.flatMap((error) => {
    const replaced = isOfAjvErrors(error) ? (own(error.params, 'errors') as readonly AjvError[]) : []
    for (const one of replaced) wordedBy.set(one, error)
    return replaced.length === 0 ? [error] : replaced
  })
  return { errors: found, wordedBy }
}

function isOfAjvErrors({ keyword, params }: AjvError): boolean {
  return keyword === 'errorMessage' && Array.isArray(own(params, 'errors'))
}
