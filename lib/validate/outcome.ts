/** What the check of one part gives. */

import { isPromise } from '../guard/call.js'
import type { ValidationFault } from './faults.js'

/** What a schema let through, or the faults that it found, or why there is no body, or what was thrown. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly faults: readonly ValidationFault[] }
  | { readonly noBody: 'missing' | 'unread' | 'unparsed' }
  | { readonly thrown: unknown }

/** Checks a copy of what a part holds. */
export type ValueCheck = (value: unknown) => Outcome | Promise<Outcome>

/** Makes a check that gives what another one throws or rejects with. */
export function guarded<Input>(
  check: (input: Input) => Outcome | Promise<Outcome>,
): (input: Input) => Outcome | Promise<Outcome> {
  return (input) => {
    try {
      const outcome = check(input)
      return isPromise(outcome) ? outcome.catch(thrown) : outcome
    } catch (error) {
      return thrown(error)
    }
  }
}

function thrown(error: unknown): Outcome {
  return { thrown: error }
}
