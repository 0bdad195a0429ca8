/** Tells whether a text quotes what was rejected. Such a text is not taken, whoever wrote it, in whatever language. */

import { timeOf } from '../../guard/kind.js'
import { itemsOf, ownKeys, read } from '../../guard/read.js'

/** Tells whether a text quotes one of some values: as it is, in quotation marks, as JSON, or a member of it. */
export function quotesAny(text: string, values: readonly unknown[]): boolean {
  return values.some((value) => (isObject(value) ? quotesObject(text, value) : quotesLeaf(text, value)))
}

/** Tells whether a text has a word of the client in it: in quotation marks, or so long that no author has it by chance. */
export function mentions(text: string, word: string): boolean {
  return placesOf(text, word).some(
    ([before, after]) =>
      (QUOTE.test(before) && QUOTE.test(after)) || word.length >= LONG || (word.length > SHORT && isWhole(word, before, after)),
  )
}

// A word of up to three letters, or a number of three digits, may stand in any text: `at least 5`.
const SHORT = 3
// One of eight is not there by chance, even in the midst of another.
const LONG = 8
const QUOTE = /["'`´“”„‟«»‹›‘’‚‛「」『』]$|^["'`´“”„‟«»‹›‘’‚‛「」『』]/
const MOST_PLACES = 100

// Gives what stands right before and behind a word, wherever it is.
function placesOf(text: string, word: string): readonly (readonly [before: string, after: string])[] {
  const places: (readonly [string, string])[] = []
  for (let at = text.indexOf(word); word !== '' && at >= 0 && places.length < MOST_PLACES; at = text.indexOf(word, at + 1))
    places.push([text.slice(0, at), text.slice(at + word.length)])
  return places
}

// Languages without blanks, and those that hang endings on a word, leave it whole.
function isWhole(word: string, before: string, after: string): boolean {
  return !(LETTER_LAST.test(before) && LETTER_FIRST.test(word)) && !(LETTER_LAST.test(word) && LETTER_FIRST.test(after))
}

const LETTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}_]'
const LETTER_FIRST = new RegExp(`^${LETTER}`, 'u')
const LETTER_LAST = new RegExp(`${LETTER}$`, 'u')

function quotesLeaf(text: string, leaf: unknown): boolean {
  return formsOf(leaf).some(
    (form) => isNothingBut(text, form) || (!isPlain(leaf) && mentions(text, form)) || isBehindColon(text, form),
  )
}

// `true` and `null` quote nobody; they are words of many texts.
function isPlain(leaf: unknown): boolean {
  return leaf === null || leaf === undefined || typeof leaf === 'boolean'
}

function isNothingBut(text: string, form: string): boolean {
  return text.replace(/^[\s"'`([{<]+|[\s"'`)\]}>.!]+$/g, '') === form.replace(/^[\s"'`([{<]+|[\s"'`)\]}>.!]+$/g, '')
}

// `Not a code: 123`. Nothing is behind it but a full stop.
function isBehindColon(text: string, form: string): boolean {
  return placesOf(text, form).some(([before, after]) => /[:=：]\s*$/.test(before) && /^[\s.!)]*$/.test(after))
}

// How a library may write a text: as it is, without blanks around it, as in JSON, and as in HTML. Of a long one, its start is enough.
function formsOf(leaf: unknown): readonly string[] {
  const time = timeOf(leaf)
  if (time !== undefined) return Number.isNaN(time) ? [] : [new Date(time).toISOString(), String(new Date(time))]
  if (typeof leaf === 'string') {
    const start = leaf.trim().slice(0, LONGEST)
    // Not half of a character.
    const word = start.replace(/[\uD800-\uDBFF]$/, '')
    const forms = [...(leaf.length > LONGEST ? [] : [leaf]), word, JSON.stringify(word).slice(1, -1), htmlOf(word)]
    return [...new Set(forms)].filter((form) => form !== '')
  }
  return typeof leaf === 'object' || typeof leaf === 'function' ? [] : [String(leaf as number | boolean | bigint | symbol)]
}

const LONGEST = 24

// As joi writes it with `escapeHtml`.
function htmlOf(word: string): string {
  return word.replace(/[&<>"'/]/g, (sign) => ESCAPED[sign] as string)
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '/': '&#x2f;',
}

function quotesObject(text: string, value: object): boolean {
  if (timeOf(value) !== undefined) return quotesLeaf(text, value)
  if (text.includes('[object ')) return true
  const { leaves, json } = contentOf(value)
  const loose = withoutMarks(text)
  if (loose === json || (json.length > SHORT && loose.includes(json))) return true
  return leaves.some((leaf) => !isPlain(leaf) && formsOf(leaf).some((form) => mentions(text, form) && !isPlainWord(text, form)))
}

// A member that is a short word, such as `free`, is one of the author's text by chance, unless it stands in quotation marks.
function isPlainWord(text: string, form: string): boolean {
  const isWord = form.length < LONG && /^\p{L}+$/u.test(form)
  return isWord && !placesOf(text, form).some(([before, after]) => QUOTE.test(before) && QUOTE.test(after))
}

interface Content {
  readonly leaves: readonly unknown[]
  /** The JSON, without blanks and quotation marks: what Node and libraries print differs in no more. */
  readonly json: string
}

// The faults of one body often are all about the same object.
const contents = new WeakMap<object, Content>()

function contentOf(value: object): Content {
  const known = contents.get(value)
  if (known !== undefined) return known
  const leaves: unknown[] = []
  const content = { json: withoutMarks(printed(value, leaves, 0)), leaves }
  contents.set(value, content)
  return content
}

const MOST_LEAVES = 1000
const DEEPEST = 16

function printed(value: unknown, leaves: unknown[], depth: number): string {
  if (!isObject(value) || timeOf(value) !== undefined) {
    leaves.push(value)
    return formsOf(value)[0] ?? ''
  }
  if (depth >= DEEPEST) return ''
  const below = (member: unknown): string => (leaves.length < MOST_LEAVES ? printed(member, leaves, depth + 1) : '')
  const items = itemsOf(value)
  if (items !== undefined) return `[${items.slice(0, MOST_LEAVES).map(below).join(',')}]`
  const members = ownKeys(value).slice(0, MOST_LEAVES)
  return `{${members.map((name) => `${name}:${below(read(value, name))}`).join(',')}}`
}

function withoutMarks(text: string): string {
  return text.replace(/[\s"'`\\]+/g, '')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
