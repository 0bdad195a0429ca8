/** Answers what no route of an Express app answered. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Uncalled } from '../../lib/handler/options.js'
import { pathMethods } from '../../lib/routes/express.js'
import { showResource } from '../../lib/routes/methods.js'
import { unroutedProblem } from '../../lib/routes/unrouted.js'
import { type RoutedRequest, recognizable } from '../../lib/routes/ways.js'
import { type ProblemHandlerOptions, problemHandler } from './handler.js'
import type { HookRequest } from './request.js'
import type { Next } from './route.js'

/**
 * Turns a request that no route answered into a problem: 404, 405 with Allow where the path has other methods, 501 for a method that the
 * server does not know. Put it behind the routes and before `problemHandler()`; a mounted app needs its own.
 *
 * With options it answers by itself, without them the error handler behind it does.
 *
 * @throws TypeError with the code ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = express()
 * app.get('/books', (req, res) => res.json([]))
 * app.use(notFoundHandler()) // POST /books: 405, Allow: GET, HEAD, OPTIONS
 * app.use(problemHandler())
 */
export function notFoundHandler<Request extends IncomingMessage = HookRequest>(
  options?: ProblemHandlerOptions<Request>,
  _uncalled?: Uncalled<'notFoundHandler'>,
): (req: IncomingMessage, res: ServerResponse, next: Next) => void {
  const answer = options === undefined ? undefined : problemHandler(options)

  return recognizable(function notFoundHandler(req: IncomingMessage, res: ServerResponse, next: Next): void {
    const { method = 'GET' } = req
    const methods = pathMethods(req as RoutedRequest, notFoundHandler)
    // Express answers it, behind the last middleware.
    if (method === 'OPTIONS' && showResource(methods.allowed)) return next()
    const problem = unroutedProblem(method, methods)
    if (answer) answer(problem, req, res, next)
    else next(problem)
  })
}
