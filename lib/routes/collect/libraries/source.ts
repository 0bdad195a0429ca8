/** Recognises functions by their name and their source text: what a library closes over cannot be seen, but its own code can. */
import { stored } from '../../../guard/stored.js'

/** Tells whether a value is a function with a name whose source text fits a pattern. The text is only taken where the name is right. */
export function isFunctionOf(value: unknown, name: string, text: RegExp): value is (...args: readonly unknown[]) => unknown {
  if (typeof value !== 'function' || stored(value, 'name') !== name) return false
  // Not its own toString(), which could be anybody's.
  return text.test(Reflect.apply(Function.prototype.toString, value, []))
}
