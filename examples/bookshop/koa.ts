/** The shop on Koa 3. Errors that the shop throws need no code here; what a route may answer is declared beside it. */
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { BadRequest, Conflict, InternalServerError, NotFound } from 'http-problems'
import { problemHandler, problems } from 'http-problems/koa'
import { collectKoa } from 'http-problems/openapi'
import Koa from 'koa'
import { customerPage, customerScript } from './customer/page.js'
import { openApiDocument } from './openapi.js'
import { OutOfCredit, QuotaExceeded, SoldOut, types, ValidationError } from './problems.js'
import type { Shop } from './shop.js'
import { viewerFile, viewerPage } from './viewer.js'
import { countRequest, metrics, watching } from './watching.js'

export function koaApp(shop: Shop, page: string): Koa {
  const app = new Koa()
  app.use((ctx, next) => {
    countRequest(ctx.req, ctx.res, () => ctx['_matchedRoute'] as string | undefined)
    return next()
  })
  app.use(problemHandler({ types, ...watching }))
  app.use(bodyParser({ enableTypes: ['json'] }))

  const router = new Router()
  router.get('/', (ctx) => {
    ctx.type = 'html'
    ctx.body = page
  })
  router.get('/customer', (ctx) => {
    ctx.type = 'html'
    ctx.body = customerPage
  })
  router.get('/customer/script.js', async (ctx) => {
    ctx.type = 'text/javascript'
    ctx.body = await customerScript()
  })
  router.get('/openapi.json', (ctx) => {
    ctx.body = document
  })
  router.get('/metrics', async (ctx) => {
    const { type, text } = await metrics()
    ctx.type = type
    ctx.body = text
  })
  router.get('/viewer', (ctx) => {
    ctx.type = viewerPage.type
    ctx.body = viewerPage.content
  })
  router.get('/viewer/:file', problems(NotFound), async (ctx) => {
    const file = await viewerFile(ctx.params['file'] ?? '')
    if (file === undefined) throw new NotFound()
    ctx.type = file.type
    ctx.body = file.content
  })

  // Any request may be one that nobody can read, and anything may fail.
  router.use(problems(BadRequest, InternalServerError))
  router.get('/books', async (ctx) => {
    ctx.body = await shop.books()
  })
  router.get('/books/:isbn', problems(NotFound), async (ctx) => {
    ctx.body = await shop.book(ctx.params['isbn'])
  })
  router.get('/search', problems(QuotaExceeded), async (ctx) => {
    ctx.body = await shop.search(ctx.query['q'], ctx.ip)
  })
  router.post('/orders', problems(SoldOut, ValidationError), async (ctx) => {
    const purchase = await shop.order(ctx.request.body)
    ctx.status = 201
    ctx.set('Location', `/orders/${purchase.id}`)
    ctx.body = purchase
  })
  router.get('/orders/:id', problems(NotFound), async (ctx) => {
    ctx.body = await shop.purchase(ctx.params['id'])
  })
  router.post('/orders/:id/payment', problems(OutOfCredit, NotFound, Conflict), async (ctx) => {
    ctx.body = await shop.pay(ctx.params['id'])
    ctx.status = 201
  })
  router.get('/accounts/:customer', problems(NotFound), async (ctx) => {
    ctx.body = await shop.account(ctx.params['customer'])
  })
  router.get('/reports/sales', async (ctx) => {
    ctx.body = await shop.salesReport()
  })
  router.get('/suppliers', async (ctx) => {
    ctx.body = await shop.suppliers()
  })

  app.use(router.routes())
  const document = openApiDocument(collectKoa(app))
  return app
}
