/** What the handler asks of a Koa context. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { matchedMethods } from '../../lib/routes/koa.js'
import type { Exchange } from '../server/answer.js'

/** The parts of a Koa context that the handler uses; the contexts of Koa 2 and 3 fit. */
export interface ProblemContext {
  readonly app: { emit(event: 'error', error: Error, ctx: unknown): unknown }
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly method: string
  status: number
  body: unknown
  respond?: boolean | undefined
  onerror(error: unknown): void
}

// Koa has `any` for what an app keeps in `ctx.state`, so that every type of an app fits.
type Loose = ReturnType<typeof JSON.parse>

/** A context as the hooks see it. */
export interface HookContext extends ProblemContext {
  readonly host: string
  readonly hostname: string
  readonly ip: string
  readonly originalUrl: string
  readonly path: string
  readonly protocol: string
  readonly query: Readonly<Record<string, unknown>>
  readonly querystring: string
  readonly state: Loose
  readonly url: string
  get(field: string): string
}

/** Puts a context into the hands of those who answer. */
export function exchangeOf<Context extends ProblemContext>(
  ctx: Context,
  write: Exchange<Context>['write'] | undefined,
): Exchange<Context> {
  const allow = (): readonly string[] | undefined => matchedMethods(ctx)?.allowed
  return { req: ctx.req, res: ctx.res, request: ctx, allow, ...(write && { write }) }
}
