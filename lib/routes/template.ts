/** Finds the template of the route of a request, such as `/shops/:shop/orders/:id`: for metrics and traces, which need few values. */
import { listOf, read } from '../guard/read.js'
import { namedMethods } from './methods.js'
import { patternOf } from './pattern.js'
import { routeMethods, type Step } from './walk.js'
import { type AskingHandler, type RoutedRequest, waysOf } from './ways.js'

const LONGEST_TEMPLATE = 200

/**
 * Finds the template on Express: that of the route that took the request, or else of the one that would have taken it, had no middleware refused it;
 * for a 405, of the first with the path. `undefined` where no route has the path, or where it cannot be told for sure.
 */
export function expressTemplate(req: RoutedRequest & { readonly method?: string }, asking: AskingHandler): string | undefined {
  const taken = read(req, 'route')
  const method = req.method === 'HEAD' ? 'GET' : req.method
  let likely: Step | undefined
  for (const { steps } of waysOf(req, asking)) {
    const step = steps.find(({ layer }) => taken !== undefined && layer.route === taken)
    if (step !== undefined) return templateOf(step)
    // A way that does not lead to the route leads somewhere else.
    if (taken !== undefined) continue
    const named = steps.filter(({ layer }) => routeMethods(layer).length > 0)
    likely ??= named.find(({ layer }) => routeMethods(layer).includes(String(method))) ?? named[0]
  }
  return likely && templateOf(likely)
}

/** Finds the template on Koa: its routers leave it on the context. */
export function koaTemplate(ctx: unknown): string | undefined {
  const taken = read(ctx, '_matchedRoute')
  const routes = listOf(read(ctx, 'matched')).filter((layer) => methodsOf(layer).length > 0)
  // Middleware of a router has a pattern as well.
  const isRoute = routes.length === 0 || routes.some((layer) => read(layer, 'path') === taken)
  const method = String(read(ctx, 'method'))
  const likely = routes.findLast((layer) => methodsOf(layer).includes(method)) ?? routes.findLast((layer) => named(layer))
  return text(taken !== undefined && isRoute ? taken : read(likely, 'path'))
}

function methodsOf(layer: unknown): readonly unknown[] {
  return listOf(read(layer, 'methods'))
}

function named(layer: unknown): boolean {
  return namedMethods(methodsOf(layer).map(String)).length > 0
}

function templateOf(step: Step): string | undefined {
  const patterns: string[] = []
  for (let inner: Step | undefined = step; inner !== undefined; inner = inner.into) {
    const pattern = patternOf(inner.layer, inner.given)
    if (pattern === undefined) return undefined
    // What a router is mounted at ends before the slash.
    patterns.unshift(inner === step ? pattern : pattern.replace(/\/+$/, ''))
  }
  const [whole, ...parts] = patterns.filter((pattern) => pattern !== '' && pattern !== '/')
  if (whole === undefined) return '/'
  return text(parts.reduce((path, pattern) => path + withSlash(pattern), withSlash(whole)))
}

function withSlash(pattern: string): string {
  return pattern.startsWith('/') ? pattern : `/${pattern}`
}

function text(pattern: unknown): string | undefined {
  return typeof pattern === 'string' || pattern instanceof RegExp ? String(pattern).slice(0, LONGEST_TEMPLATE) : undefined
}
