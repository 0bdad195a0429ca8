/** What an answer depends on besides the problem and the facts: prepared once, from the options of a handler. */
import type { HttpProblem } from '../problem/problem.js'
import type { RequestFacts } from './facts.js'
import type { MembersValidator } from './members/validator.js'
import type { Form } from './representations/form.js'
import type { Translate } from './translate.js'

/** What an answer depends on. */
export interface Settings<Request = unknown> extends DocumentSettings<Request> {
  readonly challenges: readonly string[] | undefined
  readonly cacheControl: string | ((problem: HttpProblem) => string | undefined)
  readonly keepHeaders: ReadonlySet<string>
  /** Picks the form of the document that a client gets. */
  readonly pickRepresentation: (facts: RequestFacts<Request>) => Form
  /** The request fields that the answer depends on: the field Vary. */
  readonly vary: readonly [name: 'Vary', value: string] | undefined
  readonly translate: Translate | undefined
  /** The language of what is not translated. */
  readonly language: string
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
  readonly retryMembers: boolean
  readonly onInvalid: 'drop' | 'fail'
  /** Finds the check for the members of a declared type. */
  readonly membersCheck: MembersValidator
}
