/** What of a request helps to tell what an error means. */

import { read } from '../guard/read.js'

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
  /** The request of Express, or the context of Koa: for the option `describeFault`. */
  readonly request?: unknown
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
  request: true,
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
    request,
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
