/** Applies a patch in the unified format, as `git diff` writes it, to one file. */

/** A patch of one file. */
export interface Patch {
  readonly file: string
  readonly hunks: readonly Hunk[]
  /** How many lines it adds and takes away. */
  readonly changed: number
}

interface Hunk {
  /** The line of the file at which it begins, counted from 0. */
  readonly start: number
  readonly lines: readonly string[]
}

/** Reads a patch. */
export function readPatch(text: string): Patch {
  const [, second = '', ...rest] = text.trimEnd().split('\n')
  const hunks: { start: number; lines: string[] }[] = []
  for (const line of rest) {
    const [, start] = /^@@ -(\d+)/.exec(line) ?? []
    if (start === undefined) hunks.at(-1)?.lines.push(line)
    else hunks.push({ start: Number(start) - 1, lines: [] })
  }
  const changed = hunks.flatMap(({ lines }) => lines).filter((line) => /^[+-]/.test(line)).length
  return { file: second.replace(/^\+\+\+ b\//, ''), hunks, changed }
}

/** Applies a patch; one that does not fit throws. */
export function applyPatch({ hunks }: Patch, before: string): string {
  const lines = before.split('\n')
  const after: string[] = []
  let at = 0
  for (const hunk of hunks) {
    after.push(...lines.slice(at, hunk.start))
    at = hunk.start
    for (const line of hunk.lines) {
      const content = line.slice(1)
      if (!line.startsWith('+') && lines[at++] !== content) throw new Error(`The patch does not fit at line ${at}: ${content}`)
      if (!line.startsWith('-')) after.push(content)
    }
  }
  return [...after, ...lines.slice(at)].join('\n')
}
