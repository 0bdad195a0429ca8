/** The error handler for Koa 2 and 3. */
import { toProblem } from '../../lib/foreign/to-problem.js'
import { nameValue } from '../../lib/guard/name.js'
import { read } from '../../lib/guard/read.js'
import { misuse } from '../../lib/guard/refuse.js'
import type { AdoptOptions } from '../../lib/handler/adopt-options.js'
import { logThrownFaults } from '../../lib/handler/log.js'
import type { HandlerOptions, Uncalled } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import { createProblem } from '../../lib/problem/create.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { matchedMethods } from '../../lib/routes/koa.js'
import { type PathMethods, showResource } from '../../lib/routes/methods.js'
import { unroutedProblem } from '../../lib/routes/unrouted.js'
import { ability } from '../node/ability.js'
import { answer } from '../node/answer.js'
import { responseState } from '../node/state.js'
import { adoptionDecision, takeAdoption } from './adopt.js'
import { explicitStatus, type HookContext, type ProblemContext, requestOf, responseOf } from './context.js'
import { emitError } from './error-event.js'
import { KoaExchange } from './exchange.js'
import { answerStreamErrors, takeOverOnError } from './on-error.js'

/** Options of the Koa handler; hooks get Koa's `ctx`. */
export interface ProblemHandlerOptions<Context extends ProblemContext = HookContext> extends HandlerOptions<Context> {
  /**
   * Makes problems of the 4xx and 5xx that the app answers by hand, `ctx.status = 404` or `ctx.body = { error }`, for the clients that ask for
   * problems, and leaves them as they are for others; so it does what nobody answered. Streams, files and HTML pages stay.
   * @default false: an answer without a body becomes a problem for everybody, one with a body for nobody
   */
  readonly adopt?: boolean | AdoptOptions
}

// Asks no more of the app than the handler needs, where the hooks name no context: Koa adds what a middleware asks for to the type of the app.
type TakenContext<Context> = HookContext extends Context ? ProblemContext : Context

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
export function problemHandler<Context extends ProblemContext = HookContext>(
  options?: ProblemHandlerOptions<Context>,
  uncalled?: Uncalled<'problemHandler'>,
): (ctx: TakenContext<Context>, next: () => Promise<unknown>) => Promise<void>
export function problemHandler<Context extends ProblemContext>(
  options?: ProblemHandlerOptions<Context>,
): (ctx: Context, next: () => Promise<unknown>) => Promise<void> {
  // Koa knows no event for a request that nobody answered, or that the app answered by hand, so its `error` event is not fired for these.
  const unanswered = new WeakSet<HttpProblem>()
  const { adoption, shared } = takeAdoption<Context>(options)
  const settings = prepareSettings<Context>(shared, (event) => {
    if (read(event.facts.request.app, 'silent') !== true) logThrownFaults(event)
    if (!unanswered.has(event.problem)) emitError(event)
  })

  return async function problemHandler(ctx, next) {
    // Express calls it with a request and a response.
    if (typeof next !== 'function')
      throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'problemHandler', expected: 'next() of Koa', got: nameValue(next) })
    const running = takeOverOnError(ctx, settings)
    try {
      await next()
    } catch (thrown) {
      running.end()
      // Koa leaves a request without an answer that fails with null.
      const exchange = new KoaExchange(ctx)
      if (answer(thrown, exchange, settings) === undefined) throw thrown ?? nothingThrown(thrown, ctx)
      running.answered()
      if (exchange.later !== undefined) await exchange.later
      return
    }
    running.end()
    if (running.connectionError !== undefined) ctx.onerror(running.connectionError)
    const { body } = ctx
    answerStreamErrors(ctx, body)
    // With adoption, what nobody answered is left to Koa where the client does not ask for problems.
    const decision = adoption && adoptionDecision(ctx, body, { adoption, settings })
    if (decision?.becomes === 'itself') return
    const isAdopted = decision?.becomes === 'problem'
    const problem = isAdopted ? decision.problem : unansweredProblem(ctx, body)
    if (problem === undefined) return
    unanswered.add(problem)
    const exchange = new KoaExchange(ctx)
    answer(problem, exchange, settings, isAdopted ? 'adopted' : 'own')
    if (exchange.later !== undefined) await exchange.later
  }
}

function nothingThrown(thrown: null | undefined, ctx: ProblemContext): HttpProblem {
  return toProblem(thrown, { facts: { responseStatus: explicitStatus(ctx) } })
}

function unansweredProblem(ctx: ProblemContext, body: unknown): HttpProblem | undefined {
  const { status } = ctx
  if (!(status >= 400) || ctx.respond === false || responseState(requestOf(ctx), responseOf(ctx)) !== 'open') return undefined
  if (body !== null && body !== undefined && body !== '') return undefined
  const methods = matchedMethods(ctx) ?? { allowed: [], knows: () => true }
  if (status !== 404 && !isOptionsOnly(ctx, methods)) return createProblem(status)
  return unroutedProblem(ctx.method, methods)
}

// `router.allowedMethods()` makes 405 of every path that has OPTIONS, where `router.options('/{*any}')` answers it for all of them.
function isOptionsOnly(ctx: ProblemContext, { allowed }: PathMethods): boolean {
  return (
    ctx.status === 405 &&
    ability(responseOf(ctx), 'getHeader')?.('Allow') === 'OPTIONS' &&
    allowed.includes('OPTIONS') &&
    !showResource(allowed)
  )
}
