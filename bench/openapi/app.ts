/** An app with many routes in routers of twenty, and a document that knows the routes and nothing of their problems. */
import Router15 from '@koa/router'
import express5, { type Express } from 'express'
import express4 from 'express-4'
import express50 from 'express-5.0'
import express52 from 'express-5.2'
import { Conflict, defineProblem, NotFound, Unauthorized } from 'http-problems'
import { problems as onExpress } from 'http-problems/express'
import { problems as onKoa } from 'http-problems/koa'
import Koa from 'koa'
import Router13 from 'koa-router-13'
import Router14 from 'koa-router-14'

/** Each version of the routers; the last of each framework is the newest. */
export const versions = {
  express: { 'Express 4': express4, 'Express 5.0': express50, 'Express 5.2': express52, 'Express 5.3': express5 },
  koa: { '@koa/router 13': Router13, '@koa/router 14': Router14, '@koa/router 15': Router15 },
}

const ROUTES_OF_A_ROUTER = 20
const TYPES = 40

const declared = Array.from({ length: TYPES }, (_, index) =>
  defineProblem(`Fault${index}`, {
    type: `https://api.example.com/problems/fault-${index}`,
    status: 409,
    title: 'Something is at odds',
    members: { type: 'object', properties: { part: { type: 'string' } }, required: ['part'] },
  }),
)

/** The problems of one route: what all have, and types of its own. */
function problemsOf(index: number): readonly (typeof NotFound | typeof Conflict | (typeof declared)[number])[] {
  const own = declared[index % TYPES]
  return [NotFound, Conflict, ...(own === undefined ? [] : [own])]
}

function routersOf(routes: number): readonly (readonly number[])[] {
  const all = Array.from({ length: routes }, (_, index) => index)
  return Array.from({ length: Math.ceil(routes / ROUTES_OF_A_ROUTER) }, (_, router) =>
    all.slice(router * ROUTES_OF_A_ROUTER, (router + 1) * ROUTES_OF_A_ROUTER),
  )
}

/** Makes an app on Express. */
export function expressApp(routes: number, express = express5): Express {
  const app = express()
  app.use(onExpress(Unauthorized))
  for (const [number, indexes] of routersOf(routes).entries()) {
    const router = express.Router()
    for (const index of indexes) router.get(`/things${index}/:id`, onExpress(...problemsOf(index)), (_req, res) => void res.end())
    app.use(`/part${number}`, router)
  }
  return app
}

/** Makes an app on Koa. */
export function koaApp(routes: number, Router = Router15): Koa {
  const app = new Koa()
  app.use(onKoa(Unauthorized))
  for (const [number, indexes] of routersOf(routes).entries()) {
    const router = new Router({ prefix: `/part${number}` })
    for (const index of indexes) router.get(`/things${index}/:id`, onKoa(...problemsOf(index)), () => undefined)
    app.use(router.routes())
  }
  return app
}

/** Writes a document by hand, as it were: the parameters have other names than in the app. */
export function documentOf(routes: number): object {
  const paths: Record<string, object> = {}
  for (const [number, indexes] of routersOf(routes).entries()) {
    for (const index of indexes)
      paths[`/part${number}/things${index}/{thing}`] = {
        parameters: [{ name: 'thing', in: 'path', required: true, schema: { type: 'string' } }],
        get: { responses: { 200: { description: 'It is there.' } } },
      }
  }
  return { openapi: '3.1.2', info: { title: 'Things', version: '1.0.0' }, paths }
}
