/** Finds the template of the route of a request, such as `/shops/:shop/orders/:id`: for metrics and traces, which need few values. */
import { listOf, read } from '../guard/read.js'
import { namedMethods } from './methods.js'
import { patternOf } from './pattern.js'
import { routeMethods, type Step } from './walk.js'
import { type AskingHandler, type RoutedRequest, type Way, waysOf } from './ways.js'

const LONGEST_TEMPLATE = 200

/**
 * Finds the template on Express: that of the route that took the request, or else of the one that would have taken it, had no middleware refused it;
 * for a 405, of the first with the path. `undefined` where no route has the path, or where it cannot be told for sure.
 */
export function expressTemplate(req: RoutedRequest & { readonly method?: string }, asking: AskingHandler): string | undefined {
  const taken = read(req, 'route')
  const method = req.method === 'HEAD' ? 'GET' : String(req.method)
  for (const way of waysOf(req, asking)) {
    const { steps } = way
    const step = taken === undefined ? likelyIn(steps, method) : steps.find(({ layer }) => layer.route === taken)
    if (step !== undefined) return templateOf(step, way)
  }
  return undefined
}

function likelyIn(steps: readonly Step[], method: string): Step | undefined {
  const routes = steps.filter(({ layer }) => routeMethods(layer).length > 0)
  return routes.find(({ layer }) => routeMethods(layer).includes(method)) ?? routes[0]
}

function templateOf(step: Step, { before, mountedAt }: Way): string | undefined {
  const patterns: string[] = []
  for (let inner: Step | undefined = step; inner !== undefined; inner = inner.into) {
    const pattern = patternOf(inner.layer, inner.given)
    if (pattern === undefined) return undefined
    // What a router is mounted at ends before the slash.
    patterns.unshift(inner === step ? pattern : pattern.replace(/\/+$/, ''))
  }
  // A router that the app is mounted in says nothing of it.
  if (mountedAt === undefined || !fits(mountedAt, before)) return undefined
  const [first = '/', ...parts] = [mountedAt, ...patterns].filter((pattern) => pattern !== '' && pattern !== '/')
  return text(parts.reduce((path, pattern) => path + withSlash(pattern), withSlash(first)))
}

function fits(template: string, path: string): boolean {
  const [declared, asked] = [template, path].map((whole) => whole.toLowerCase().split('/').filter(Boolean)) as [
    string[],
    string[],
  ]
  if (declared.length !== asked.length) return false
  return declared.every((segment, index) => segment === asked[index] || !/^[\w.~-]+$/.test(segment))
}

function withSlash(pattern: string): string {
  return pattern.startsWith('/') ? pattern : `/${pattern}`
}

/** Finds the template on Koa: its routers leave it on the context. */
export function koaTemplate(ctx: unknown): string | undefined {
  const taken = read(ctx, '_matchedRoute')
  const routes = listOf(read(ctx, 'matched')).filter((layer) => methodsOf(layer).length > 0)
  // Middleware of a router has a pattern as well.
  const isRoute = routes.length === 0 || routes.some((layer) => read(layer, 'path') === taken)
  const method = String(read(ctx, 'method'))
  const likely = routes.findLast((layer) => methodsOf(layer).includes(method)) ?? routes.findLast(namesMethods)
  return text(taken !== undefined && isRoute ? taken : read(likely, 'path'))
}

function methodsOf(layer: unknown): readonly unknown[] {
  return listOf(read(layer, 'methods'))
}

function namesMethods(layer: unknown): boolean {
  return namedMethods(methodsOf(layer).map(String)).length > 0
}

function text(pattern: unknown): string | undefined {
  return typeof pattern === 'string' || pattern instanceof RegExp ? String(pattern).slice(0, LONGEST_TEMPLATE) : undefined
}
