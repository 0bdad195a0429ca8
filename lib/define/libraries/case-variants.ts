/** Finds the letters that a part of a regular expression matches besides its own where case does not count. */

// Where the last letter that has a case ends (Adlam).
const LAST_CASED = 0x1e943

let cased: string | undefined

// To list all letters takes some milliseconds, so it is done when the first flag `i` comes.
function casedLetters(): string {
  cased ??= Array.from({ length: LAST_CASED + 1 }, (_, code) => String.fromCodePoint(code))
    .filter((letter) => letter !== letter.toLowerCase() || letter !== letter.toUpperCase())
    .join('')
  return cased
}

// The variants of a letter cost some tenths of a millisecond, and patterns have the same letters again and again.
const known = new Map<string, string>()

/** Gives the letters that the inside of a character class matches with the flag `i` only, written for a class. */
export function caseVariants(inside: string, isUnicode: boolean): string {
  const key = `${isUnicode}${inside}`
  const variants = known.get(key) ?? findVariants(inside, isUnicode)
  known.set(key, variants)
  return variants
}

function findVariants(inside: string, isUnicode: boolean): string {
  const narrow = new RegExp(`^[${inside}]$`, 'u')
  // The engine knows best: without the flag `u` case is another thing, and a character may be met by halves.
  const wide = new RegExp(`[${inside}]`, isUnicode ? 'giu' : 'gi')
  const met = casedLetters().match(wide) ?? []
  return asRanges(met.filter((letter) => letter.isWellFormed() && !narrow.test(letter)))
}

// The letters come in their order.
function asRanges(letters: readonly string[]): string {
  const codes = letters.map((letter) => letter.codePointAt(0) as number)
  const isInner = (index: number): boolean =>
    codes[index] === Number(codes[index - 1]) + 1 && codes[index] === Number(codes[index + 1]) - 1
  const ends = letters.map((letter, index) => (isInner(index) ? '-' : letter))
  return ends.join('').replace(/-+/g, '-')
}
