/** Says in a Koa app which problems its routes may answer. */
import type { ProblemClass } from '../../lib/define/problem-class.js'
import { assignOwn } from '../../lib/guard/bare.js'
import { markHandler, needProblemClasses } from '../../lib/routes/mark.js'

/** A middleware that does nothing but say which problems may be answered behind it. */
export interface ProblemsMiddleware {
  (ctx: unknown, next: () => Promise<unknown>): Promise<unknown>
  /** Says the same of one handler, and gives the handler itself: nothing is paid when it runs. What is said of one handler adds up. */
  on<Handler extends (...args: never) => unknown>(handler: Handler): Handler
}

/**
 * Says which problems may be answered, for `collectKoa()` and whoever documents or tests the routes: by the routes behind it, and in a route by that
 * route. It only returns `next()`.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT for what is no problem class, or no handler
 * @example
 * const app = new Koa()
 * app.use(problemHandler())
 * app.use(problems(NotFound))
 * app.use(() => {
 *   throw new NotFound('There is no book with this number.') // GET /books/8: 404
 * })
 */
export function problems(...classes: readonly ProblemClass[]): ProblemsMiddleware {
  const known = needProblemClasses(classes)

  function problems(_ctx: unknown, next: () => Promise<unknown>): Promise<unknown> {
    return next()
  }
  return assignOwn(markHandler(problems, known), { on: <Handler>(handler: Handler): Handler => markHandler(handler, known) })
}
