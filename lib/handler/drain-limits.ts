/** How much of a request body is still read when its answer has gone out. */
import { isRecord } from '../guard/read.js'
import { needKnownKeys, needOption, wrongOption } from '../guard/refuse.js'
import type { HandlerOptions } from './options.js'

/** The bounds for reading on behind an answer; where one is reached, the connection closes. */
export interface DrainLimits {
  /** The most bytes of the body: 2 MiB where nothing is said. */
  readonly maxBytes: number
  /** The longest time, which may be a part of a second: 5 seconds where nothing is said. */
  readonly maxSeconds: number
}

// The two megabytes that Tomcat swallows, and the five seconds that nginx waits for the next byte: enough for every refused JSON document
// and a slow line, and nothing that one would call an upload.
const limits: DrainLimits = { maxBytes: 2 * 1024 * 1024, maxSeconds: 5 }

// Timers of Node.js take at most 24 days, and nobody wants to wait for longer than this.
const A_DAY = 86_400

/** Checks the option and fills in what it leaves out. */
export function prepareDrain(given: HandlerOptions['drain']): DrainLimits {
  if (given === undefined) return limits
  if (!isRecord(given)) throw wrongOption('options.drain', 'an object with maxBytes or maxSeconds', given)
  needKnownKeys(limits, given, 'options.drain')
  // Only own properties count: a name that the process has on every object was not given.
  const own = Object.entries(given).filter(([, value]) => value !== undefined)
  // Checked below.
  const { maxBytes, maxSeconds } = { ...limits, ...Object.fromEntries(own) } as DrainLimits
  needOption(maxBytes, 'drain.maxBytes', 'an integer from 0', (value) => Number.isSafeInteger(value) && maxBytes >= 0)
  needOption(maxSeconds, 'drain.maxSeconds', `a number from 0 to ${A_DAY}`, isDuration)
  return { maxBytes, maxSeconds }
}

function isDuration(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= A_DAY
}
