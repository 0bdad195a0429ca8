/** Refuses wrong options of a handler, at start-up. */
import { misuse } from '../problem/fault.js'
import { nameValue } from '../problem/read.js'

/** Makes the TypeError for a wrong option. */
export function wrong(place: string, expected: string, got: unknown): TypeError {
  return misuse({ code: 'ERR_PROBLEM_OPTION', place, expected, got: nameValue(got) })
}

/** Throws unless an option is absent or accepted. */
export function check(value: unknown, name: string, expected: string, accepts: (value: unknown) => boolean): void {
  if (value !== undefined && !accepts(value)) throw wrong(`options.${name}`, expected, value)
}

/** Tells whether a value is a function. */
export function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}
