/** Takes over from Koa what fails outside of the middleware behind the handler: Koa would answer it in plain text. */

import { assignOwn, bare, defineOwn } from '../../lib/guard/bare.js'
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

// The objects from which Koa makes the contexts of an app, where these share an onerror of ours.
const sharing = new WeakSet<object>()

// To set a function on each context makes each request dearer, those that succeed too.
function sharesOnError(ctx: ProblemContext): boolean {
  if (!isOfKoa(ctx) || Object.hasOwn(ctx, 'onerror')) return false
  const contexts = Object.getPrototypeOf(ctx) as object
  return sharing.has(contexts) || share(contexts)
}

// An accessor, so that whoever reads the function has one that knows its context: `stream.on('error', ctx.onerror)`.
function share(contexts: object): boolean {
  // Has what was there before: of Koa, of the app, or of another copy of this package.
  const before: object = Object.create(Object.getPrototypeOf(contexts))
  const own = Object.getOwnPropertyDescriptor(contexts, 'onerror')
  if (own !== undefined) Object.defineProperty(before, 'onerror', own)
  const behind = (ctx: object): OnError => Reflect.get(before, 'onerror', ctx) as OnError
  const isShared = Reflect.defineProperty(
    contexts,
    'onerror',
    bare({
      configurable: true,
      enumerable: true,
      get(this: TakenOver): OnError {
        const running = this[RUNNING]
        // Koa reads it once for each request, and mostly has nothing to tell.
        return running === undefined ? behind(this) : (thrown) => void (running.take(thrown) || behind(this).call(this, thrown))
      },
      // Of one context, or of all that the app has from now on.
      set(this: object, onerror: OnError): void {
        defineOwn(this === contexts ? before : this, 'onerror', onerror)
      },
    }),
  )
  // A frozen object keeps what it has.
  if (isShared) sharing.add(contexts)
  return isShared
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
