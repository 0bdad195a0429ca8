/** Tells where in a request a fault is, for every validator alike. */

import { itemsOf } from '../problem/read.js'
import { pointerOf } from './pointer.js'
import type { ValidationFault } from './validation.js'

// What `in` says: the words of OpenAPI. The names are those of Express, Fastify and celebrate.
const WORDS: ReadonlyMap<string, string> = new Map([
  ['body', 'body'],
  ['query', 'query'],
  ['querystring', 'query'],
  ['params', 'path'],
  ['headers', 'header'],
  ['cookies', 'cookie'],
  ['signedCookies', 'cookie'],
])

// Nobody has a longer name for a parameter, and whoever sends one sees its start.
const LONGEST_NAME = 200

/** Gives the place in a part of the request: in the body a pointer, elsewhere the name, as parameters and fields are not nested. */
export function placeIn(part: string, path: unknown): Pick<ValidationFault, 'in' | 'pointer' | 'parameter' | 'header'> {
  const where = WORDS.get(part) ?? 'body'
  if (where === 'body') return { in: where, pointer: pointerOf(path) }
  const names = (itemsOf(path) ?? []).filter((item) => typeof item === 'string' || typeof item === 'number')
  const name = names.join('.').slice(0, LONGEST_NAME)
  if (name === '') return { in: where }
  return where === 'header' ? { in: where, header: name } : { in: where, parameter: name }
}
