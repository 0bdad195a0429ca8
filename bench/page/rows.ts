/** The limits: what is compared, what must be met and what is aimed at. */
import { floor, floorsAgainst } from './floors.js'
import { ratioOf } from './numbers.js'
import { against, againstFastest, kept, loaded, medianOf, noise, type Row, success, withQuartiles } from './row.js'

/** The rows of the table. */
export const rows: readonly Row[] = [
  against('Express 5, `app.use(problemHandler())` / `res.status(409).json()` without a throw', 'express', 'by-hand', {
    20: { must: 1.02, goal: 0.96 },
    24: { must: 0.92, goal: 0.85 },
  }),
  {
    what: 'Express 5, `handler.route()` / the same',
    digits: 2,
    limits: { 20: { must: 0.96, goal: 0.88 }, 24: { must: 0.88, goal: 0.8 } },
    read: (numbers) => withQuartiles(ratioOf(numbers, 'express', 'ours-route', 'by-hand')),
    readFloors: (numbers) => floorsAgainst(numbers, 'express', 'by-hand', 'floor-route'),
  },
  against('Express 5, `app.use(problemHandler())` / http-errors and a 4-line handler', 'express', 'http-errors', {
    20: { must: 0.7, goal: 0.65 },
    24: { must: 0.38, goal: 0.35 },
  }),
  againstFastest(
    'Express 5, `app.use(problemHandler())` / the faster of express-http-problem-details and error-iq',
    'express',
    ['express-http-problem-details', 'error-iq'],
    {
      20: { must: 0.8, goal: 0.72 },
      24: { must: 0.58, goal: 0.5 },
    },
  ),
  // It answers none but its own errors, and sets neither a length nor any field but the type.
  against('Express 5, `app.use(problemHandler())` / api-problem, which answers its own errors only', 'express', 'api-problem'),
  against('Koa 3, `app.use(problemHandler())` / `ctx.status`, `ctx.body` without a throw', 'koa', 'by-hand', {
    20: { must: 1.15, goal: 1 },
    24: { must: 1.15, goal: 1 },
  }),
  againstFastest(
    'Koa 3, `app.use(problemHandler())` / the faster of error-iq and `ctx.throw()`',
    'koa',
    ['error-iq', 'ctx-throw'],
    {
      20: { must: 0.65, goal: 0.55 },
      24: { must: 0.65, goal: 0.55 },
    },
  ),
  success('Express 5', 'express'),
  noise('Express 5', 'express'),
  success('Koa 3', 'koa'),
  noise('Koa 3', 'koa'),
  {
    what: 'A 4xx at stack depth 30 / `new Error()`',
    digits: 2,
    limits: { 20: { must: 0.07, goal: 0.05 } },
    read: ({ errors }) => medianOf(errors.map(({ problem, plain }) => problem.nanoseconds / plain.nanoseconds)),
    readFloors: ({ errors }) => {
      const least = medianOf(errors.map(({ floor, plain }) => floor.nanoseconds / plain.nanoseconds))
      return floor('an Error with the same members and no stack', least?.median)
    },
  },
  kept('Memory kept for a 4xx', 'problem', { 20: { must: 200, goal: 160 } }),
  kept('Memory kept for a plain Error', 'plain'),
  loaded('http-problems/express', { 20: { must: 8, goal: 5 } }),
  loaded('http-problems/koa'),
  loaded('http-problems'),
]
