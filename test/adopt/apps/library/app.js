import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Joi from 'joi'
import Koa from 'koa'

const books = new Map([
  [1, { id: 1, title: 'Dune', copies: 1 }],
  [2, { id: 2, title: 'Emma', copies: 0 }],
])
const loans = new Map()
const members = new Map([
  ['key-ann', { id: 1, name: 'Ann', fines: 0 }],
  ['key-ben', { id: 2, name: 'Ben', fines: 12 }],
])

const success = (ctx, data, status = 200) => {
  ctx.status = status
  ctx.body = { success: true, data }
}

const fail = (ctx, status, message, errors) => {
  ctx.status = status
  ctx.body = { success: false, message, ...(errors && { errors }) }
}

const validated = (schema, handle) => (ctx) => {
  const { error, value } = schema.validate(ctx.request.body ?? {}, { abortEarly: false })
  if (!error) return handle(ctx, value)
  const errors = error.details.map(({ path, message }) => ({ field: path.join('.'), message }))
  fail(ctx, 422, 'Validation failed', errors)
}

const member = async (ctx, next) => {
  ctx.state.member = members.get(ctx.get('x-api-key'))
  if (!ctx.state.member) {
    ctx.set('WWW-Authenticate', 'ApiKey realm="library"')
    return fail(ctx, 401, 'Unknown key')
  }
  return next()
}

const book = (id, ctx, next) => {
  ctx.state.book = books.get(Number(id))
  return ctx.state.book ? next() : fail(ctx, 404, `No book ${Number(id)}`)
}

const bookSchema = Joi.object({ title: Joi.string().required(), copies: Joi.number().integer().min(0).default(1) })
const reviewSchema = Joi.object({ stars: Joi.number().integer().min(1).max(5).required(), text: Joi.string().max(500) })

const router = new Router({ prefix: '/api' })
router.param('book', book)

router.get('/health', (ctx) => success(ctx, 'up'))
router.get('/books', (ctx) => success(ctx, [...books.values()]))
router.post(
  '/books',
  member,
  validated(bookSchema, (ctx, given) => {
    if ([...books.values()].some(({ title }) => title === given.title)) return fail(ctx, 409, 'There is such a book')
    const added = { id: books.size + 1, ...given }
    books.set(added.id, added)
    success(ctx, added, 201)
  }),
)
router.get('/books/:book', (ctx) => success(ctx, ctx.state.book))
router.put(
  '/books/:book',
  member,
  validated(bookSchema, (ctx, given) => success(ctx, Object.assign(ctx.state.book, given))),
)
router.delete('/books/:book', member, (ctx) => {
  if (loans.has(ctx.state.book.id)) return fail(ctx, 409, 'The book is on loan')
  books.delete(ctx.state.book.id)
  ctx.status = 204
})
router.get('/books/:book/cover', (ctx) => {
  ctx.status = 404
})
router.get('/books/:book/text', (ctx) => {
  ctx.status = 451
  ctx.body = 'Not in your country'
})
router.post('/books/:book/loan', member, (ctx) => {
  const { book, member } = ctx.state
  if (member.fines > 0) return fail(ctx, 402, 'Please pay your fines')
  if (book.copies === 0) {
    ctx.set('Retry-After', '86400')
    return fail(ctx, 503, 'All copies are out')
  }
  book.copies -= 1
  loans.set(book.id, member.id)
  success(ctx, { book: book.id }, 201)
})
router.delete('/books/:book/loan', member, (ctx) => {
  if (loans.get(ctx.state.book.id) !== ctx.state.member.id) return fail(ctx, 403, 'Not your loan')
  loans.delete(ctx.state.book.id)
  success(ctx, null)
})
router.post(
  '/books/:book/reviews',
  member,
  validated(reviewSchema, (ctx, given) => success(ctx, given, 201)),
)
router.get('/members', (ctx) => {
  ctx.status = 403
  ctx.body = ''
})
router.get('/members/me', member, (ctx) => success(ctx, ctx.state.member))
router.get('/members/me/card', member, (ctx) => {
  ctx.throw(410, 'Cards are gone')
})
router.get('/statistics', () => {
  throw new Error('connect ECONNREFUSED 10.0.0.17:5432')
})
router.get('/legacy', (ctx) => {
  ctx.status = 410
  ctx.body = { success: false }
})

export const koa = new Koa()

koa.use(async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    fail(ctx, error.status ?? 500, error.expose ? error.message : 'Something went wrong')
  }
})
koa.use(bodyParser())
koa.use(router.routes())
koa.use(router.allowedMethods())

export const app = koa.callback()
