/** Reads numbers from text: decimal notation only, and only where the digits before the point are kept as they stand. */

// What people write, and no more: to JavaScript a blank is 0, and `0x10` is 16. No two parts can match the same digits, so it takes one pass.
const DECIMAL = /^[+-]?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/
const SHORT = /^-?[1-9]\d{0,14}$/

/** Gives the number that a text says; `undefined` where it says none, or where a double would round it before the point. */
export function readNumber(text: string, isWhole: boolean): number | undefined {
  if (SHORT.test(text)) return Number(text)
  const read = readDecimal(text)
  return typeof read === 'object' && (read.isWhole || !isWhole) ? read.value : undefined
}

/** Says what was expected of a text that only JavaScript takes for a number, or whose digits would be lost; `undefined` for every other one. */
export function numberExpected(text: string): string | undefined {
  const read = readDecimal(text)
  return typeof read === 'object' ? undefined : read
}

interface Decimal {
  readonly value: number
  /** Whether the text has nothing but zeros behind the point. */
  readonly isWhole: boolean
}

const ROUNDED = 'a number that is not rounded, at most 9007199254740991'

function readDecimal(text: string): Decimal | string | undefined {
  const value = Number(text)
  const match = DECIMAL.exec(text)
  if (match === null) {
    if (text === '' || Number.isNaN(value)) return undefined
    return Number.isFinite(value) ? 'a number in decimal digits' : 'a finite number'
  }
  const [, whole = '', behind = match[3] ?? '', , exponent = '0'] = match
  const digits = (whole + behind).replace(/^0+/, '')
  // JSON has a -0 too, and nobody who counts wants it.
  if (digits === '') return { value: 0, isWhole: true }
  if (!Number.isFinite(value)) return 'a finite number'
  const size = Math.abs(value)
  // A number that is too small for a double, such as 1e-400, would become zero.
  if (size > Number.MAX_SAFE_INTEGER || size === 0) return ROUNDED
  const point = digits.length - behind.length + Number(exponent)
  const before = point > 0 ? Number(digits.slice(0, point).padEnd(point, '0')) : 0
  // 4.99999999999999999999 is the double 5.
  if (before !== Math.trunc(size)) return ROUNDED
  return { value, isWhole: point > 0 && /^0*$/.test(digits.slice(point)) }
}
