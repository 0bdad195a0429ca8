/** Collects the routes of an Express app, with the problems that they may answer. */
import { wrongArgument } from '../../../guard/refuse.js'
import type { RouteRecords } from '../../record.js'
import { routeRecords } from '../records.js'
import { isExpressApp, isWithoutLayers, routerOf } from './router.js'
import { ExpressWalk } from './walk.js'

/**
 * Collects the routes of an app of Express 4 or 5, or of one of its routers: each with its method, its path as OpenAPI writes it, and the problems that
 * `problems()` and known libraries say of it. It runs no function of the app and changes nothing.
 *
 * What cannot be read, such as a path that is a regular expression, is in `skipped`, with the reason.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where the app is none of Express
 * @example
 * const app = express()
 * app.get('/orders/:id', problems(NotFound), (req, res) => res.json({}))
 * const [order] = collectExpress(app)
 * console.log(order?.method, order?.path) // GET /orders/{id}
 */
export function collectExpress(app: unknown): RouteRecords {
  const router = routerOf(app)
  if (router === undefined && !isExpressApp(app)) throw wrongArgument('collectExpress(app)', 'an app or a router of Express', app)
  const walk = new ExpressWalk()
  if (router !== undefined) walk.through(router)
  else if (!isWithoutLayers(app))
    walk.skip(
      '/',
      'The app has no router that can be read. It is none of Express 4.17 to 5.3, or another function stands in its place.',
    )
  return routeRecords(walk.records, walk.skipped)
}
