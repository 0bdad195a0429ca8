/** What errors of the middleware behind it become, for Koa 2 and 3. */
import type { IncomingMessage } from 'node:http'
import type { Uncalled } from '../../lib/handler/options.js'
import { leaveScope, type ProblemScopeOptions, prepareScope } from '../../lib/handler/scope.js'

/**
 * Says what errors of the routes behind it become. Put it first in a router; it passes the error on, and `problemHandler()` asks the
 * innermost scope first.
 *
 * @throws TypeError with the code ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = new Koa()
 * app.use(problemHandler())
 * app.use(problemScope({ map: [map(RangeError, NotFound)] }))
 * app.use(() => {
 *   throw new RangeError('no such page') // GET /books/8: 404
 * })
 */
export function problemScope(
  options: ProblemScopeOptions,
  _uncalled?: Uncalled<'problemScope'>,
): (ctx: { readonly req: IncomingMessage }, next: () => Promise<unknown>) => Promise<unknown> {
  const conversion = prepareScope(options)

  return async function problemScope(ctx, next) {
    try {
      return await next()
    } catch (thrown) {
      leaveScope(ctx.req, thrown, conversion)
      throw thrown
    }
  }
}
