/** Tells what yup says by itself from what an author wrote: the name of the value, and one of these. */

import { isError, itemsOf, read } from '../../guard/read.js'

/** Tells whether an issue is an error of yup. */
export function isYupError(issue: unknown): boolean {
  return isError(issue) && read(issue, 'name') === 'ValidationError' && itemsOf(read(issue, 'inner')) !== undefined
}

/** Tells whether a text is one that yup writes by itself, or quotes what came as yup does. */
export function isYupText(issue: unknown, text: string): boolean {
  if (QUOTING.test(text)) return true
  const params = read(issue, 'params')
  const names = [read(params, 'label'), read(params, 'path'), 'this']
  // Without parameters the name is not known.
  const known = names.find((name) => typeof name === 'string' && text.startsWith(`${name} `))
  return OWN.test(typeof known === 'string' ? text.slice(known.length + 1) : text.replace(/^\S* /, ''))
}

const QUOTING = /(?:but the final value was|The validated value was|for value): `|\(cast from the value `/

const OWN = new RegExp(
  `^(?:${[
    'is invalid$',
    'is a required field$',
    'must be defined$',
    'cannot be null$',
    'must (?:not )?be one of the following values: ',
    'must be (?:exactly|at least|at most) \\S+ characters$',
    'must match the following: "',
    'must be a valid (?:email|URL|UUID|ISO date-time(?: with .*)?)$',
    'must be a (?:trimmed|lowercase|upper case) string$',
    'must be (?:greater|less) than (?:or equal to )?\\S+$',
    'must be an? (?:positive number|negative number|integer)$',
    'field must be (?:later than|at earlier than) ',
    'field must be (?:true|false)$',
    'field must have (?:at least|less than or equal to) \\S+ items$',
    'must have \\S+ items$',
    'field has unspecified keys: ',
    'object contains unknown properties: ',
  ].join('|')})`,
  's',
)
