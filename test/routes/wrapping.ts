/** The ways in which tracers and helpers wrap the handlers of an Express app, each as a real one does it. */
import type { RequestHandler, Router } from 'express'

type ExpressModule = typeof import('express')
type Handler = (...values: unknown[]) => unknown

interface Layer {
  handle: Handler
}

interface RouterMethods {
  use: (this: Router & { stack: Layer[] }, ...values: unknown[]) => unknown
  route: (this: Router & { stack: Layer[] }, ...values: unknown[]) => unknown
}

/** Changes Express before an app is made, and gives what changes it back. */
export type Instrument = (express: ExpressModule) => () => void

/** Keeps its number of parameters, by which Express knows an error handler. */
function around(handler: Handler): Handler {
  const wrapped = function (this: unknown, ...values: unknown[]): unknown {
    return handler.apply(this, values)
  }
  return Object.defineProperty(wrapped, 'length', { value: handler.length })
}

function copied(handler: Handler): Handler {
  return Object.assign(around(handler), handler)
}

function proxied(handler: Handler): Handler {
  const wrapped = around(handler)
  for (const key in handler) {
    Object.defineProperty(wrapped, key, {
      get: () => Reflect.get(handler, key),
      set: (value) => Reflect.set(handler, key, value),
    })
  }
  return wrapped
}

function named(handler: Handler): Handler {
  return Object.defineProperty(around(handler), 'name', { value: handler.name })
}

const hasStack = (handler: unknown): boolean => Reflect.has(handler as Handler, 'stack')

/** Wraps what was added last. */
function afterwards(wrap: (handler: Handler) => Handler): Instrument {
  return (express) =>
    patch(express, (original) => {
      return function (this: Router & { stack: Layer[] }, ...values: unknown[]) {
        const result = original.apply(this, values)
        const layer = this.stack.at(-1) as Layer
        layer.handle = wrap(layer.handle)
        return result
      }
    })
}

/** Wraps what is about to be added; a router goes through as it is. */
function before(wrap: (handler: Handler) => Handler): Instrument {
  const wrapped = (value: unknown): unknown => (typeof value === 'function' && !hasStack(value) ? wrap(value as Handler) : value)
  return (express) =>
    patch(express, (original) => {
      return function (this: Router & { stack: Layer[] }, ...values: unknown[]) {
        return original.apply(this, values.flat(Number.POSITIVE_INFINITY).map(wrapped))
      }
    })
}

function patch(express: ExpressModule, wrap: (original: RouterMethods['use']) => RouterMethods['use']): () => void {
  const methods = routerOf(express)
  const { use, route } = methods
  Object.assign(methods, { use: wrap(use), route: wrap(route) })
  return () => void Object.assign(methods, { use, route })
}

/** Express 4 has its methods on the function itself, Express 5 on its prototype. */
function routerOf({ Router: router }: ExpressModule): RouterMethods {
  const { prototype } = router as { prototype?: RouterMethods }
  return typeof prototype?.route === 'function' ? prototype : (router as unknown as RouterMethods)
}

function layerOf(express: ExpressModule): Record<string, unknown> {
  const router = express.Router() as Router & { stack: Layer[] }
  router.use(() => undefined)
  return Object.getPrototypeOf(router.stack[0]) as Record<string, unknown>
}

/** As express-async-errors, which exists for Express 4. */
function accessor(express: ExpressModule): () => void {
  const layer = layerOf(express)
  Object.defineProperty(layer, 'handle', {
    configurable: true,
    enumerable: true,
    get(this: { wrapped: Handler }) {
      return this.wrapped
    },
    set(this: { wrapped: Handler }, handler: Handler) {
      this.wrapped = copied(handler)
    },
  })
  return () => void Reflect.deleteProperty(layer, 'handle')
}

/** As dd-trace, which leaves the handlers alone. */
function prototypes(express: ExpressModule): () => void {
  const layer = layerOf(express)
  const name = 'handle_request' in layer ? 'handle_request' : 'handleRequest'
  const original = layer[name] as Handler
  layer[name] = around(original)
  return () => void Object.assign(layer, { [name]: original })
}

/** Each by its name. */
export const wrappings: Readonly<Record<string, Instrument>> = {
  'gives the properties of a handler through accessors, as OpenTelemetry': afterwards(proxied),
  'copies the properties of a handler, as Elastic APM': afterwards(copied),
  'wraps twice': afterwards((handler) => proxied(copied(handler))),
  'copies nothing but the name, as New Relic': before(named),
  'copies nothing, and wraps what was added': afterwards((handler) => (hasStack(handler) ? handler : around(handler))),
  'copies nothing, and wraps what is added': before(around),
  'makes `handle` an accessor, as express-async-errors': accessor,
  'wraps the methods of the layers, as Datadog': prototypes,
}

/** What users write around a handler. */
export const helpers: Readonly<Record<string, (handler: RequestHandler) => RequestHandler>> = {
  'an arrow function': (handler) => (req, res, next) => handler(req, res, next),
  'an async function': (handler) => async (req, res, next) => handler(req, res, next),
  'a function with rest parameters':
    (handler) =>
    (...values) =>
      void Promise.resolve(handler(...values)).catch(values[2]),
}
