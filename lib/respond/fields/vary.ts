/** Joins what several have said in Vary (RFC 9110 12.5.5). */

/** Gives one value of Vary that has each name once; `*` stands for all of them. */
export function joinedVary(lines: readonly unknown[]): string {
  // @koa/cors says Origin on the response and on the error.
  const items = lines.flatMap((line) => String(line).split(',')).map((item) => item.trim())
  const names = new Map(items.map((item) => [item.toLowerCase(), item]))
  names.delete('')
  return names.has('*') ? '*' : [...names.values()].join(', ')
}
