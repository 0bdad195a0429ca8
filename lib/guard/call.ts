/** Values that come later, such as promises of any library. */
import { read } from './read.js'

/** Tells whether a value comes later. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') && typeof read(value, 'then') === 'function'
  )
}

/** Tells a promise of ours from what it gives. Not by its class: zone.js and others put one of their own in the place of Promise. */
export function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return isThenable(value)
}

/** Tells whether a function of the user gave a value that comes later, where nobody waits. An unhandled rejection would end the process, so it is taken. */
export function comesTooLate(given: unknown): boolean {
  if (!isThenable(given)) return false
  Promise.resolve(given).catch(() => undefined)
  return true
}
