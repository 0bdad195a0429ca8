/** Says in an Express app which problems its routes may answer. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ProblemClass } from '../../lib/define/problem-class.js'
import { assignOwn } from '../../lib/guard/bare.js'
import { markHandler, needProblemClasses } from '../../lib/routes/mark.js'
import type { Next } from './route.js'

/** A middleware that does nothing but say which problems may be answered behind it. */
export interface ProblemsMiddleware {
  (req: IncomingMessage, res: ServerResponse, next: Next): void
  /** Says the same of one handler, and gives the handler itself: nothing is paid when it runs. What is said of one handler adds up. */
  on<Handler extends (...args: never) => unknown>(handler: Handler): Handler
}

/**
 * Says which problems may be answered, for `collectExpress()` and whoever documents or tests the routes: by the layers behind it in the same router
 * and, with a path, only below that path; in a route, by that route. It only calls `next()`.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT for what is no problem class, or no handler
 * @example
 * const app = express()
 * app.use('/orders', problems(Unauthorized))
 * app.get('/orders/:id', problems(NotFound), (req, res) => res.json({}))
 * app.delete('/orders/:id', problems(NotFound, Conflict).on((req, res) => res.status(204).end()))
 * const [read, remove] = collectExpress(app)
 * console.log(read?.problems.map(({ status }) => status)) // [ 401, 404 ]
 * console.log(remove?.problems.map(({ status }) => status)) // [ 401, 404, 409 ]
 */
export function problems(...classes: readonly ProblemClass[]): ProblemsMiddleware {
  const known = needProblemClasses(classes)

  function problems(_req: IncomingMessage, _res: ServerResponse, next: Next): void {
    next()
  }
  return assignOwn(markHandler(problems, known), { on: <Handler>(handler: Handler): Handler => markHandler(handler, known) })
}
