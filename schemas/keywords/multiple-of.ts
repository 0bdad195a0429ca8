/** The keyword `multipleOf` in decimal arithmetic: 19.99 is a multiple of 0.01 for everyone but binary fractions. */

/**
 * Tells whether a number is a multiple of another one, by the shortest decimal forms of both.
 *
 * The text of the function is written into compiled validators, so it names nothing outside of itself.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0
  const decimal = /^-?(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/
  const [dividend, step] = [value, divisor].map((number) => {
    const found = decimal.exec(String(number))
    if (found === null) return undefined
    const [, whole = '', fraction = '', exponent = '0'] = found
    return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
  })
  // Infinity is a multiple of nothing.
  if (dividend === undefined || step === undefined) return false
  const shift = dividend.exponent - step.exponent
  return shift >= 0
    ? (dividend.digits * 10n ** BigInt(shift)) % step.digits === 0n
    : dividend.digits % (step.digits * 10n ** BigInt(-shift)) === 0n
}

/**
 * Tells whether a schema library may take a number for a multiple: zod compares quotients within a tolerance, valibot and arktype remainders of
 * binary fractions.
 *
 * The text of the function is written into compiled validators, so it names nothing outside of itself.
 */
export function isNearMultipleOf(value: number, divisor: number): boolean {
  const quotient = value / divisor
  return value % divisor === 0 || Math.abs(quotient - Math.round(quotient)) < 4 * Number.EPSILON * Math.max(Math.abs(quotient), 1)
}
