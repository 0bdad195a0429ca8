/** What an answer depends on besides the problem and the facts: prepared once, from the options of a handler. */
import type { HttpProblem } from '../problem/problem.js'
import type { RequestFacts } from './facts.js'
import type { MembersValidator } from './members/validator.js'
import type { jsonRepresentation } from './representations/json.js'

/** What an answer depends on. */
export interface Settings<Request = unknown> extends DocumentSettings<Request> {
  readonly challenges: readonly string[] | undefined
  readonly cacheControl: string | ((problem: HttpProblem) => string | undefined)
  readonly keepHeaders: ReadonlySet<string>
  /** Picks the form of the document that a client gets. */
  readonly pickRepresentation: (facts: RequestFacts<Request>) => typeof jsonRepresentation
}

/** What the document of a problem depends on besides the problem and the request. */
export interface DocumentSettings<Request = unknown> {
  readonly defaults: ReadonlyMap<number, { readonly type: string; readonly title: string | undefined }>
  readonly members:
    | ((problem: HttpProblem, facts: RequestFacts<Request>) => Readonly<Record<string, unknown>> | undefined)
    | undefined
  readonly instance: 'none' | 'uuid' | ((problem: HttpProblem, facts: RequestFacts<Request>) => string | undefined)
  readonly baseUri: string | undefined
  readonly maxBytes: number
  readonly debug: boolean
  readonly onInvalid: 'drop' | 'fail'
  /** Finds the check for the members of a declared type. */
  readonly membersCheck: MembersValidator
}
