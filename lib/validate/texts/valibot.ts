/** Tells what valibot says by itself from what an author wrote: it is made of what the issue holds. */
import { read } from '../../guard/read.js'
import { mentions } from './quotes.js'

/** Tells whether a text is one that valibot writes by itself, in whatever language: all of them say what was expected and what was received. */
export function isValibotText(issue: unknown, text: string): boolean {
  const [received, expected] = [read(issue, 'received'), read(issue, 'expected')]
  if (typeof received !== 'string') return false
  // The one of a check expects nothing that it could name, so what it received stands behind a colon, or in quotation marks: `Falsch: 5 erhalten`.
  if (typeof expected !== 'string') return mentions(text, received) || hasWord(text.replace(/^[^:：]*(?:[:：]|$)/, ''), received)
  return hasWord(text, received) && text.includes(expected)
}

// Not the 5 of 15.
function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w.])${word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?!\\w)`).test(text)
}
