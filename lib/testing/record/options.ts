/** The options of a recorder. */
import { isProblemClass, type ProblemClass } from '../../define/problem-class.js'
import { pickGiven } from '../../guard/bare.js'
import { isPropertyBag, itemsOf, read } from '../../guard/read.js'
import { isText, needKnownKeys, wrongOption } from '../../guard/refuse.js'
import type { RouteRecord } from '../../routes/record.js'

/** Options of `recordProblems()`. */
export interface RecordOptions {
  /**
   * The name of the app, as reports call it; shards with one name are merged.
   * @default 'app'
   */
  readonly name?: string
  /**
   * The routes, as `collectExpress()` or `collectKoa()` gives them: for an app of Koa that mounts others.
   * @default those of the app, collected when it answers its first error
   */
  readonly routes?: readonly RouteRecord[]
  /**
   * Problems that every route may answer: they are not undeclared anywhere, and nobody waits to see them.
   * @default []
   */
  readonly everywhere?: readonly ProblemClass[]
  /**
   * Statuses that are no matter where nobody declares them, such as 500.
   * @default []
   */
  readonly ignore?: readonly number[]
}

/** The options, filled in. */
export interface RecordSettings {
  readonly name: string
  readonly routes: readonly RouteRecord[] | undefined
  readonly everywhere: readonly ProblemClass[]
  readonly ignore: ReadonlySet<number>
}

const optionNames: { readonly [Name in keyof Required<RecordOptions>]: true } = {
  name: true,
  routes: true,
  everywhere: true,
  ignore: true,
}

/** Checks the options and fills them in. */
export function recordSettings(options: unknown): RecordSettings {
  if (!isPropertyBag(options)) throw wrongOption('options', 'an object', options)
  needKnownKeys(optionNames, options, 'options')
  const { name = 'app', routes, everywhere = [], ignore = [] } = pickGiven<RecordOptions>(options, optionNames)
  if (!isText(name)) throw wrongOption('options.name', 'a text', name)
  const records = needList('routes', routes ?? [], 'the routes that collectExpress() or collectKoa() gave', isRoute)
  return {
    name,
    routes: routes === undefined ? undefined : (records as readonly RouteRecord[]),
    everywhere: needList('everywhere', everywhere, 'a list of problem classes', isProblemClass) as readonly ProblemClass[],
    ignore: new Set(needList('ignore', ignore, 'a list of statuses from 400 to 599', isFailure) as readonly number[]),
  }
}

function needList(name: string, given: unknown, expected: string, accepts: (item: unknown) => boolean): readonly unknown[] {
  const items = itemsOf(given)
  if (items === undefined) throw wrongOption(`options.${name}`, expected, given)
  const wrong = items.findIndex((item) => !accepts(item))
  if (wrong >= 0) throw wrongOption(`options.${name}[${wrong}]`, expected, items[wrong])
  // The list itself: that of routes has a property.
  return given as readonly unknown[]
}

function isRoute(value: unknown): boolean {
  return (
    typeof read(value, 'method') === 'string' && typeof read(value, 'path') === 'string' && Array.isArray(read(value, 'problems'))
  )
}

function isFailure(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599
}
