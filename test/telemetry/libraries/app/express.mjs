/** The app for Express 4 and 5. */
import { map } from '../../../../dist/esm/lib/index.js'
import { notFoundHandler, problemHandler, problemScope, route } from '../../../../dist/esm/middleware/express/index.js'
import { fail } from './fail.mjs'
import { DoubleBooking, SeatTaken } from './kinds.mjs'

/** Starts the app. */
export function start({ express, kinds, options, Sentry, position }) {
  const app = express()
  const scoped = express.Router()
  kinds.forEach((kind, index) => {
    const router = kind.isScoped ? scoped : app
    router.get(
      `/kind-${index}/:id`,
      route((_req, res) => fail(kind, res)),
    )
  })
  scoped.use(problemScope({ map: [map(DoubleBooking, SeatTaken)] }))
  app.use(scoped)
  app.use(notFoundHandler())
  if (position === 'before') Sentry.setupExpressErrorHandler(app)
  app.use(problemHandler(options))
  if (position === 'behind') Sentry.setupExpressErrorHandler(app)
  return app.listen(0, '127.0.0.1')
}
