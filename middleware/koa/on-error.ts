/** Takes over from Koa what fails outside of the middleware behind the handler. */

import { assignOwn } from '../../lib/guard/bare.js'
import { read } from '../../lib/guard/read.js'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { HandlerSettings } from '../../lib/handler/settings.js'
import type { Answer } from '../../lib/respond/respond.js'
import { answer } from '../node/answer.js'
import { isDisconnected } from '../node/state.js'
import { send } from '../node/write.js'
import type { ProblemContext } from './context.js'
import { KoaExchange } from './exchange.js'

/** The middleware behind the handler, and an error of the connection that came meanwhile. */
export interface Running {
  isOver: boolean
  connectionError: unknown
}

/**
 * Answers what Koa would answer in plain text: a stream body that fails, an error of a middleware in front of this one, a response that
 * cannot be written. Koa calls `ctx.onerror` for these, and with nothing when a response is finished.
 */
export function takeOverOnError<Context extends ProblemContext>(
  ctx: Context,
  settings: HandlerSettings<Context>,
  answered: WeakSet<object>,
): Running {
  const { onerror } = ctx
  const running: Running = { isOver: false, connectionError: undefined }
  const onError = (thrown: unknown): void => {
    if (thrown === null || thrown === undefined || isParserError(thrown)) return
    // Middleware that works for a connection which is gone will fail too, and knows more about it. One event for both.
    if (!running.isOver && isDisconnected(ctx.req, ctx.res)) {
      running.connectionError = thrown
      return
    }
    // What Koa reports behind an answer is a consequence: the end of the stream, and then of the response.
    if (answered.has(ctx) && (ctx.res.headersSent || ctx.res.destroyed)) return
    answered.add(ctx)
    if (answer(thrown, new FailedExchange(ctx), settings) === undefined) onerror.call(ctx, thrown)
  }
  // Not `ctx.onerror =`: on Node 24 that store made every request through Koa a third dearer.
  assignOwn(ctx, { onerror: onError })
  return running
}

/** Answers a stream body that fails. Koa 2 listens to it itself, Koa 3 leaves it to pipeline(), which destroys the response before anybody could answer. */
export function answerStreamErrors(ctx: ProblemContext, body: unknown): void {
  const once = read(body, 'once')
  if (typeof once !== 'function') return
  once.call(body, 'error', (error: unknown) => ctx.onerror(error))
  // One that is destroyed without an error leaves a response of Koa 2 open for ever.
  once.call(body, 'close', () => {
    if (ctx.body === body && read(body, 'readableEnded') === false && !ctx.res.writableEnded) ctx.onerror(prematureClose())
  })
}

function prematureClose(): Error {
  return assignOwn(new Error('The stream of the body closed before its end.'), { code: 'ERR_STREAM_PREMATURE_CLOSE' })
}

// Koa also hands on errors of the socket. What Node's parser refuses, Node answers itself, on the bare connection.
function isParserError(thrown: unknown): boolean {
  const code = read(thrown, 'code')
  return typeof code === 'string' && code.startsWith('HPE_')
}

// Koa writes nothing any more, and pipeline() of Koa 3 destroys the response of a stream body that failed, although it was answered a moment before.
class FailedExchange<Context extends ProblemContext> extends KoaExchange<Context> {
  override write(made: Answer, limits: DrainLimits): void {
    send(this.req, this.res, made, limits)
    assignOwn(this.res, { destroy: () => this.res })
  }
}
