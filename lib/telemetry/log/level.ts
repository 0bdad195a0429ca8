/** Tells the level of a line: who has to act on an error decides, and then what the app says. */
import { callNow } from '../../guard/call.js'
import type { ProblemEvent } from '../../handler/event.js'
import { isServerError } from '../../handler/server-error.js'
import type { LevelRule } from './options.js'

/** Tells the level of an event; a rule that fails is told, and the next is asked. */
export function levelOf(event: ProblemEvent, rules: readonly LevelRule[], failed: (what: string) => void): string {
  for (const [index, { level, fits }] of rules.entries()) {
    const { given, failure } = callNow(() => fits(event))
    if (failure !== undefined) failed(`levels[${index}]`)
    else if (given) return level
  }
  if (event.outcome === 'client-gone') return 'debug'
  return isServerError(event) ? 'error' : 'info'
}
