/** The packages of others that answer with problem details. They are installed in `bench/peers/`, and each is loaded by the server that runs it alone. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ErrorRequestHandler } from 'express'
import type { Middleware } from 'koa'
import { root } from '../../../test/package/command.js'
import { DETAIL } from './contender.js'

const require = createRequire(join(root, 'bench', 'peers', 'package.json'))

// Types as far as they are used here: not every package has some.
type MapperClass = abstract new (errorClass: new (text: string) => Error) => object
interface ExpressHttpProblemDetails {
  readonly HttpProblemResponse: (options: { strategy: object }) => ErrorRequestHandler
}
interface Mappers {
  readonly ErrorMapper: MapperClass
  readonly DefaultMappingStrategy: new (registry: object) => object
  readonly MapperRegistry: new () => { registerMapper(mapper: object): object }
}
interface Documents {
  readonly ProblemDocument: new (members: { status: number; detail: string }) => object
}
type ApiProblem = new (status: number, title: string, type: string, members: object) => Error
interface ErrorIq {
  readonly Conflict: new (options: { detail: string }) => Error
  readonly express: { readonly errorHandler: () => ErrorRequestHandler }
  readonly koa: { readonly errorMiddleware: () => Middleware }
}

/** How a peer makes its error, and the handler that answers it. */
export interface Peer<Handler> {
  readonly makeError: () => Error
  readonly handler: Handler
}

/** Loads express-http-problem-details, with a class of error and its mapper as its README shows them. */
export function expressHttpProblemDetails(): Peer<ErrorRequestHandler> {
  const { HttpProblemResponse } = load<ExpressHttpProblemDetails>('express-http-problem-details')
  const { DefaultMappingStrategy, ErrorMapper, MapperRegistry } = load<Mappers>('http-problem-details-mapper')
  const { ProblemDocument } = load<Documents>('http-problem-details')
  class OrderConflict extends Error {}
  class OrderConflictMapper extends ErrorMapper {
    constructor() {
      super(OrderConflict)
    }

    mapError({ message }: Error): object {
      return new ProblemDocument({ status: 409, detail: message })
    }
  }
  const strategy = new DefaultMappingStrategy(new MapperRegistry().registerMapper(new OrderConflictMapper()))
  return { makeError: () => new OrderConflict(DETAIL), handler: HttpProblemResponse({ strategy }) }
}

/** Loads api-problem and its handler. */
export function apiProblem(): Peer<ErrorRequestHandler> {
  const Problem = load<ApiProblem>('api-problem')
  const handler = load<() => ErrorRequestHandler>('api-problem/lib/middleware')
  return { makeError: () => new Problem(409, 'Conflict', API_PROBLEM_TYPE, { detail: DETAIL }), handler: handler() }
}

/** The type that a problem of api-problem is given here: the package replaces `about:blank`. */
export const API_PROBLEM_TYPE = 'https://api.example.com/conflict'

/** Loads error-iq and its handler for Express. */
export function errorIqForExpress(): Peer<ErrorRequestHandler> {
  const { Conflict, express } = load<ErrorIq>('@common-sense/error-iq')
  return { makeError: () => new Conflict({ detail: DETAIL }), handler: express.errorHandler() }
}

/** Loads error-iq and its middleware for Koa. */
export function errorIqForKoa(): Peer<Middleware> {
  const { Conflict, koa } = load<ErrorIq>('@common-sense/error-iq')
  return { makeError: () => new Conflict({ detail: DETAIL }), handler: koa.errorMiddleware() }
}

function load<Module>(name: string): Module {
  // The check of bytes tells whether the package is what its type says.
  return require(name) as Module
}
