/** One run of the middleware behind the handler, and what fails outside of it. */
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

/** What a handler knows of a request that it runs. */
export class Running<Context extends ProblemContext> {
  readonly #ctx: Context
  readonly #settings: HandlerSettings<Context>
  readonly #outer: Running<ProblemContext> | undefined
  #isOver = false
  #isAnswered = false
  /** An error of the connection that came meanwhile. */
  connectionError: unknown = undefined

  constructor(ctx: Context, settings: HandlerSettings<Context>, outer: Running<ProblemContext> | undefined) {
    this.#ctx = ctx
    this.#settings = settings
    this.#outer = outer
  }

  /** Notes that the middleware behind the handler has come to its end. */
  end(): void {
    this.#isOver = true
  }

  /** Notes that the handler has answered. */
  answered(): void {
    this.#isAnswered = true
  }

  /** Takes an error from `ctx.onerror`; tells whether this handler, or the one in front of it, was meant for it. */
  take(thrown: unknown): boolean {
    if (thrown === null || thrown === undefined || isParserError(thrown)) return true
    const { res, req } = this.#ctx
    // Middleware that works for a connection which is gone will fail too, and knows more about it. One event for both.
    if (!this.#isOver && isDisconnected(req, res)) {
      this.connectionError = thrown
      return true
    }
    // What Koa reports behind an answer is a consequence: the end of the stream, and then of the response.
    if (this.#isAnswered && (res.headersSent || res.destroyed)) return true
    this.#isAnswered = true
    const isMeant = answer(thrown, new FailedExchange(this.#ctx, this.#isOver), this.#settings) !== undefined
    return isMeant || this.#outer?.take(thrown) === true
  }
}

// Koa also hands on errors of the socket. What Node's parser refuses, Node answers itself, on the bare connection.
function isParserError(thrown: unknown): boolean {
  const code = read(thrown, 'code')
  return typeof code === 'string' && code.startsWith('HPE_')
}

// Koa writes nothing any more, and pipeline() of Koa 3 destroys the response of a stream body that failed, although it was answered a moment before.
class FailedExchange<Context extends ProblemContext> extends KoaExchange<Context> {
  readonly #isAnswered: boolean

  constructor(ctx: Context, isAnswered: boolean) {
    super(ctx)
    this.#isAnswered = isAnswered
  }

  // What fails behind the app is its own fault, even where it had answered the client's: a body that cannot be written, a stream that breaks.
  override status(): number | undefined {
    return this.#isAnswered ? undefined : super.status()
  }

  override get canWait(): boolean {
    return false
  }

  override write(made: Answer, limits: DrainLimits): void {
    send(this.req, this.res, made, limits)
    assignOwn(this.res, { destroy: () => this.res })
  }
}
