/** The options with which responses are read, checked once. */

import type { ProblemClass } from '../define/problem-class.js'
import { given } from '../guard/given.js'
import { BRAND } from '../problem/brand.js'
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
export function responseSettings(options: FromResponseOptions): Required<FromResponseOptions> {
  const settings: Record<string, unknown> = { types: [], maxBytes: 262_144, maxWaitMs: 5000 }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    const isRight = name === 'types' ? Array.isArray(value) && value.every(isClass) : settings[name] && value > 0
    if (!isRight) throw wrongOption(name, 'types of problems, maxBytes, maxWaitMs', value)
    settings[name] = value
  }
  // Each has its default, or was checked.
  return settings as unknown as Required<FromResponseOptions>
}

function isClass(value: unknown): boolean {
  return given(given(value, 'prototype'), BRAND) !== undefined
}
