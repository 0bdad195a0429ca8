/**
 * Listens to an app: the one method through which it takes every request is ours while somebody records. So an app pays nothing when nobody does, servers
 * that were made before are heard too, and answers that no handler of this package has written are heard like all others.
 */
import { bare, defineHidden } from '../../guard/bare.js'
import { read } from '../../guard/read.js'
import { isFunction, wrongArgument } from '../../guard/refuse.js'

/** The framework of an app. */
export type Framework = 'express' | 'koa'

/** One request, as the app takes it. */
export interface HeardRequest {
  readonly req: object
  readonly res: object
  /** What the router of the framework writes on: the request of Express, the context of Koa. */
  readonly context: object
}

/** Tells which framework an app is of; what is no app is a TypeError. */
export function frameworkOf(app: unknown): Framework {
  const has = (...names: readonly string[]): boolean => names.every((name) => isFunction(read(app, name)))
  if (has('handle', 'set', 'listen')) return 'express'
  if (has('handleRequest', 'callback', 'use')) return 'koa'
  throw wrongArgument('recordProblems(app)', 'an app of Express or Koa', app)
}

/** Listens to the requests of an app; gives the function that ends it. */
export function listen(app: object, framework: Framework, hear: (request: HeardRequest) => void): () => void {
  const name = framework === 'express' ? 'handle' : 'handleRequest'
  const before = Object.getOwnPropertyDescriptor(app, name)
  const method = read(app, name) as () => unknown
  let isOn = true

  function heard(this: unknown, ...args: readonly unknown[]): unknown {
    if (isOn) hearGuarded(framework, args, hear)
    return Reflect.apply(method, this, args)
  }
  defineHidden(app, name, heard, true)

  return () => {
    isOn = false
    // Somebody may have put another function around ours meanwhile: it stays, and ours only hands on.
    if (read(app, name) !== heard) return
    if (before === undefined) Reflect.deleteProperty(app, name)
    else Object.defineProperty(app, name, bare(before))
  }
}

function hearGuarded(framework: Framework, [first, second]: readonly unknown[], hear: (request: HeardRequest) => void): void {
  try {
    const req = framework === 'express' ? first : read(first, 'req')
    const res = framework === 'express' ? second : read(first, 'res')
    if (isObject(req) && isObject(res) && isObject(first)) hear({ req, res, context: first })
  } catch {
    // The request is answered as if nobody listened.
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
