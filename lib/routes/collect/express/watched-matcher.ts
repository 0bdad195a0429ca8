/**
 * Sees the expression that a matcher of router 2.0 to 2.2 hides: these keep the path of a mounted router in a closure and nowhere else. While the matcher is
 * called, once and synchronously, `RegExp.prototype.exec` is one of ours, which the expression is given to.
 */
import { bare } from '../../../guard/bare.js'
import { callNow } from '../../../guard/call.js'
import { isRecord, ownKeys, prototypeOf, read } from '../../../guard/read.js'
import type { Capture } from './compiled-path.js'
import { countCaptures } from './expression.js'

/** The expression of a matcher. */
export interface SeenExpression {
  readonly source: string
  /** What its groups capture; `undefined` where the app wrote the expression itself. */
  readonly captures: readonly Capture[] | undefined
}

/** Gives the expression of a matcher; `undefined` where it cannot be seen. */
export function seeExpression(matcher: unknown): SeenExpression | undefined {
  const { expression, params } = watch(matcher, [''])
  const source = sourceOf(expression)
  if (source === undefined) return undefined
  // path-to-regexp has a prototype for its parameters on purpose: none.
  if (!isRecord(params) || prototypeOf(params) !== null) return { source, captures: undefined }
  const captures = Array.from({ length: countCaptures(source) }, (_, index) => captureAt(matcher, index))
  return { source, captures }
}

// Only this group has caught something, so only its parameter has a value: a list where it goes on over segments.
function captureAt(matcher: unknown, index: number): Capture {
  const caught = ['', ...Array.from({ length: index }, () => undefined), 'x']
  const { params } = watch(matcher, caught)
  const [name = String(index)] = ownKeys(params)
  return { name, isRest: Array.isArray(read(params, name)) }
}

interface Watched {
  readonly expression: unknown
  readonly params: unknown
}

const UNSEEN: Watched = { expression: undefined, params: undefined }

function watch(matcher: unknown, caught: readonly (string | undefined)[]): Watched {
  const before = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')
  // Frozen intrinsics refuse, or have a getter there.
  if (typeof matcher !== 'function' || before === undefined || !Object.hasOwn(before, 'value')) return UNSEEN
  let expression: unknown
  const note = (seen: unknown): void => {
    expression ??= seen
  }
  function exec(this: unknown): unknown {
    note(this)
    return caught
  }
  try {
    if (!Reflect.defineProperty(RegExp.prototype, 'exec', bare({ ...before, value: exec }))) return UNSEEN
    const { given } = callNow(() => (matcher as (path: string) => unknown)('/'))
    return { expression, params: read(given, 'params') }
  } finally {
    Reflect.defineProperty(RegExp.prototype, 'exec', before)
  }
}

const readSource = Object.getOwnPropertyDescriptor(RegExp.prototype, 'source')?.get

/** Gives the source of a regular expression, of whatever realm; `undefined` for any other value. */
export function sourceOf(value: unknown): string | undefined {
  // Most are texts, and the getter makes an error of each.
  if (typeof value !== 'object' || value === null) return undefined
  try {
    // An expression of a class of the app may compute another one. RegExp.prototype itself gives `(?:)`.
    return value !== RegExp.prototype && readSource ? String(Reflect.apply(readSource, value, [])) : undefined
  } catch {
    return undefined
  }
}
