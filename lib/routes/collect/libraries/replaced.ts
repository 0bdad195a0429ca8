/** Puts a function of ours in the place of one of the language, as long as one synchronous call lasts. */
import { bare } from '../../../guard/bare.js'

/** What ends a call of a function of a library as soon as it has told what we ask for. */
export const ENOUGH = new Error('enough')

/**
 * Calls a function of a library while a method of the language is replaced, and puts the method back whatever happens. It gives `false` where nothing
 * could be replaced, as with frozen intrinsics; then nothing is called.
 */
export function callWithReplaced(prototype: object, name: string, replacement: () => unknown, call: () => unknown): boolean {
  const property = Object.getOwnPropertyDescriptor(prototype, name)
  const isReplaced = property !== undefined && Reflect.defineProperty(prototype, name, bare({ ...property, value: replacement }))
  if (!isReplaced) return false
  try {
    callSilently(call)
  } finally {
    Object.defineProperty(prototype, name, property)
  }
  return true
}

/** Calls a function of a library that is stopped on its way; nobody hears how it ends. */
export function callSilently(call: () => unknown): void {
  try {
    // An asynchronous function rejects with what stopped it.
    void Promise.resolve(call()).catch(() => undefined)
  } catch {
    // A synchronous one throws it.
  }
}
