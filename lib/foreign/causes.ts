/** What an error wraps. */
import { read } from '../guard/read.js'

// Deeper than layers of an app wrap each other; also the end of a circle.
const DEEPEST = 4

/** Lists the cause of an error, the cause of that, and so on, as far as they are objects. */
export function causesOf(thrown: unknown): readonly object[] {
  const causes: object[] = []
  let inner = read(thrown, 'cause')
  // verror has a function there.
  while (causes.length < DEEPEST && typeof inner === 'object' && inner !== null) {
    causes.push(inner)
    inner = read(inner, 'cause')
  }
  return causes
}
