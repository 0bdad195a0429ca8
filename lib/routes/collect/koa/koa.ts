/** Collects the routes of a Koa app and the problems that they may answer. Nothing of the app runs, and nothing is changed. */
import type { RouteRecords } from '../../record.js'
import { type Saying, sayingsOf } from '../gather.js'
import { routeRecords } from '../records.js'
import { isComposed, mountPath, routerOf } from './hidden.js'
import { type CollectKoaOptions, type Mount, type Mounts, needKoaApp, readMounts } from './mounts.js'
import { type Found, type Surroundings, walkRouter } from './router.js'

/**
 * Collects the routes of a Koa app, in the order in which they were added, and the problems that each may answer: those that `problems()` declares in front of it, and
 * those of known libraries. Reads routers of @koa/router 13, 14 and 15. What cannot be read is in the property `skipped`, with the reason.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT or ERR_PROBLEM_OPTION where an argument is wrong
 * @example
 * const router = new Router()
 * router.get('/orders/:id', problems(NotFound), (ctx) => {
 *   ctx.body = { id: ctx.params.id }
 * })
 * const app = new Koa()
 * app.use(problemHandler())
 * app.use(router.routes())
 * for (const { method, path, problems } of collectKoa(app)) console.log(method, path, problems[0]?.status) // GET /orders/{id} 404
 */
export function collectKoa(app: object, options: CollectKoaOptions = {}): RouteRecords {
  const chain = needKoaApp(app)
  const mounts = readMounts(options)
  const found: Found = { records: [], skipped: [] }
  const sayings = walkChain(chain, { base: '', sayings: [] }, { mounts, found })
  // Where these stand nobody sees, so they are read as the last.
  for (let [mount] = mounts.rest(); mount !== undefined; [mount] = mounts.rest()) {
    mounts.take(mount.path)
    walkChain(mount.chain, { base: mount.path, sayings }, { mounts, found })
  }
  return routeRecords(found.records, found.skipped)
}

interface Walk {
  readonly mounts: Mounts
  readonly found: Found
}

/** Walks through the middleware of an app, and gives what all of it says. */
function walkChain(chain: readonly unknown[], { base, sayings: before }: Surroundings, walk: Walk): readonly Saying[] {
  let sayings = before
  for (const middleware of chain) {
    const said = sayingsOf(middleware, () => `in front of ${base === '' ? '/' : base}`)
    const all = said.length === 0 ? sayings : [...sayings, ...said]
    const router = routerOf(middleware)
    if (router !== undefined) walkRouter(router, { base, sayings: all }, walk.found)
    else {
      const path = isComposed(middleware) ? '' : mountPath(middleware)
      // What is neither stands in front of all that follows.
      if (path === undefined) sayings = all
      else walkMount(walk.mounts.take(`${base}${path}`), { base: `${base}${path}`, sayings: all }, walk)
    }
  }
  return sayings
}

function walkMount(mount: Mount | undefined, around: Surroundings, walk: Walk): void {
  if (mount !== undefined) {
    walkChain(mount.chain, around, walk)
    return
  }
  const path = around.base === '' ? '/' : around.base
  const reason = `koa-mount or koa-compose hides what is behind this path: where it has routes, pass \`{ mounts: [['${path}', app]] }\`; for koa-compose, \`router.routes()\` in the place of the app.`
  walk.found.skipped.push({ path, reason })
}
