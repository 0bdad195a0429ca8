/** Names the route that took a request, as it was declared: Express has it in `req.route`, the routers of Koa in `ctx._matchedRoute`. */
import { isRecord, read } from '../guard/read.js'

const LONGEST_NAME = 200

/** Names the route of Express. It tells no pattern of the routers around, so these are named by the path of the request. */
export function expressRoute(req: unknown): MatchedRoute {
  const method = String(read(req, 'method'))
  const route = read(req, 'route')
  if (!isRecord(route)) return withoutRoute(method)
  const pattern = read(route, 'path')
  const path = String(read(req, 'originalUrl')).split('?', 1)[0] as string
  return { method, declared: route, name: nameOf(method, typeof pattern === 'string' ? under(path, pattern) : pattern) }
}

/** Names the route of a router of Koa. */
export function koaRoute(ctx: unknown): MatchedRoute {
  const method = String(read(ctx, 'method'))
  const matched = read(ctx, '_matchedRoute')
  if (typeof matched !== 'string' && !(matched instanceof RegExp)) return withoutRoute(method)
  return { method, declared: String(matched), name: nameOf(method, matched) }
}

/** Names what no router took, by the method alone. */
export function withoutRoute(given: unknown): MatchedRoute {
  const method = String(given)
  return { method, declared: undefined, name: nameOf(method, 'without a route') }
}

// A path may hold anything, and a terminal obeys control characters.
function nameOf(method: string, pattern: unknown): string {
  return `${method} ${String(pattern)}`.slice(0, LONGEST_NAME).replace(/[^ -~]/g, '?')
}

function under(path: string, pattern: string): string {
  const [asked, declared] = [segmentsOf(path), segmentsOf(pattern)]
  const around = asked.slice(0, Math.max(0, asked.length - declared.length))
  return `/${[...around, ...declared].join('/')}`
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

/** The route that took a request, as far as a router tells. */
export interface MatchedRoute {
  readonly method: string
  /** What the app declared: an object of the router, or the pattern. None where no router tells. */
  readonly declared: object | string | undefined
  /** Says it in words. */
  readonly name: string
}
