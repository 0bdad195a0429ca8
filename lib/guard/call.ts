/** Calls what others gave: hooks, listeners, methods of objects that nobody promised to be harmless. Nothing that they throw comes through. */
import type { ReportFault } from './fault.js'
import { nameValue } from './name.js'
import { read } from './read.js'

/** Tells whether a value comes later, such as a promise of any library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') && typeof read(value, 'then') === 'function'
  )
}

/** Tells a promise of ours from what it gives. Not by its class: zone.js and others put one of their own in the place of Promise. */
export function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return isThenable(value)
}

/** What came of a call: what the function gave, or in words what it is instead of one that gives a value. */
export type Called<Result> =
  | { readonly given: Result; readonly failure: undefined }
  | { readonly given: undefined; readonly failure: string }

// Both properties in each: one that is missing would be read from a polluted Object.prototype.
const THROWS = { given: undefined, failure: 'one that throws' } as const
const IS_ASYNCHRONOUS = { given: undefined, failure: 'one that is asynchronous' } as const

/** Calls a function whose result nobody waits for. */
export function callNow<Result>(call: () => Result): Called<Result> {
  try {
    const given = call()
    return comesTooLate(given) ? IS_ASYNCHRONOUS : { given, failure: undefined }
  } catch {
    return THROWS
  }
}

/** Calls a function from the options; one that fails is reported and gives `undefined`. */
export function callHook<Result>(name: string, hook: () => Result, report: ReportFault): Result | undefined {
  const called = callNow(hook)
  if (called === THROWS) report('ERR_PROBLEM_HOOK', `options.${name}`, 'a function that does not throw', 'one that did')
  else if (called === IS_ASYNCHRONOUS)
    report('ERR_PROBLEM_HOOK', `options.${name}`, 'a function that is not asynchronous', 'one that is')
  return called.given
}

/** Tells a listener of an event, and tells whoever called when the listener fails, be it later. */
export function callGuarded<Event>(listener: (event: Event) => unknown, event: Event, failed: () => void): void {
  try {
    const result = listener(event)
    // The rejection of an asynchronous listener would end the process.
    if (isThenable(result)) Promise.resolve(result).catch(failed)
  } catch {
    failed()
  }
}

/** Calls a method of an object that may be hostile; what has no such method, or one that throws, gives `undefined`. */
export function callMethod(target: unknown, method: PropertyKey, ...args: readonly unknown[]): unknown {
  try {
    const found = read(target, method)
    return typeof found === 'function' ? Reflect.apply(found, target, args) : undefined
  } catch {
    return undefined
  }
}

/** Names what a function gave in place of what it should; of a promise, its function is wrong. */
export function nameResult(given: unknown): string {
  return comesTooLate(given) ? IS_ASYNCHRONOUS.failure : nameValue(given)
}

// An unhandled rejection would end the process, so it is taken.
function comesTooLate(given: unknown): boolean {
  if (!isThenable(given)) return false
  Promise.resolve(given).catch(() => undefined)
  return true
}
