/** The options with which responses are read, checked once. */

import type { ProblemClass } from '../define/problem-class.js'
import { itemsOf, ownKeys, read } from '../guard/read.js'
import { isBranded } from '../problem/brand.js'
import type { BodyLimits } from './bounded-text.js'
import { wrongOption } from './wrong-argument.js'

/** Options of `fromResponse` and `problemFetch`. */
export interface FromResponseOptions {
  /**
   * The problem classes that the server shares with this client: what it threw becomes an instance of the same class.
   * @default none
   */
  readonly types?: readonly ProblemClass[]
  /**
   * The most bytes of a body that are read, counted after gzip and the like are undone.
   * @default 262144
   */
  readonly maxBytes?: number
  /**
   * The longest time in milliseconds that a body may take.
   * @default 5000
   */
  readonly maxWaitMs?: number
}

/** Gives what the options say, and what holds without them; a wrong one is refused. */
export function responseSettings(options: unknown): Required<FromResponseOptions> {
  for (const name of ownKeys(options))
    if (!Object.hasOwn(DEFAULTS, name)) throw wrongOption(name, `one of ${Object.keys(DEFAULTS).join(', ')}`, read(options, name))
  const types = read(options, 'types') ?? DEFAULTS.types
  const classes = itemsOf(types)
  if (!classes?.every(isProblemClass)) throw wrongOption('types', 'a list of problem classes', types)
  return { types: classes, maxBytes: limit(options, 'maxBytes'), maxWaitMs: limit(options, 'maxWaitMs') }
}

const DEFAULTS: Required<FromResponseOptions> = { types: [], maxBytes: 262_144, maxWaitMs: 5000 }

function limit(options: unknown, name: keyof BodyLimits): number {
  const value = read(options, name) ?? DEFAULTS[name]
  if (typeof value !== 'number' || !(value > 0)) throw wrongOption(name, 'a positive number', value)
  return value
}

function isProblemClass(value: unknown): value is ProblemClass {
  return typeof value === 'function' && isBranded(value.prototype)
}
