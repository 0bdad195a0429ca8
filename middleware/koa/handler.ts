/** The error handler for Koa 2 and 3. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { createProblem } from '../../lib/problem/create.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { isError, read } from '../../lib/problem/read.js'
import type { ProblemEvent } from '../../lib/respond/events.js'
import type { HandlerOptions } from '../../lib/respond/options.js'
import type { Answer } from '../../lib/respond/respond.js'
import { prepareSettings, type Settings } from '../../lib/respond/settings.js'
import { matchedMethods } from '../../lib/routes/koa.js'
import { unroutedProblem } from '../../lib/routes/unrouted.js'
import { answer, type Exchange } from '../server/answer.js'
import { drain, responseState, setFields, setStatus } from '../server/write.js'

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

/** Options of the Koa handler; hooks get Koa's `ctx`. */
export type ProblemHandlerOptions<Context extends ProblemContext = ProblemContext> = HandlerOptions<Context>

/**
 * Answers every error with problem details, and what nothing answered with 404, 405 or 501. Put it first: `app.use(problemHandler())`.
 *
 * @throws TypeError with the code ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = new Koa()
 * app.use(problemHandler())
 * app.use(() => {
 *   throw new Conflict('Order 7 is already paid.') // GET /orders/7: 409
 * })
 */
export function problemHandler<Context extends ProblemContext = ProblemContext>(
  options?: ProblemHandlerOptions<Context>,
): (ctx: Context, next: () => Promise<unknown>) => Promise<void> {
  // Koa knows no event for a request that nobody answered, so its `error` event is not fired for these.
  const unanswered = new WeakSet<HttpProblem>()
  const answered = new WeakSet<object>()
  const settings = prepareSettings<Context>(options, (event) => {
    if (!unanswered.has(event.problem)) emitError(event)
  })

  return async function problemHandler(ctx, next) {
    const running = takeOverOnError(ctx, settings, answered)
    try {
      await next()
    } catch (thrown) {
      running.isOver = true
      // Koa leaves a request without an answer that fails with null.
      if (answer(thrown, exchangeOf(ctx, writerOf(ctx)), settings) === undefined) throw thrown ?? toProblem(thrown)
      answered.add(ctx)
      return
    }
    running.isOver = true
    if (running.connectionError !== undefined) ctx.onerror(running.connectionError)
    answerStreamErrors(ctx)
    const problem = unansweredProblem(ctx)
    if (problem === undefined) return
    unanswered.add(problem)
    answer(problem, exchangeOf(ctx, writerOf(ctx)), settings)
  }
}

/** The middleware behind the handler, and an error of the connection that came meanwhile. */
interface Running {
  isOver: boolean
  connectionError?: unknown
}

/**
 * Answers what Koa would answer in plain text: a stream body that fails, an error of a middleware in front of this one, a response that
 * cannot be written. Koa calls `ctx.onerror` for these, and with nothing when a response is finished.
 */
function takeOverOnError<Context extends ProblemContext>(
  ctx: Context,
  settings: Settings<Context>,
  answered: WeakSet<object>,
): Running {
  const { onerror } = ctx
  const running: Running = { isOver: false }
  const onError = (thrown: unknown): void => {
    if (thrown === null || thrown === undefined || isParserError(thrown)) return
    // Middleware that works for a connection which is gone will fail too, and knows more about it. One event for both.
    if (!running.isOver && isDisconnected(ctx)) {
      running.connectionError = thrown
      return
    }
    // What Koa reports behind an answer is a consequence: the end of the stream, and then of the response.
    if (answered.has(ctx) && (ctx.res.headersSent || ctx.res.destroyed)) return
    answered.add(ctx)
    if (answer(thrown, exchangeOf(ctx, undefined), settings) === undefined) onerror.call(ctx, thrown)
  }
  // Not `ctx.onerror =`: on Node 24 that store made every request through Koa a third dearer.
  Object.assign(ctx, { onerror: onError })
  return running
}

function isDisconnected({ req, res }: ProblemContext): boolean {
  return res.destroyed || responseState(req, res) === 'client-gone'
}

// Koa 2 listens to a stream body itself. Koa 3 leaves it to pipeline(), which destroys the response before anybody could answer.
function answerStreamErrors(ctx: ProblemContext): void {
  const { body } = ctx
  const once = read(body, 'once')
  if (typeof once !== 'function') return
  once.call(body, 'error', (error: unknown) => ctx.onerror(error))
  // One that is destroyed without an error leaves a response of Koa 2 open for ever.
  once.call(body, 'close', () => {
    if (ctx.body === body && read(body, 'readableEnded') === false && !ctx.res.writableEnded) ctx.onerror(prematureClose())
  })
}

function prematureClose(): Error {
  return Object.assign(new Error('The stream of the body closed before its end.'), { code: 'ERR_STREAM_PREMATURE_CLOSE' })
}

// Koa also hands on errors of the socket. What Node's parser refuses, Node answers itself, on the bare connection.
function isParserError(thrown: unknown): boolean {
  const code = read(thrown, 'code')
  return typeof code === 'string' && code.startsWith('HPE_')
}

function exchangeOf<Context extends ProblemContext>(
  ctx: Context,
  write: Exchange<Context>['write'] | undefined,
): Exchange<Context> {
  const allow = (): readonly string[] | undefined => matchedMethods(ctx)?.allowed
  return { req: ctx.req, res: ctx.res, request: ctx, allow, ...(write && { write }) }
}

// Through the context, so that middleware in front of this one sees status and body; Koa writes them when all are done. Straight to the
// response where Koa will not write: when the app said so, and for HEAD over HTTP/2, which Koa 2 leaves without an answer.
function writerOf(ctx: ProblemContext): ((answer: Answer) => void) | undefined {
  if (ctx.respond === false || (ctx.method === 'HEAD' && ctx.req.httpVersionMajor >= 2)) return undefined
  return (answer) => {
    // Before the body: Koa looks up no media type where it finds one.
    setFields(ctx.res, answer)
    ctx.body = answer.body
    // After the body, which makes it 200; and not through `ctx.status`, which refuses codes that it does not know.
    setStatus(ctx.res, answer)
    drain(ctx.req, ctx.res)
  }
}

function unansweredProblem(ctx: ProblemContext): HttpProblem | undefined {
  const { status, body } = ctx
  if (status < 400 || ctx.respond === false || responseState(ctx.req, ctx.res) !== 'open') return undefined
  if (body !== null && body !== undefined && body !== '') return undefined
  if (status !== 404) return createProblem(status)
  const { allowed, knows } = matchedMethods(ctx) ?? { allowed: [], knows: () => true }
  return unroutedProblem(ctx.method, allowed, knows)
}

// The app's `error` event is Koa's log. It gets an Error, whatever was thrown; for a 4xx one that Koa's own listener does not print.
function emitError<Context extends ProblemContext>({ thrown, problem, status, outcome, facts }: ProblemEvent<Context>): void {
  if (outcome === 'client-gone') return
  const ctx = facts.request
  const errors = [thrown, problem].filter(isError)
  const fitting = status >= 500 ? errors[0] : errors.find((error) => read(error, 'expose') === true)
  ctx.app.emit('error', fitting ?? createProblem(status, { cause: thrown }), ctx)
}
