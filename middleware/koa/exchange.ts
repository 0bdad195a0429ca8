/** What the handler asks of a Koa context. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { read } from '../../lib/problem/read.js'
import { matchedMethods } from '../../lib/routes/koa.js'
import { koaRoute } from '../../lib/routes/matched.js'
import type { Exchange } from '../server/answer.js'
import { unsentStatus } from '../server/facts.js'

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
  return {
    req: ctx.req,
    res: ctx.res,
    request: ctx,
    status: () => explicitStatus(ctx),
    route: () => koaRoute(ctx),
    allow,
    ...(write && { write }),
  }
}

// A protocol version: the ES module and the CommonJS build understand each other.
const ANSWERED = Symbol.for('http-problems/1/answered')

/** Notes the status of an answer that Koa has still to send: it is ours, and no word of the app about an error that comes behind it. */
export function noteStatus(ctx: ProblemContext, status: number): void {
  Object.assign(ctx, { [ANSWERED]: status })
}

/** Reads the status that the app set; that with which Koa begins is 404. */
export function explicitStatus(ctx: ProblemContext): number | undefined {
  const status = unsentStatus(ctx.res)
  if (status === read(ctx, ANSWERED)) return undefined
  return status !== 404 || read(read(ctx, 'response'), '_explicitStatus') === true ? status : undefined
}
