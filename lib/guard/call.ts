/** Values that come later, such as promises of any library. */
import type { ReportFault } from './fault.js'
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

export function callGuarded<Event>(hook: (event: Event) => unknown, event: Event, failed: () => void): void {
  try {
    const result = hook(event)
    // An async hook: its rejection would end the process.
    if (isThenable(result)) Promise.resolve(result).catch(failed)
  } catch {
    failed()
  }
}

/** Calls a function of the user; one that throws is reported and gives `undefined`. */
export function callHook<Result>(name: string, hook: () => Result, report: ReportFault): Result | undefined {
  try {
    const result = hook()
    if (!comesTooLate(result)) return result
    report('ERR_PROBLEM_HOOK', `options.${name}`, 'a function that is not asynchronous', 'one that is')
    return undefined
  } catch {
    report('ERR_PROBLEM_HOOK', `options.${name}`, 'a function that does not throw', 'one that did')
    return undefined
  }
}
