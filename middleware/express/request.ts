/** What the hooks of the handlers see of a request of Express. */
import type { IncomingMessage, ServerResponse } from 'node:http'

declare global {
  // Where the types of Express, passport, multer and many others add their members, and apps their own. Without them it is empty.
  namespace Express {
    interface Request {}
  }
}

/** What Express 4 and 5 add to a request. */
interface ExpressMembers {
  readonly baseUrl: string
  readonly body?: unknown
  readonly hostname: string
  readonly ip: string | undefined
  readonly ips: readonly string[]
  readonly originalUrl: string
  readonly params: Readonly<Record<string, unknown>>
  readonly path: string
  readonly protocol: string
  readonly query: Readonly<Record<string, unknown>>
  readonly res?: ServerResponse | undefined
  readonly secure: boolean
  get(field: string): string | undefined
}

/** A request as the hooks see it: with the members that the app has given to `Express.Request`. */
export type HookRequest = IncomingMessage & ExpressMembers & Express.Request
