/** What errors of the routes of one router become, for Express 4 and 5. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Uncalled } from '../../lib/handler/options.js'
import { leaveScope, type ProblemScopeOptions, prepareScope } from '../../lib/handler/scope.js'
import type { Next } from './route.js'

/**
 * Says what errors of a router's routes become. Put it behind the routes of the router, as every error middleware of Express; it passes the
 * error on, and `problemHandler()` asks the innermost scope first. A request that succeeds never runs it.
 *
 * @throws TypeError with the code ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const books = express.Router()
 * books.get('/books/:id', () => {
 *   throw new RangeError('no such page')
 * })
 * books.use(problemScope({ map: [map(RangeError, NotFound)] })) // GET /books/8: 404
 * const app = express()
 * app.use(books)
 * app.use(problemHandler())
 */
export function problemScope(
  options: ProblemScopeOptions,
  _uncalled?: Uncalled<'problemScope'>,
): (thrown: unknown, req: IncomingMessage, res: ServerResponse, next: Next) => void {
  const conversion = prepareScope(options)

  // Four parameters make it an error middleware.
  return function problemScope(thrown, req, _res, next) {
    leaveScope(req, thrown, conversion)
    next(thrown)
  }
}
