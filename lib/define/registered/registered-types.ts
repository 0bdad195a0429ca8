/** Collects the problem types that others have specified: the IANA registry (RFC 9457 4.2) and drafts that define some. */

import { bare } from '../../guard/bare.js'
import { draftEntries } from './drafts.js'
import { idempotencyExamples } from './idempotency.js'
import { registryEntries } from './registry.js'

/**
 * Holds the problem types of the IANA registry and of the drafts for RateLimit, resumable uploads and Idempotency-Key, by class name.
 *
 * The three of the Idempotency-Key draft share the URI of its example, so a list of `types` takes one of them only: declare your own with `idempotencyTypes`.
 *
 * @example
 * const { QuotaExceeded } = registeredTypes
 * const problem = new QuotaExceeded({ 'violated-policies': ['daily'] }, { retryAfter: 60 })
 * console.log(problem.status, problem.headers) // 429 { 'Retry-After': '60' }
 */
export const registeredTypes: RegisteredTypes = declareOnUse({ ...registryEntries, ...draftEntries, ...idempotencyExamples })

/** The class of each type, by its name. */
export type RegisteredTypes = Made<typeof registryEntries & typeof draftEntries & typeof idempotencyExamples>

type Makers = Readonly<Record<string, () => unknown>>
// A mapping of the entries as they are: an editor shows the comment of each.
type Made<Entries extends Makers> = { readonly [Name in keyof Entries]: ReturnType<Entries[Name]> }

// To declare them all costs milliseconds, and few programs use more than one or two.
function declareOnUse<Entries extends Makers>(entries: Entries): Made<Entries> {
  const made = {}
  for (const [name, make] of Object.entries(entries)) {
    const get = (): unknown => {
      const value = make()
      Object.defineProperty(made, name, bare({ value }))
      return value
    }
    Object.defineProperty(made, name, bare({ get, enumerable: true, configurable: true }))
  }
  // Each name gives what its maker makes.
  return made as Made<Entries>
}
