/** Tells what valibot says by itself from what an author wrote: it is made of what the issue holds. */
import { read } from '../../guard/read.js'

/** Tells whether a text is one that valibot writes by itself, or a translation of that: both quote what came. */
export function isValibotText(issue: unknown, text: string): boolean {
  const received = String(read(issue, 'received'))
  const expected = read(issue, 'expected')
  const end = `: ${typeof expected === 'string' ? `Expected ${expected} but r` : 'R'}eceived ${received}`
  return (text.startsWith('Invalid ') && text.endsWith(end)) || quotes(issue, received, text)
}

// A text is received in quotation marks, which no author would put around it by chance.
function quotes(issue: unknown, received: string, text: string): boolean {
  return typeof read(issue, 'input') === 'string' && text.includes(received)
}
