/** What an answer depends on besides the problem: facts that an adapter collects from its framework. */
import { bare } from '../guard/bare.js'

/** What is known of the request. Hooks get it. */
export interface RequestFacts<Request = unknown> {
  readonly method: string
  /** The request target as the client sent it, before routers and middleware changed it. It may hold secrets; nothing of it is ever sent. */
  readonly url: string
  /** 1 or 2: HTTP/2 has no connection fields. */
  readonly httpVersionMajor: number
  /** The request fields, names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The framework's own request: Express's `req`, Koa's `ctx`. */
  readonly request: Request
}

/** What is known of the response that was begun. */
export interface ResponseFacts {
  /** The names of the fields that were set before the error, in lower case. */
  readonly names: readonly string[]
  /** Reads one of these fields by its name in lower case. */
  field(name: string): unknown
  /** Finds the methods of the resource, where the router can be seen. */
  allow?(): readonly string[] | undefined
}

/** The facts of a response that has no fields yet, or that is not written to. */
export const NO_FIELDS: ResponseFacts = bare({ names: [], field: () => undefined })
