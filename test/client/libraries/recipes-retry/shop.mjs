/** A shop on Express that knows the field Idempotency-Key, as its draft says, and loses answers. */
import { once } from 'node:events'
import express from 'express'
import { idempotencyTypes, ServiceUnavailable } from '../../../../dist/esm/lib/index.js'
import { notFoundHandler, problemHandler } from '../../../../dist/esm/middleware/express/index.js'

/** The page of the shop about the field. */
export const PAGE = 'https://api.example.com/docs/idempotency'

const { IdempotencyKeyMissing, IdempotencyKeyOutstanding, IdempotencyKeyReused } = idempotencyTypes(PAGE)
const WORK = 300

/** Starts it. */
export async function startShop() {
  const orders = []
  const keys = new Map()
  const asked = []
  const app = express()
  app.use(express.text())
  app.use((req, _res, next) => {
    asked.push(req.get('Idempotency-Key'))
    next()
  })

  // The first answer is lost: the order is made, a while later.
  app.post('/orders', (req, res) => {
    const key = req.get('Idempotency-Key')
    if (key === undefined) throw new IdempotencyKeyMissing()
    const known = keys.get(key)
    if (known !== undefined && known.content !== req.body) throw new IdempotencyKeyReused()
    if (known !== undefined && !known.done) throw new IdempotencyKeyOutstanding()
    if (known !== undefined) return void res.status(201).send(`order ${known.order}`)
    const work = { content: req.body, done: false, order: orders.push(req.body) }
    keys.set(key, work)
    setTimeout(() => Object.assign(work, { done: true }), WORK)
    res.destroy()
  })
  // Without keys: nobody knows whether the order was made.
  app.post('/unsafe', (req) => {
    orders.push(req.body)
    throw new ServiceUnavailable()
  })
  app.use(notFoundHandler())
  app.use(problemHandler({ logger: false, types: [IdempotencyKeyMissing, IdempotencyKeyOutstanding, IdempotencyKeyReused] }))

  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    orders,
    asked,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
