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

/** Puts a context into the hands of those who answer. */
export function exchangeOf<Context extends ProblemContext>(
  ctx: Context,
  write: Exchange<Context>['write'] | undefined,
): Exchange<Context> {
  const allow = (): readonly string[] | undefined => matchedMethods(ctx)?.allowed
  return { req: ctx.req, res: ctx.res, request: ctx, allow, ...(write && { write }) }
}
