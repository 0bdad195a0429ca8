/** Takes over from Koa what fails outside of the middleware behind the handler: Koa would answer it in plain text. */

import { assignOwn, defineOwn } from '../../lib/guard/bare.js'
import { read } from '../../lib/guard/read.js'
import type { HandlerSettings } from '../../lib/handler/settings.js'
import { isOfKoa, type ProblemContext } from './context.js'
import { Running } from './running.js'

type OnError = ProblemContext['onerror']

const RUNNING = Symbol('running')

type TakenOver = ProblemContext & { [RUNNING]?: Running<ProblemContext> }

/**
 * Takes over a stream body that fails, an error of a middleware in front of this one, a response that cannot be written. Koa calls
 * `ctx.onerror` for these, and with nothing when a response is finished.
 */
export function takeOverOnError<Context extends ProblemContext>(
  ctx: Context,
  settings: HandlerSettings<Context>,
): Running<Context> {
  const taken: TakenOver = ctx
  if (sharesOnError(ctx)) {
    const running = new Running(ctx, settings, taken[RUNNING])
    // Every method of it takes the context of its own handler.
    taken[RUNNING] = running as unknown as Running<ProblemContext>
    return running
  }
  const { onerror } = ctx
  const running = new Running(ctx, settings, undefined)
  // Defined and not set: the object from which the context was made may be frozen.
  defineOwn(ctx, 'onerror', (thrown: unknown) => void (running.take(thrown) || onerror.call(ctx, thrown)))
  return running
}

// The function of ours that all contexts of an app have, by the object from which Koa makes its contexts.
const shared = new WeakMap<object, OnError>()

// Every property that is set on a context makes each request dearer, those that succeed too, and a function made for each even more.
function sharesOnError(ctx: ProblemContext): boolean {
  if (!isOfKoa(ctx)) return false
  const contexts = Object.getPrototypeOf(ctx) as object
  if (!shared.has(contexts) && !Object.hasOwn(ctx, 'onerror')) share(contexts, ctx.onerror)
  // Another copy of the package, or the app, may have put its own in the place of ours since.
  return shared.get(contexts) === ctx.onerror
}

function share(contexts: object, onerror: OnError): void {
  const taken = function onError(this: TakenOver, thrown: unknown): void {
    if (this[RUNNING]?.take(thrown) !== true) onerror.call(this, thrown)
  }
  // A frozen object keeps what it has.
  if (Reflect.set(contexts, 'onerror', taken)) shared.set(contexts, taken)
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
