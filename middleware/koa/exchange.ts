/** What the handler asks of a Koa context. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord } from '../../lib/problem/read.js'
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

/**
 * Gives the request of a context. The double of a unit test may have nothing but what middleware of Koa uses, and the context has that under
 * the names of Node.
 */
export function requestOf(ctx: ProblemContext): IncomingMessage {
  return isRecord(ctx.req as unknown) ? ctx.req : (ctx as unknown as IncomingMessage)
}

/** Gives the response of a context, as `requestOf()` the request. */
export function responseOf(ctx: ProblemContext): ServerResponse {
  return isRecord(ctx.res as unknown) ? ctx.res : (ctx as unknown as ServerResponse)
}

/** Puts a context into the hands of those who answer. */
export function exchangeOf<Context extends ProblemContext>(
  ctx: Context,
  write: Exchange<Context>['write'] | undefined,
): Exchange<Context> {
  const allow = (): readonly string[] | undefined => matchedMethods(ctx)?.allowed
  return { req: requestOf(ctx), res: responseOf(ctx), request: ctx, allow, ...(write && { write }) }
}
