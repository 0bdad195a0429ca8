/** Finds its way in the source of a regular expression. */

/** Gives the index behind what begins at an index: an escape, a class, or one character. */
export function behind(source: string, at: number): number {
  if (source[at] === '\\') return at + 2
  if (source[at] !== '[') return at + 1
  let end = at + 1
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1
  return end + 1
}

/** Gives the index of the bracket that ends the group that begins at an index. */
export function endOfGroup(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at = behind(source, at)) {
    if (source[at] === '(') depth++
    else if (source[at] === ')' && --depth === 0) return at
  }
  return source.length
}

/** Splits an expression into its alternatives. */
export function alternativesOf(source: string): readonly string[] {
  const alternatives: string[] = []
  let start = 0
  for (let at = 0; at < source.length; at = source[at] === '(' ? endOfGroup(source, at) + 1 : behind(source, at)) {
    if (source[at] !== '|') continue
    alternatives.push(source.slice(start, at))
    start = at + 1
  }
  return [...alternatives, source.slice(start)]
}

/** Counts the groups that capture. */
export function countCaptures(source: string): number {
  let count = 0
  for (let at = 0; at < source.length; at = behind(source, at))
    if (source[at] === '(' && /^\((?!\?)|^\(\?<(?![=!])/.test(source.slice(at, at + 4))) count++
  return count
}
