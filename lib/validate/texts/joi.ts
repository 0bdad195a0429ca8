/** Tells what joi says by itself from what an author wrote: the name of the value, and one of these. */

import { isRecord, itemsOf, read } from '../../guard/read.js'

/** Tells whether an issue is a detail of an error of joi. */
export function isJoiDetail(issue: unknown): boolean {
  return itemsOf(read(issue, 'path')) !== undefined && typeof read(issue, 'type') === 'string' && isRecord(read(issue, 'context'))
}

/** Tells whether a text is one that joi writes by itself, or quotes what came as joi does. */
export function isJoiText(issue: unknown, text: string): boolean {
  if (QUOTING.test(text) || BEHIND_A_NAME.test(text)) return true
  const context = read(issue, 'context')
  const [label, main] = [read(context, 'label'), read(context, 'mainWithLabel')]
  return label === '' ? OWN.test(text) : [label, main].some((name) => OWN.test(behind(name, text)))
}

// The value, or what was thrown while it was checked.
const QUOTING = /with value .* (?:fails to match|matches) the |failed custom validation because|threw an error when running/s

// Gives what stands behind the name of the value, which an option puts between other marks than quotation marks, or none.
function behind(name: unknown, text: string): string {
  const start = typeof name === 'string' ? text.indexOf(name) : -1
  const isInFront = start >= 0 && MARK.test(text.slice(0, start))
  return isInFront ? text.slice(start + String(name).length).replace(/^\S{0,4} /, '') : ''
}

const MARK = /^\S{0,4}$/

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
  '.* references .* which ',
].join('|')

const OWN = new RegExp(`^(?:${TEXTS})`, 's')
const BEHIND_A_NAME = new RegExp(`^".*" (?:${TEXTS})`, 's')
