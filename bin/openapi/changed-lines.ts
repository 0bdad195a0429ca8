/** Lists the lines that edits of a text change. */

/** An edit: a part of a text and what comes in its place. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A part of the document that changes: what goes and what comes at a line. */
export interface ChangedLines {
  /** The number of the line in the old text, counted from 1. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

// A document without line breaks is one line, and nobody reads it twice.
const LONGEST = 2000

/** Lists what goes and what comes in whole lines, as a person compares them. The edits are in their order. */
export function changedLines(before: string, edits: readonly Edit[]): readonly ChangedLines[] {
  let [line, counted] = [1, 0]
  return together(before, edits).map((group) => {
    const { start, end } = group
    line += before.slice(counted, start).split('\n').length - 1
    counted = start
    const removed = linesOf(before.slice(start, end))
    const added = linesOf(edited(before, group))
    // Lines that only stand beside the change are the same on both sides.
    const head = common(removed, added)
    const tail = common(removed.slice(head).reverse(), added.slice(head).reverse())
    return {
      line: line + head,
      removed: removed.slice(head, removed.length - tail),
      added: added.slice(head, added.length - tail),
    }
  })
}

interface Group {
  readonly start: number
  readonly end: number
  readonly edits: readonly Edit[]
}

// Edits that touch the same line are one change.
function together(before: string, edits: readonly Edit[]): readonly Group[] {
  const groups: Group[] = []
  for (const edit of edits) {
    const { start, end } = wholeLines(before, edit)
    const last = groups.at(-1)
    if (last === undefined || start >= last.end) groups.push({ start, end, edits: [edit] })
    else groups[groups.length - 1] = { start: last.start, end: Math.max(last.end, end), edits: [...last.edits, edit] }
  }
  return groups
}

function wholeLines(before: string, { start, end, text }: Edit): { readonly start: number; readonly end: number } {
  const from = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1
  // Lines that come or go as a whole end where the next one begins.
  const isWhole = start === from && (end === from || before[end - 1] === '\n') && /(?:^|\n)$/.test(text)
  const next = before.indexOf('\n', end)
  const to = isWhole ? end : next < 0 ? before.length : next + 1
  return start - from > LONGEST || to - end > LONGEST ? { start, end } : { start: from, end: to }
}

function edited(before: string, { start, end, edits }: Group): string {
  let [text, done] = ['', start]
  for (const edit of edits) {
    text += before.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return text + before.slice(done, end)
}

function common(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((line, at) => line !== other[at])
  return index < 0 ? one.length : index
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
