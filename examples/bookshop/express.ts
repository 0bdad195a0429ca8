/** The shop on Express 5. Errors that the shop throws need no code here. */
import express, { type Express } from 'express'
import { notFoundHandler, problemHandler } from 'http-problems/express'
import { openApiDocument } from './openapi.js'
import { types } from './problems.js'
import type { Shop } from './shop.js'

export function expressApp(shop: Shop, page: string): Express {
  const document = openApiDocument('3.1')
  const app = express()
  app.disable('x-powered-by')
  app.use(express.json())

  app.get('/', (_req, res) => {
    res.type('html').send(page)
  })
  app.get('/openapi.json', (_req, res) => {
    res.json(document)
  })
  app.get('/books', async (_req, res) => {
    res.json(await shop.books())
  })
  app.get('/books/:isbn', async (req, res) => {
    res.json(await shop.book(req.params.isbn))
  })
  app.get('/search', async (req, res) => {
    res.json(await shop.search(req.query['q'], req.ip ?? ''))
  })
  app.post('/orders', async (req, res) => {
    const purchase = await shop.order(req.body)
    res.status(201).location(`/orders/${purchase.id}`).json(purchase)
  })
  app.get('/orders/:id', async (req, res) => {
    res.json(await shop.purchase(req.params.id))
  })
  app.post('/orders/:id/payment', async (req, res) => {
    res.status(201).json(await shop.pay(req.params.id))
  })
  app.get('/accounts/:customer', async (req, res) => {
    res.json(await shop.account(req.params.customer))
  })
  app.get('/reports/sales', async (_req, res) => {
    res.json(await shop.salesReport())
  })
  app.get('/suppliers', async (_req, res) => {
    res.json(await shop.suppliers())
  })

  app.use(notFoundHandler())
  app.use(problemHandler({ types }))
  return app
}
