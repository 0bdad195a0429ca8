/** The shop on Express 5. Errors that the shop throws need no code here; what a route may answer is declared beside it. */
import express, { type Express } from 'express'
import { BadRequest, Conflict, InternalServerError, NotFound } from 'http-problems'
import { notFoundHandler, problemHandler, problems } from 'http-problems/express'
import { collectExpress } from 'http-problems/openapi'
import { customerPage, customerScript } from './customer/page.js'
import { openApiDocument } from './openapi.js'
import { OutOfCredit, QuotaExceeded, SoldOut, types, ValidationError } from './problems.js'
import type { Shop } from './shop.js'
import { viewerFile, viewerPage } from './viewer.js'
import { countRequest, metrics, watching } from './watching.js'

export function expressApp(shop: Shop, page: string): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((req, res, next) => {
    countRequest(req, res, () => (req.route as { path?: string } | undefined)?.path)
    next()
  })

  app.get('/', (_req, res) => {
    res.type('html').send(page)
  })
  app.get('/customer', (_req, res) => {
    res.type('html').send(customerPage)
  })
  app.get('/customer/script.js', async (_req, res) => {
    res.type('text/javascript').send(await customerScript())
  })
  app.get('/openapi.json', (_req, res) => {
    res.json(document)
  })
  app.get('/metrics', async (_req, res) => {
    const { type, text } = await metrics()
    res.type(type).send(text)
  })
  app.get('/viewer', (_req, res) => {
    res.type(viewerPage.type).send(viewerPage.content)
  })
  app.get('/viewer/:file', problems(NotFound), async (req, res) => {
    const file = await viewerFile(req.params.file)
    if (file === undefined) throw new NotFound()
    res.type(file.type).send(file.content)
  })

  // Any request may be one that nobody can read, and anything may fail.
  app.use(problems(BadRequest, InternalServerError))
  app.use(express.json())
  app.get('/books', async (_req, res) => {
    res.json(await shop.books())
  })
  app.get('/books/:isbn', problems(NotFound), async (req, res) => {
    res.json(await shop.book(req.params.isbn))
  })
  app.get('/search', problems(QuotaExceeded), async (req, res) => {
    res.json(await shop.search(req.query['q'], req.ip ?? ''))
  })
  app.post('/orders', problems(SoldOut, ValidationError), async (req, res) => {
    const purchase = await shop.order(req.body)
    res.status(201).location(`/orders/${purchase.id}`).json(purchase)
  })
  app.get('/orders/:id', problems(NotFound), async (req, res) => {
    res.json(await shop.purchase(req.params.id))
  })
  app.post('/orders/:id/payment', problems(OutOfCredit, NotFound, Conflict), async (req, res) => {
    res.status(201).json(await shop.pay(req.params.id))
  })
  app.get('/accounts/:customer', problems(NotFound), async (req, res) => {
    res.json(await shop.account(req.params.customer))
  })
  app.get('/reports/sales', async (_req, res) => {
    res.json(await shop.salesReport())
  })
  app.get('/suppliers', async (_req, res) => {
    res.json(await shop.suppliers())
  })

  app.use(notFoundHandler())
  app.use(problemHandler({ types, ...watching }))
  const document = openApiDocument(collectExpress(app))
  return app
}
