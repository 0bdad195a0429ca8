/** What the types say of handlers and of validate(): hooks, wrappers, and what nobody meant to write. Copied into TypeScript projects of both formats. */
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { HttpProblem, map, NotFound } from 'http-problems'
import {
  problemHandler as expressProblems,
  notFoundHandler,
  type RequestSchemas,
  type StandardSchema,
  validate,
} from 'http-problems/express'
import { problemHandler as koaProblems, validate as validateForKoa } from 'http-problems/koa'
import Koa, { type Middleware } from 'koa'

declare global {
  namespace Express {
    interface Request {
      id: string
    }
  }
}

interface State {
  user: { name: string }
}

class NoSuchShop extends NotFound {
  static override readonly type = 'https://example.com/problems/no-such-shop'
}

const expressApp = express()
expressApp.use(notFoundHandler({ members: (_problem, { request }) => ({ id: request.id, path: request.path }) }))
expressApp.use('/api', expressProblems({ defaults: { 404: NoSuchShop }, only: (req) => req.id !== '' }))
expressApp.use(expressProblems({ logger: ({ facts }) => console.log(facts.request.id, facts.request.originalUrl) }))
expressApp.use(expressProblems<express.Request>({ only: (req) => req.xhr }))
export const errors: ErrorRequestHandler = expressProblems({ map: [map(RangeError, NotFound)] })

const koaApp = new Koa()
koaApp.use(koaProblems({ members: (_problem, { request }) => ({ id: request.state.id, path: request.path }) }))
const typedApp = new Koa<State, { requestId: string }>()
typedApp.use(koaProblems({ onProblem: ({ facts }) => console.log(facts.request.state.user.name) }))
export const middleware: Middleware<State> = koaProblems({ onProblem: ({ facts }) => console.log(facts.request.state.user.name) })

export const ofSchema = <Schema extends StandardSchema>(schema: Schema): RequestHandler => validate({ body: schema })
export const ofSchemas = <const Schemas extends RequestSchemas>(schemas: Schemas) => validate(schemas)
export const ofShape = (shape: Readonly<Record<string, StandardSchema>>) => validateForKoa(shape)

// @ts-expect-error a plain status has no type of its own
export const plain = (): unknown => expressProblems({ defaults: { 404: NotFound } })
// @ts-expect-error the same for a class that sets none
export const none = (): unknown => expressProblems({ defaults: { 404: HttpProblem } })
// @ts-expect-error there is no part of that name
export const misspelt = (): unknown => validate({ body: {}, boddy: {} })
// @ts-expect-error a status is no outcome
export const status = (): unknown => map(Error, 404)
// @ts-expect-error parentheses are missing
export const uncalled = (): unknown => expressApp.use(expressProblems)
// @ts-expect-error parentheses are missing
export const uncalledEnd = (): unknown => expressApp.use(notFoundHandler)
// @ts-expect-error parentheses are missing
export const uncalledInKoa = (): unknown => koaApp.use(koaProblems)
