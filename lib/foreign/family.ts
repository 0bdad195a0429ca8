/** What a family of foreign errors is: a table of rows, each with the mark of one error and the problem that it deserves. */

import type { ReportFault } from '../guard/fault.js'
import { isError, ownKeys, prototypeOf, read } from '../guard/read.js'
import type { CreateOptions } from '../problem/create.js'
import type { DetailOf } from '../validate/describe-fault.js'
import type { ValidationCode } from '../validate/fault-codes.js'
import type { ForeignFacts } from './facts.js'

/** A thrown value, read with care: a read that throws gives `undefined`. */
export interface ForeignError {
  readonly thrown: unknown
  readonly isError: boolean
  /** Whether it is what `new Error(text)` makes: nothing but a message. */
  readonly isPlain: boolean
  /** The names of its own properties that are listed, read once. */
  readonly keys: readonly string[]
  /** The `name`, where that is a text: read once, since most families ask for it. */
  readonly name: string | undefined
  /** The `code`, read once too: a text or a number, if any. */
  readonly code: unknown
  /** The `message`, where that is a text: read when it is first asked for, since some libraries make it then. */
  readonly message: string | undefined
  readonly get: (key: string) => unknown
  /** Reads a property that must be a string. */
  readonly text: (key: string) => string | undefined
}

/** One kind of error. The detail is written by us: what the library says may quote the request or name internals. */
export interface FamilyRow {
  readonly when: (error: ForeignError, facts: ForeignFacts) => boolean
  readonly status: number | ((error: ForeignError, facts: ForeignFacts) => number)
  readonly options?: (
    error: ForeignError,
    facts: ForeignFacts,
    report: ReportFault,
    /** What the app says of faults in values of the request. */
    detailOf: DetailOf | undefined,
  ) => CreateOptions
  /** Which kind of constraint of a database broke, where one did. */
  readonly kind?: ConstraintKind
}

/** What a constraint of a database asks for; `reference` is a foreign key. Each is a word of `code` in `errors` as well. */
export type ConstraintKind = Extract<ValidationCode, 'unique' | 'reference' | 'required' | 'check'>

/** The errors of one library, or of a few that are alike. */
export interface Family {
  readonly name: string
  /**
   * Names of errors, and own properties that are listed: its errors have one of them. That costs the others least, as nothing is called.
   * @default every error
   */
  readonly names?: readonly string[]
  readonly keys?: readonly string[]
  /**
   * Tells quickly whether a row can match: most errors come from no library.
   * @default every error
   */
  readonly concerns?: (error: ForeignError) => boolean
  /**
   * Whether it knows errors that have nothing but a message, and perhaps a cause. The others never see these: most errors are such.
   * @default false
   */
  readonly knowsPlain?: boolean
  /**
   * Whether the app may say otherwise with `createError(404, error)`, which writes a status on an error of a library. Not so where a library
   * makes its errors with http-errors itself.
   * @default true
   */
  readonly yields?: boolean
  /**
   * Whether an unknown error around one of its errors means the same: code around a database wraps what the driver says. Never so for what
   * the app says itself, which it can throw as it is.
   * @default where the row has 502, 503 or 504
   */
  readonly isSeenThrough?: boolean
  /**
   * Whether it knows errors of validators that look at anything: the request, or a row and other data of the server's own. Nothing in such
   * an error tells which.
   * @default false
   */
  readonly mayBeOwnData?: boolean
  readonly rows: readonly FamilyRow[]
}

/** Wraps a thrown value for the rows. */
export function foreignError(thrown: unknown): ForeignError {
  return new ReadError(thrown)
}

class ReadError implements ForeignError {
  readonly thrown: unknown
  readonly isError: boolean
  readonly isPlain: boolean
  readonly keys: readonly string[]
  readonly name: string | undefined
  readonly code: unknown
  // `null` until it is read.
  private said: string | undefined | null = null

  constructor(thrown: unknown) {
    this.thrown = thrown
    this.isError = isError(thrown)
    this.keys = ownKeys(thrown)
    this.isPlain = prototypeOf(thrown) === Error.prototype && this.keys.length === 0
    this.name = this.text('name')
    this.code = this.get('code')
  }

  get message(): string | undefined {
    if (this.said === null) this.said = this.text('message')
    return this.said
  }

  get(key: string): unknown {
    return read(this.thrown, key)
  }

  text(key: string): string | undefined {
    const value = read(this.thrown, key)
    return typeof value === 'string' ? value : undefined
  }
}

/** Tells an error by what it has. */
export type Mark = (error: ForeignError) => boolean
