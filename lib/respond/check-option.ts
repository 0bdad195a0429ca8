/** Refuses wrong options of a handler, at start-up. */
import { wrongOption } from '../problem/wrong-option.js'

/** Throws unless an option is absent or accepted. */
export function check(value: unknown, name: string, expected: string, accepts: (value: unknown) => boolean): void {
  if (value !== undefined && !accepts(value)) throw wrongOption(`options.${name}`, expected, value)
}

/** Tells whether a value is a function. */
export function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}
