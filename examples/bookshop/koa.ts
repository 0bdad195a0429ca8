/** The shop on Koa 3. Errors that the shop throws need no code here. */
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { problemHandler } from 'http-problems/koa'
import Koa from 'koa'
import { openApiDocument } from './openapi.js'
import { types } from './problems.js'
import type { Shop } from './shop.js'

export function koaApp(shop: Shop, page: string): Koa {
  const document = openApiDocument('3.1')
  const app = new Koa()
  app.use(problemHandler({ types }))
  app.use(bodyParser({ enableTypes: ['json'] }))

  const router = new Router()
  router.get('/', (ctx) => {
    ctx.type = 'html'
    ctx.body = page
  })
  router.get('/openapi.json', (ctx) => {
    ctx.body = document
  })
  router.get('/books', async (ctx) => {
    ctx.body = await shop.books()
  })
  router.get('/books/:isbn', async (ctx) => {
    ctx.body = await shop.book(ctx.params['isbn'])
  })
  router.get('/search', async (ctx) => {
    ctx.body = await shop.search(ctx.query['q'], ctx.ip)
  })
  router.post('/orders', async (ctx) => {
    const purchase = await shop.order(ctx.request.body)
    ctx.status = 201
    ctx.set('Location', `/orders/${purchase.id}`)
    ctx.body = purchase
  })
  router.get('/orders/:id', async (ctx) => {
    ctx.body = await shop.purchase(ctx.params['id'])
  })
  router.post('/orders/:id/payment', async (ctx) => {
    ctx.body = await shop.pay(ctx.params['id'])
    ctx.status = 201
  })
  router.get('/accounts/:customer', async (ctx) => {
    ctx.body = await shop.account(ctx.params['customer'])
  })
  router.get('/reports/sales', async (ctx) => {
    ctx.body = await shop.salesReport()
  })
  router.get('/suppliers', async (ctx) => {
    ctx.body = await shop.suppliers()
  })

  app.use(router.routes())
  return app
}
