/** Recognises functions by their name and their source text: what a library closes over cannot be seen, but its own code can. */
import { stored } from '../../../guard/stored.js'

/** Tells whether a value is a function with a name whose source text fits a pattern. The text is only taken where the name is right. */
export function isFunctionOf(value: unknown, name: string, text: RegExp): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function' && stored(value, 'name') === name && text.test(sourceOf(value))
}

// Not its own toString(), which could be anybody's.
function sourceOf(value: object): string {
  try {
    return Reflect.apply(Function.prototype.toString, value, [])
  } catch {
    return ''
  }
}
