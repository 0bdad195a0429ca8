/** Tells what joi says by itself from what an author wrote: the name of the value, and one of these. */

import { isRecord, itemsOf, listOf, read } from '../../guard/read.js'
import { haveLabelsAnyForm } from './joi-labels.js'
import type { Known } from './seen.js'

/** Tells whether an issue is a detail of an error of joi. */
export function isJoiDetail(issue: unknown): boolean {
  return itemsOf(read(issue, 'path')) !== undefined && typeof read(issue, 'type') === 'string' && isRecord(read(issue, 'context'))
}

/** Tells whether a text is one that joi writes by itself, or quotes what came as joi does. */
export function isJoiText(issue: unknown, escaped: string, known?: Known): boolean {
  const text = unescaped(escaped)
  if (isUsualJoiText(text)) return true
  const context = read(issue, 'context')
  // A Standard Schema gives no more than the text and the place.
  if (context === undefined) return haveLabelsAnyForm(known?.schema) && BEHIND_ANYTHING.test(text)
  const [label, main] = [read(context, 'label'), read(context, 'mainWithLabel')]
  const isOwn = (rest: string): boolean => OWN.test(rest) || isListOf(read(context, 'valids'), rest)
  return label === '' ? isOwn(text) : [label, main].some((name) => isOwn(behind(name, text)))
}

/** Tells whether a text is one of joi with the name of the value in quotation marks, as it is unless an option says otherwise. */
export function isUsualJoiText(text: string): boolean {
  return QUOTING.test(text) || BEHIND_A_NAME.test(text) || OF_A_CODE.test(text)
}

// The value, or what was thrown while it was checked.
const QUOTING = /with value .* (?:fails to match|matches) the |failed custom validation because|threw an error when running/s
// An option takes the brackets from lists: `must be one of a, b`.
function isListOf(valids: unknown, text: string): boolean {
  const list = listOf(valids).map(String).join(', ')
  return list !== '' && (text === `must be ${list}` || text === `must be one of ${list}`)
}

const OF_A_CODE = /^Error code ".*" is not defined, your custom type is missing the correct messages definition$/s

// Gives what stands behind the name of the value, which an option puts between other marks than quotation marks, or none.
function behind(name: unknown, text: string): string {
  const start = typeof name === 'string' ? text.indexOf(name) : -1
  const isInFront = start >= 0 && MARK.test(text.slice(0, start))
  return isInFront ? text.slice(start + String(name).length).replace(/^\S{0,4} /, '') : ''
}

const MARK = /^\S{0,4}$/

// With `escapeHtml`, also the brackets and signs of joi itself are written so.
function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,4})|(amp|lt|gt|quot));/gi, (_, hex: string | undefined, name: string) =>
    hex === undefined ? (NAMED[name.toLowerCase()] as string) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const TEXTS = [
  'is required$',
  'is not allowed(?: to be empty)?$',
  'contains an? (?:invalid|excluded|duplicate) value$',
  'contains a conflict between (?:optional )?exclusive peers ',
  'contains .* without its required peers ',
  'must be an? (?:array|boolean|buffer or a string|string|number|integer|valid date|symbol|class|Joi reference|RegExp object)$',
  'must be an? (?:safe|negative|positive) number$',
  'must be an? (?:valid (?:port|email|GUID|hostname|base64 string|dataUri string|uri|relative uri|ISO 8601 duration)|credit card)$',
  'must be a valid (?:ip address|uri with a scheme) ',
  'must be (?:an instance|a multiple|of type) (?:of )?\\S',
  'must be a Joi schema of .* type$',
  'must be (?:greater|less) than ',
  'must be (?:at least )?\\S+ bytes$',
  'must be (?:one of )?[\\[{]',
  'must be one of ',
  'must be in .* format$',
  'must be (?:sorted in .* order by|unicode normalized in the) ',
  'must contain (?:\\S+ items$|at least |at most |less than or equal to |a valid domain name$)',
  'must have (?:an arity|no more than|at least|less than or equal to|\\S+ keys?$)',
  'must only contain (?:alpha-numeric|alpha-numeric and underscore|hexadecimal|lowercase|uppercase) characters$',
  'must not (?:be a sparse array item|have leading or trailing whitespace|exist simultaneously with )',
  'length must be (?:at least |less than or equal to )?\\S+ characters long$',
  'does not match (?:all of the required|any of the allowed) types$',
  'does not contain ',
  'matches more than one allowed type$',
  'cannot be (?:infinity$|sorted due to )',
  'cannot rename ',
  'conflict with forbidden peer ',
  'missing required peer ',
  'exceeds maximum recursion depth ',
  'hex decoded representation must be byte aligned$',
  'keys failed to match pattern requirements$',
  'is invalid because ',
  '(?:.* )?references .* which ',
].join('|')

const OWN = new RegExp(`^(?:${TEXTS})`, 's')
const BEHIND_A_NAME = new RegExp(`^".*" (?:${TEXTS})`, 's')
// Of values that have no brackets around them, nobody can tell that they are values.
const BEHIND_ANYTHING = new RegExp(`^(?:.* )?(?:${TEXTS}|must be (?:one of )?[^\\s,]+(?:, [^\\s,]+)*$)`, 's')
