/**
 * Finds the app behind the function with which Express mounts it. The app is in its closure alone, so the function is called, with a request that is a
 * Proxy: it sees the app that takes it over, and stops the call before any layer of that app.
 */
import { bare } from '../../../guard/bare.js'
import { prototypeOf } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'

// All of the function that Express 4 and 5 mount an app with, minified or not: nothing else is ever called.
const SOURCE =
  /^function\s*[\w$]*\s*\(([\w$]+),\s*([\w$]+),\s*[\w$]+\)\s*\{\s*(?:var|let|const)\s+[\w$]+\s*=\s*\1\.app[;,]?\s*[\w$]+\.handle\(\1,\s*\2,\s*function\s*\([\w$]+\)\s*\{[^{}]*\}\);?\s*\}$/

const LONGEST_SOURCE = 500

/** Tells whether a function is the one with which Express mounts an app. */
export function mountsApp(handle: unknown): boolean {
  if (typeof handle !== 'function' || stored(handle, 'length') !== 3) return false
  const source = Function.prototype.toString.call(handle)
  return source.length < LONGEST_SOURCE && SOURCE.test(source)
}

/** Gives the mounted app, or its router; `null` where it has no routes, `undefined` where it cannot be seen. */
export function seeMountedApp(handle: unknown, router: unknown): unknown {
  let seen: unknown
  const stop = (found: unknown): never => {
    seen = found
    throw STOP
  }
  // Express 4 asks the request for nothing before its layers run: there it is the router that tells.
  return whileHandling(prototypeOf(router), stop, () => {
    try {
      ;(handle as (req: object, res: object, next: () => void) => void)(requestFor(stop), RESPONSE, () => undefined)
    } catch {
      // What was thrown is STOP, or of a function that an app has in place of its own handle().
    }
    return seen
  })
}

const STOP = new Error('The app has been seen.')
const NO_APP = bare({ request: bare({}), response: bare({}) })

function requestFor(stop: (found: unknown) => never): object {
  return new Proxy(
    {},
    refuseAll(stop, {
      get: (_target, key) => (key === 'app' ? NO_APP : stop(undefined)),
      set: () => true,
      // Express 5 makes the request one of its app. An app of Express 4 without routes gives it back at once.
      setPrototypeOf: (_target, requests) => stop(requests === NO_APP.request ? null : stored(requests, 'app')),
    }),
  )
}

const RESPONSE = new Proxy(
  {},
  refuseAll(
    () => {
      throw STOP
    },
    // Express sets a field before it takes the request over.
    { get: () => () => undefined, set: () => true },
  ),
)

// Whatever else is done with the request ends the call, so that it comes to no function of the app.
function refuseAll(stop: (found: unknown) => never, traps: ProxyHandler<object>): ProxyHandler<object> {
  const refuse = (): never => stop(undefined)
  return {
    has: refuse,
    ownKeys: refuse,
    getPrototypeOf: refuse,
    getOwnPropertyDescriptor: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    isExtensible: refuse,
    preventExtensions: refuse,
    setPrototypeOf: refuse,
    ...traps,
  }
}

function whileHandling(routers: object | null, stop: (found: unknown) => never, call: () => unknown): unknown {
  const before = routers === null ? undefined : Object.getOwnPropertyDescriptor(routers, 'handle')
  // Routers of Express 5 have none there, and the request tells.
  if (routers === null || before === undefined) return call()
  function handle(this: unknown): never {
    return stop(this)
  }
  try {
    // Where it is frozen, the Proxy ends the call.
    Reflect.defineProperty(routers, 'handle', bare({ ...before, value: handle }))
    return call()
  } finally {
    Reflect.defineProperty(routers, 'handle', before)
  }
}
