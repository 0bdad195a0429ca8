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

/** Does all tasks. Where two of them were about the same part of the text, it would not be what was meant: who calls reads it again. */
export function edited(source: StyledText, tasks: Tasks): EditedText {
  const edits = [...tasks].flatMap(([map, todo]) =>
    map.flow === true ? bracketEdits(source, map, todo) : lineEdits(source, map, todo),
  )
  let written = ''
  let done = 0
  for (const { start, end, text } of edits.sort(byPlace)) {
    written += source.text.slice(done, start)
    // At the end of a text without a line break, a new line brings one along; where the last line has just gone, there is one.
    written += written.endsWith('\n') && start === source.text.length ? text.replace(/^\r?\n/, '') : text
    done = end
  }
  return { text: written + source.text.slice(done), edits }
}

// What is put at a place comes before what goes there.
function byPlace(one: TextEdit, other: TextEdit): number {
  return one.start - other.start || one.end - other.end || other.depth - one.depth
}
