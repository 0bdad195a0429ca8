/** What the app says of the apps that koa-mount hides. */
import { itemsOf } from '../../../guard/read.js'
import { needKnownKeys, wrongArgument, wrongOption } from '../../../guard/refuse.js'
import { stored } from '../../../guard/stored.js'

/** Options of `collectKoa()`. */
export interface CollectKoaOptions {
  /**
   * What koa-mount or koa-compose hides, each with the path from the outermost app: an app, a middleware such as `router.routes()`, or a list of middleware.
   * @default []
   */
  readonly mounts?: readonly (readonly [path: string, app: object])[]
}

/** A chain of middleware below a path. */
export interface Mount {
  readonly path: string
  readonly chain: readonly unknown[]
}

/** The mounts that are not found yet. */
export interface Mounts {
  /** Gives the next one with a path, once. */
  readonly take: (path: string) => Mount | undefined
  /** Gives the others. */
  readonly rest: () => readonly Mount[]
}

const optionNames: { readonly [Name in keyof Required<CollectKoaOptions>]: true } = { mounts: true }

/** Reads the options. A wrong one is a TypeError. */
export function readMounts(options: unknown): Mounts {
  if (typeof options !== 'object' || options === null) throw wrongOption('options', 'an object such as { mounts }', options)
  needKnownKeys(optionNames, options, 'options')
  const given = stored(options, 'mounts')
  const list = given === undefined ? [] : itemsOf(given)
  if (list === undefined) throw wrongOption('options.mounts', "a list such as [['/admin', app]]", given)
  let mounts = list.map(readMount)
  return {
    take(path) {
      const found = mounts.find((mount) => mount.path === withoutSlash(path))
      mounts = mounts.filter((mount) => mount !== found)
      return found
    },
    rest: () => mounts,
  }
}

function readMount(given: unknown, index: number): Mount {
  const [path, app, more] = itemsOf(given) ?? []
  const place = `options.mounts[${index}]`
  if (more !== undefined || typeof path !== 'string' || !path.startsWith('/'))
    throw wrongOption(place, "a pair of a path that begins with a slash and an app, such as ['/admin', app]", given)
  const chain = chainOf(app)
  if (chain === undefined)
    throw wrongOption(`${place}[1]`, 'a Koa app, a middleware such as `router.routes()`, or a list of middleware', app)
  return { path: withoutSlash(path), chain }
}

function chainOf(app: unknown): readonly unknown[] | undefined {
  if (typeof app === 'function') return [app]
  return itemsOf(stored(app, 'middleware')) ?? itemsOf(app)
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '')
}

/** Gives the middleware of a Koa app. What is none is a TypeError. */
export function needKoaApp(app: unknown): readonly unknown[] {
  const chain = itemsOf(stored(app, 'middleware'))
  if (chain === undefined) throw wrongArgument('app', 'a Koa app, whose property `middleware` is a list', app)
  return chain
}
