/** The routers of Koa that the walk reads, and handlers that must not run. */
import Router from '@koa/router'
import type { Context, Next } from 'koa'
import Router13 from 'koa-router-13'
import Router14 from 'koa-router-14'
import type { ProblemClass } from '../../../lib/define/problem-class.js'
import { markHandler } from '../../../lib/routes/mark.js'
import type { RouteRecords } from '../../../lib/routes/record.js'

/** How a version writes an optional and a splat segment. */
export interface Syntax {
  readonly optional: (segment: string) => string
  readonly splat: (name: string) => string
}

/** The versions, each with its syntax. */
export const koaRouters: Readonly<Record<string, { readonly Router: typeof Router; readonly syntax: Syntax }>> = {
  '@koa/router 13': {
    Router: Router13,
    syntax: { optional: (segment) => `{/${segment}}?`, splat: (name) => `/:${name}(.*)` },
  },
  '@koa/router 14': {
    Router: Router14,
    syntax: { optional: (segment) => `{/${segment}}`, splat: (name) => `/*${name}` },
  },
  '@koa/router 15': {
    Router,
    syntax: { optional: (segment) => `{/${segment}}`, splat: (name) => `/*${name}` },
  },
}

/** What has run of an app whose functions must not run. */
export interface Trap {
  readonly ran: string[]
  /** Makes a handler that notes that it ran. */
  readonly handler: (name?: string) => (ctx: Context) => void
  /** Makes a middleware that says what it may answer, and notes that it ran. */
  readonly says: (...classes: ProblemClass[]) => (ctx: Context, next: Next) => unknown
  /** Makes a handler of `router.param()`. */
  readonly param: (...classes: ProblemClass[]) => (id: string, ctx: Context, next: Next) => unknown
}

/** Makes a trap. */
export function createTrap(): Trap {
  const ran: string[] = []
  return {
    ran,
    handler:
      (name = 'handler') =>
      () => {
        ran.push(name)
      },
    says: (...classes) =>
      markHandler(function problems(_ctx: Context, next: Next) {
        ran.push(`problems(${classes.map(({ name }) => name).join()})`)
        return next()
      }, classes),
    param: (...classes) =>
      markHandler(function load(_id: string, _ctx: Context, next: Next) {
        ran.push('param')
        return next()
      }, classes),
  }
}

/** Writes records as lines: `GET /orders/{id} 404 409`. */
export function lines(records: RouteRecords): string[] {
  return records.map(({ method, path, problems }) => [method, path, ...problems.map(({ status }) => status)].join(' '))
}
