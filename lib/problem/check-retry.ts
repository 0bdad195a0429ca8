/** Checks what a declaration says about trying again. */
import type { RetryAdvice } from '../define/definition.js'
import { bareCopy } from '../guard/bare.js'
import { isPropertyBag } from '../guard/read.js'
import { need, needOnly } from '../guard/refuse.js'

const ways: { readonly [Way in RetryAdvice['when']]: true } = {
  never: true,
  idempotent: true,
  always: true,
  'after-change': true,
}
const adviceKeys: { readonly [Key in keyof Required<RetryAdvice>]: true } = { when: true, afterSeconds: true }

/** Gives the advice, if there is any. */
export function checkRetry(given: unknown, place: string): RetryAdvice | undefined {
  if (given === undefined) return undefined
  need(isPropertyBag(given), place, 'an object with when', given)
  const advice: Readonly<Record<string, unknown>> = bareCopy(given as Readonly<Record<string, unknown>>)
  needOnly(adviceKeys, advice, place)
  const { when, afterSeconds } = advice
  const isWay = typeof when === 'string' && Object.hasOwn(ways, when)
  need(isWay, `${place}.when`, `one of ${Object.keys(ways).join(', ')}`, when)
  need(
    when !== 'never' || afterSeconds === undefined,
    `${place}.afterSeconds`,
    'no delay where a retry never helps',
    afterSeconds,
  )
  const isDelay = Number.isSafeInteger(afterSeconds) && (afterSeconds as number) >= 0
  need(afterSeconds === undefined || isDelay, `${place}.afterSeconds`, 'a whole number of seconds', afterSeconds)
  return Object.freeze({ when: when as RetryAdvice['when'], ...(isDelay && { afterSeconds: afterSeconds as number }) })
}
