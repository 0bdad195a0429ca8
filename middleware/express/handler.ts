/** The error handler for Express 4 and 5. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { assignOwn } from '../../lib/guard/bare.js'
import { isError, read } from '../../lib/guard/read.js'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import { logServerErrors } from '../../lib/handler/log.js'
import type { HandlerOptions, Uncalled } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import type { Answer } from '../../lib/respond/respond.js'
import { pathMethods } from '../../lib/routes/express.js'
import { expressRoute, type MatchedRoute } from '../../lib/routes/matched.js'
import { expressTemplate } from '../../lib/routes/template.js'
import { type AskingHandler, type RoutedRequest, recognizable } from '../../lib/routes/ways.js'
import { note } from '../node/ability.js'
import { answer } from '../node/answer.js'
import { Exchange } from '../node/exchange.js'
import { noteError, noteWritten } from './noted.js'
import type { HookRequest } from './request.js'
import { asError, guardedRoute, type Next, type RouteHandler } from './route.js'

/** Options of the Express handlers; hooks get Express's `req`. */
export type ProblemHandlerOptions<Request extends IncomingMessage = HookRequest> = HandlerOptions<Request>

/** An error middleware of Express that can also answer at once. */
export interface ProblemHandler {
  (thrown: unknown, req: IncomingMessage, res: ServerResponse, next: Next): void
  /**
   * Wraps a route handler: what it throws or rejects with, null too, is answered at once with the same options,
   * without a search through the routes behind it.
   */
  route<Handler extends RouteHandler>(handler: Handler): Handler
}

/**
 * Answers every error with problem details. Put it last: `app.use(problemHandler())`.
 *
 * @throws TypeError with the code ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = express()
 * app.get('/orders/7', () => {
 *   throw new Conflict('Order 7 is already paid.')
 * })
 * app.use(problemHandler()) // GET /orders/7: 409
 */
export function problemHandler<Request extends IncomingMessage = HookRequest>(
  options?: ProblemHandlerOptions<Request>,
  _uncalled?: Uncalled<'problemHandler'>,
): ProblemHandler {
  // Express passes its own request, which is what the hooks were written for.
  const settings = prepareSettings(options as HandlerOptions<IncomingMessage>, logServerErrors)

  // Four parameters make it an error middleware.
  function problemHandler(thrown: unknown, req: IncomingMessage, res: ServerResponse, next: Next): void {
    // Before the answer where that is possible: whoever sees the header section being written may look for it.
    const before = isError(thrown) ? noteError(res, thrown) : undefined
    const problem = answer(thrown, new ExpressExchange(req, res, problemHandler), settings)
    if (problem === undefined) {
      // The response goes on, perhaps to an app whose responses have no accessor.
      if (before !== undefined) note(res, { err: thrown })
      return next(asError(thrown, res))
    }
    const noted = before ?? noteError(res, problem)
    noted.takeLate = takeLate
  }

  function takeLate(thrown: unknown, req: IncomingMessage, res: ServerResponse): void {
    // An async handler may pass an error on and throw it as well.
    if (thrown !== read(res, 'err')) answer(thrown, new ExpressExchange(req, res, problemHandler), settings)
  }

  const route = <Handler extends RouteHandler>(handler: Handler): Handler => guardedRoute(handler, problemHandler)
  return assignOwn(recognizable(problemHandler), { route })
}

/** A request that Express has handed to a handler. */
export class ExpressExchange extends Exchange<IncomingMessage> {
  readonly #handler: AskingHandler

  constructor(req: IncomingMessage, res: ServerResponse, handler: AskingHandler) {
    super(req, res, req)
    this.#handler = handler
  }

  override route(): MatchedRoute {
    return expressRoute(this.req)
  }

  override template(): string | undefined {
    return expressTemplate(this.req as RoutedRequest, this.#handler)
  }

  override allow(): readonly string[] {
    return pathMethods(this.req as RoutedRequest, this.#handler).allowed
  }

  override write(answer: Answer, limits: DrainLimits): void {
    noteWritten(this.res)
    super.write(answer, limits)
  }
}
