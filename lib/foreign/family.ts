/** What a family of foreign errors is: a table of rows, each with the mark of one error and the problem that it deserves. */

import type { ReportFault } from '../guard/fault.js'
import { isError, ownKeys, prototypeOf, read } from '../guard/read.js'
import type { CreateOptions } from '../problem/create.js'

/** A thrown value, read with care: a read that throws gives `undefined`. */
export interface ForeignError {
  readonly thrown: unknown
  readonly isError: boolean
  /** Whether it is what `new Error(text)` makes: nothing but a message. */
  readonly isPlain: boolean
  /** The names of its own properties that are listed, read once. */
  readonly keys: readonly string[]
  /** Its `name`, where that is a text: read once, since most families ask for it. */
  readonly name: string | undefined
  /** Its `code`, read once too: a text or a number, if any. */
  readonly code: unknown
  readonly get: (key: string) => unknown
  /** Reads a property that must be a string. */
  readonly text: (key: string) => string | undefined
}

/** One kind of error. The detail is written by us: what the library says may quote the request or name internals. */
export interface FamilyRow {
  readonly when: (error: ForeignError, facts: ForeignFacts) => boolean
  readonly status: number | ((error: ForeignError, facts: ForeignFacts) => number)
  readonly options?: (error: ForeignError, facts: ForeignFacts, report: ReportFault) => CreateOptions
}

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

  constructor(thrown: unknown) {
    this.thrown = thrown
    this.isError = isError(thrown)
    this.keys = ownKeys(thrown)
    this.isPlain = prototypeOf(thrown) === Error.prototype && this.keys.length === 0
    this.name = this.text('name')
    this.code = this.get('code')
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

/** What helps to tell what an error means, such as that of a body parser. */
export interface ForeignFacts {
  /** The media type of the request without parameters, where it has one. */
  readonly mediaType?: string | undefined
  /** Whether the request body came in a content coding. */
  readonly isEncoded?: boolean | undefined
  /** What the Authorization field of the request holds. */
  readonly credentials?: Credentials | undefined
  /** The challenges of this server, one line each: those of errors about tokens are added to them. */
  readonly challenges?: readonly string[] | undefined
  /** The status that the app set on the response before the error: the last step before 500, where it is 400-599. */
  readonly responseStatus?: number | undefined
  /** Reads a part of the request by its name, such as `body` or `params`: it helps to tell which part an error is about. */
  readonly part?: ((name: string) => unknown) | undefined
}

/** The names of the facts; the type makes sure that none is forgotten. */
export const foreignFactNames: { readonly [Name in keyof Required<ForeignFacts>]: true } = {
  mediaType: true,
  isEncoded: true,
  credentials: true,
  challenges: true,
  responseStatus: true,
  part: true,
}

/**
 * What an Authorization field holds: nothing, a bearer token, credentials of another scheme, or neither, such as a token without its scheme,
 * or `Bearer` without the one token that must follow (RFC 6750 2.1).
 */
export type Credentials = 'none' | 'token' | 'malformed' | 'other'

// RFC 9110 8.3.1: two tokens.
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+/i

/**
 * Reads the facts from the fields of a request, names in lower case, and from the request of Express or the context of Koa. Those that most
 * errors do not need are found when they are asked for.
 */
export function foreignFacts(
  headers: Readonly<Record<string, unknown>>,
  request: unknown,
  responseStatus: () => number | undefined,
  challenges: readonly string[] | undefined,
): ForeignFacts {
  const given = headers['content-type']
  const mediaType = typeof given === 'string' ? MEDIA_TYPE.exec(given)?.[0].toLowerCase() : undefined
  return {
    mediaType,
    isEncoded: (headers['content-encoding'] ?? 'identity') !== 'identity',
    challenges,
    // Koa's body parsers leave the body at `ctx.request`.
    part: (name) => read(request, name) ?? read(read(request, 'request'), name),
    get credentials() {
      return credentialsIn(headers['authorization'])
    },
    get responseStatus() {
      return responseStatus()
    },
  }
}

// RFC 9449 7.1: DPoP is the scheme of a token that is bound to a key.
const TOKEN = /^(?:bearer|dpop)[ \t]+\S+$/i

const TOKEN_SCHEME = /^(?:bearer|dpop)(?:[ \t]|$)/i

// RFC 9110 11.4: a scheme, and behind it one word or a list of parameters.
const CREDENTIALS = /^[\w!#$%&'*+.^`|~-]+[ \t]+(?:[\w.~+/-]+=*$|[\w!#$%&'*+.^`|~-]+[ \t]*=)/

function credentialsIn(given: unknown): Credentials {
  const field = typeof given === 'string' ? given.trim() : ''
  if (field === '') return 'none'
  if (TOKEN.test(field)) return 'token'
  return !TOKEN_SCHEME.test(field) && CREDENTIALS.test(field) ? 'other' : 'malformed'
}
