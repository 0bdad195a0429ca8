/**
 * Finds what libraries of Koa hide in closures. Their own functions are called for it, and stopped before they call anything of the app.
 */
import { bare } from '../../../guard/bare.js'
import { stored } from '../../../guard/stored.js'
import { callSilently, callWithReplaced, ENOUGH } from '../libraries/replaced.js'
import { isFunctionOf } from '../libraries/source.js'

// A bundler may have given the functions in them a number.
const MOUNT = /^async function ?\(ctx, upstream\) \{\s*const prev = ctx\.path;?\s*const newPath = match\d*\(prev\)/
const COMPOSED = /^function ?\(context, next\) \{[\s\S]*\bdispatch\(0\)/
const PARAM = /^function ?\(ctx, next\) \{\s*return fn\d*\.call\(this, ctx\.params\[param\d*\], ctx, next\);?\s*\}$/

/** Gives the path of what koa-mount made; `undefined` for other functions. The app behind it cannot be seen. */
export function mountPath(middleware: unknown): string | undefined {
  if (!isFunctionOf(middleware, '', MOUNT)) return undefined
  let prefix: string | undefined
  // It asks the path of the request whether its own stands in front.
  const path = {
    indexOf(text: unknown): never {
      prefix = String(text)
      throw ENOUGH
    },
  }
  callSilently(() => middleware(bare({ path }), undefined))
  return prefix
}

/** Tells what koa-compose made. The functions in it cannot be seen. */
export function isComposed(middleware: unknown): boolean {
  return isFunctionOf(middleware, '', COMPOSED)
}

/** Gives the router whose `routes()` or `middleware()` a function is. */
export function routerOf(middleware: unknown): unknown {
  const router = stored(middleware, 'router')
  return Array.isArray(stored(router, 'stack')) ? router : undefined
}

/** A handler of `router.param()`; none where it cannot be seen. */
export interface ParamHandler {
  readonly param: string
  readonly handler: unknown
}

/** Gives the handler of `router.param()` in the function that a router made of it; `undefined` for other functions. */
export function paramHandler(middleware: unknown): ParamHandler | undefined {
  const param = stored(middleware, 'param')
  if (typeof param !== 'string') return undefined
  const original = stored(middleware, '_originalFn')
  if (original !== undefined || !isFunctionOf(middleware, 'middleware', PARAM)) return { param, handler: original }
  // Versions 13 and 14 have it in a closure, and the method by which they call it is that of all functions.
  const seen: unknown[] = []
  function tell(this: unknown): never {
    seen.push(this)
    throw ENOUGH
  }
  callWithReplaced(Function.prototype, 'call', tell, () => middleware(bare({ params: bare({}) }), undefined))
  return { param, handler: seen[0] }
}
