/** The options of a problem: those that every class takes, and those that a status calls for. */
import type { ErrorStatus } from '../status/codes.js'
import type { Challenge } from './fields/challenge.js'
import type { FieldValue } from './fields/field-value.js'
import type { RateLimit } from './fields/rate-limit.js'

/** Header fields in any form: a record, `Headers`, a Map, pairs, or names and values in turn. */
export type GivenHeaders =
  | Readonly<Record<string, FieldValue | number>>
  | Iterable<readonly [name: string, value: FieldValue | number]>
  | readonly string[]

/** Options that every problem takes. */
export interface ProblemOptions {
  /** An explanation of this occurrence, for the caller of the API. A named `detail` is always sent, with a 5xx too. */
  readonly detail?: string | undefined
  /** A URI reference that identifies this occurrence (RFC 9457 3.1.5). */
  readonly instance?: string | undefined
  /** Extension members (RFC 9457 3.2); they stand at the top level of the document. */
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
  /** Further header fields of the response. */
  readonly headers?: GivenHeaders | undefined
  /** What led to the problem; it is logged and never sent. */
  readonly cause?: unknown
  /**
   * Whether the positional text is sent as `detail`.
   * @default true for a 4xx, false for a 5xx
   */
  readonly expose?: boolean | undefined
}

/** Options that become WWW-Authenticate, or Proxy-Authenticate of a 407. */
export interface ChallengeOptions extends ProblemOptions {
  /** How the client can authenticate. A 401 without any gets the handler's default. */
  readonly challenges?: Challenge | readonly Challenge[] | undefined
}

/** Options of a 405. */
export interface AllowOptions extends ProblemOptions {
  /** The methods that the resource supports now, for the Allow field. */
  readonly allow: string | readonly string[]
}

/** Options that become Retry-After. */
export interface RetryOptions extends ProblemOptions {
  /** Seconds from now, rounded up, or the moment. */
  readonly retryAfter?: number | Date | undefined
}

/** Options of a 429 and a 503. */
export interface RateLimitOptions extends RetryOptions {
  /** What the fields RateLimit and RateLimit-Policy say. */
  readonly rateLimit?: RateLimit | undefined
}

/** Options of a 415. RFC 9110 12.5.3: `acceptEncoding` only where the content coding is the cause. */
export interface AcceptOptions extends ProblemOptions {
  /** Media types that the resource accepts. */
  readonly accept?: string | readonly string[] | undefined
  /** Content codings that the resource accepts. */
  readonly acceptEncoding?: string | readonly string[] | undefined
  /** Media types for PATCH (RFC 5789 3.1). */
  readonly acceptPatch?: string | readonly string[] | undefined
  /** Media types for POST (W3C Linked Data Platform). */
  readonly acceptPost?: string | readonly string[] | undefined
}

/** Options of a 416. */
export interface RangeOptions extends ProblemOptions {
  /** The current size of the representation in bytes. */
  readonly size?: number | undefined
}

/** Options of a 426. */
export interface UpgradeOptions extends ProblemOptions {
  /** Protocols that the server wants, most wanted first, such as `HTTP/2.0`. */
  readonly upgrade: string | readonly string[]
}

/** Options of a 451. */
export interface BlockedOptions extends ProblemOptions {
  /** The URI of whoever implements the blocking (RFC 7725 4). */
  readonly blockedBy?: string | { readonly href: string } | undefined
}

/** The options by status, where a status has its own. */
export interface SpecialOptions {
  400: ChallengeOptions
  401: ChallengeOptions
  403: ChallengeOptions
  405: AllowOptions
  407: ChallengeOptions
  413: RetryOptions
  415: AcceptOptions
  416: RangeOptions
  426: UpgradeOptions
  429: RateLimitOptions
  451: BlockedOptions
  503: RateLimitOptions
}

/** The options that the class of a status takes. */
export type OptionsOf<S extends ErrorStatus> = S extends keyof SpecialOptions ? SpecialOptions[S] : ProblemOptions

/** The arguments of the class of a status: `(text?, options?)`, `(cause, options?)` or `(options)`. */
export type ArgumentsOf<S extends ErrorStatus> = S extends 405 | 426
  ? [text: string | Error, options: OptionsOf<S>] | [options: OptionsOf<S>]
  : [text?: string | Error, options?: OptionsOf<S>] | [options?: OptionsOf<S>]

/** The names that every class takes. */
export const commonOptions: ReadonlySet<string> = new Set<keyof ProblemOptions>([
  'detail',
  'instance',
  'extensions',
  'headers',
  'cause',
  'expose',
])
