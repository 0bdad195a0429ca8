/** The app for Koa 2 and 3. */
import { map } from '../../../../dist/esm/lib/index.js'
import { problemHandler, problemScope } from '../../../../dist/esm/middleware/koa/index.js'
import { fail } from './fail.mjs'
import { DoubleBooking, SeatTaken } from './kinds.mjs'

/** Starts the app. */
export function start({ Koa, Router, kinds, options, Sentry, position }) {
  const app = new Koa()
  app.silent = true
  if (position === 'before') Sentry.setupKoaErrorHandler(app)
  app.use(problemHandler(options))
  if (position === 'behind') Sentry.setupKoaErrorHandler(app)
  const router = new Router()
  const scope = problemScope({ map: [map(DoubleBooking, SeatTaken)] })
  kinds.forEach((kind, index) => {
    router.get(`/kind-${index}/:id`, ...(kind.isScoped ? [scope] : []), ({ res }) => fail(kind, res))
  })
  app.use(router.routes())
  return app.listen(0, '127.0.0.1')
}
