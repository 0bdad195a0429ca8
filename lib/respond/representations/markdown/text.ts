/** Puts texts and values of others into Markdown, so that nothing in them is taken for markup, or for an order to a terminal. */
import { jsonText } from '../../../../schemas/json-text.js'
import { visible } from '../../../guard/visible.js'
import { byteLength } from '../representation.js'

// An address is exact in a code span, and no link there: GitHub's Markdown would make it one, up to the next space, with the backslashes that
// are to escape what follows. The sign that ends a sentence is not part of it.
const ADDRESS = '((?:[a-z][a-z0-9+.-]{1,20}://|www\\.|(?<![\\w.+-])[\\w.+-]+@)[^ `]*[^ `.,:;!?\'")\\]}>…])'

// What CommonMark or GitHub's Markdown would read in a line, and nothing else: most sentences stay as they are. `_` between letters means nothing.
const MARKUP = [
  '[\\\\`*[<~]',
  '&(?=#?\\w+;)',
  '(?<![a-z0-9])_|_(?![a-z0-9])',
  '^[#+>-]',
  '[.)](?<=^\\d+.)',
  // The end of a heading.
  '(?<= )#(?=#*$)',
]

const NOT_PLAIN = new RegExp([ADDRESS, ...MARKUP].join('|'), 'gi')

/** Writes a text as one line. */
export function line(text: string): string {
  return visible(text.replace(/[ \t\n\v\f\r]+/g, ' ').trim()).replace(NOT_PLAIN, (found: string, address: string | undefined) =>
    address === undefined ? `\\${found}` : span(address),
  )
}

/** Writes a text as one line of at most so many bytes; one that is cut ends with an ellipsis. */
export function shortLine(text: string, maxBytes: number): string {
  const whole = text.length <= maxBytes ? line(text) : undefined
  if (whole !== undefined && byteLength(whole) <= maxBytes) return whole
  let length = maxBytes
  let short = ''
  do {
    length = Math.floor(length * 0.9)
    // An escape that visible() writes takes up to seven bytes: a few rounds find the length.
    short = line(`${text.slice(0, length).toWellFormed().trimEnd()}…`)
  } while (byteLength(short) > maxBytes)
  return short
}

// What JSON leaves as it is: the control characters from DEL on, and what breaks a line or turns the order of the letters around it.
const INVISIBLE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Writes a value as JSON in a code span, in which nothing is markup. */
export function code(value: unknown): string {
  return span(json(value))
}

function json(value: unknown): string {
  return String(jsonText(value)).replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Writes the name of a member in a code span: as it is, or as JSON where it is no plain word; behind it the place in its list. */
export function nameCode(name: string, place = ''): string {
  return span((/^[\w.-]+$/.test(name) ? name : json(name)) + place)
}

// Text that has backticks stands between more of them (CommonMark 6.1). JSON neither begins nor ends with one.
function span(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${text}${fence}`
}
