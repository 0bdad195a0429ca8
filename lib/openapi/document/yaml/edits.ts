/** Makes the edits of a text from what has to be done with the maps of a YAML document. */
import { bracketEdits } from './bracket-edits.js'
import { lineEdits } from './line-edits.js'
import type { StyledText, TextEdit } from './style.js'
import type { Tasks } from './tasks.js'

/** A text and the edits that made it of another one, in their order. */
export interface EditedText {
  readonly text: string
  readonly edits: readonly TextEdit[]
}

/** Does all tasks; gives the new text, or `undefined` where two of them are about the same part of it. */
export function edited(source: StyledText, tasks: Tasks): EditedText | undefined {
  const edits = [...tasks].flatMap(([map, todo]) =>
    map.flow === true ? bracketEdits(source, map, todo) : lineEdits(source, map, todo),
  )
  const parts: string[] = []
  let done = 0
  for (const { start, end, text } of edits.sort(byPlace)) {
    if (start < done) return undefined
    parts.push(source.text.slice(done, start), text)
    done = end
  }
  return { text: [...parts, source.text.slice(done)].join(''), edits }
}

// What is put at a place comes before what goes there.
function byPlace(one: TextEdit, other: TextEdit): number {
  return one.start - other.start || one.end - other.end || other.depth - one.depth
}
