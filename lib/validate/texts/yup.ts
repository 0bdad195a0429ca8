/** Tells what yup says by itself from what an author wrote: the name of the value, and one of these. */

import { isError, itemsOf, read } from '../../guard/read.js'
import type { Known } from './seen.js'
import { yupNames } from './yup-names.js'

/** Tells whether an issue is an error of yup. */
export function isYupError(issue: unknown): boolean {
  return isError(issue) && read(issue, 'name') === 'ValidationError' && itemsOf(read(issue, 'inner')) !== undefined
}

/** Tells whether a text is one that yup writes by itself, or quotes what came as yup does. */
export function isYupText(issue: unknown, text: string, { schema }: Known): boolean {
  if (QUOTING.test(text)) return true
  const params = read(issue, 'params')
  // A Standard Schema gives no more than the text and the place.
  const names = params === undefined ? yupNames(schema, issue) : [read(params, 'label'), read(params, 'path'), 'this']
  if (names === undefined) return BEHIND_ANYTHING.test(text)
  const known = names.filter((name) => typeof name === 'string' && text.startsWith(`${name} `)) as string[]
  return [...known.map((name) => text.slice(name.length + 1)), text.replace(/^\S* /, '')].some((rest) => OWN.test(rest))
}

/** What yup says in no other words than these, whatever the name. */
export const QUOTING =
  /(?:but the final value was|The validated value was|for value): `|\(cast from the value `|must be an? `\w+` type|must (?:not )?be one of the following values: |must match the following: "|field has unspecified keys: |object contains unknown properties: /

const TEXTS = [
  'is invalid$',
  'is a required field$',
  'must be defined$',
  'cannot be null$',
  'must be (?:exactly|at least|at most) \\S+ characters$',
  'must be a valid (?:email|URL|UUID|ISO date-time(?: with .*)?)$',
  'must be a (?:trimmed|lowercase|upper case) string$',
  'must be (?:greater|less) than (?:or equal to )?\\S+$',
  'must be an? (?:positive number|negative number|integer)$',
  'field must be (?:later than|at earlier than) ',
  'field must be (?:true|false)$',
  'field must have (?:at least|less than or equal to) \\S+ items$',
  'must have \\S+ items$',
].join('|')

const OWN = new RegExp(`^(?:${TEXTS})`, 's')
const BEHIND_ANYTHING = new RegExp(`^(?:.* )?(?:${TEXTS})`, 's')
/** What yup says of a value without a name. */
export const OF_THIS = new RegExp(`^this (?:${TEXTS})`, 's')
