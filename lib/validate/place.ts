/** Tells where in a request a fault is, for every validator alike. */
import { pathOf, pointerOf } from '../foreign/pointer.js'

/** Where in a request a fault is. */
export interface Place {
  /** The part of the request, where that is known. */
  readonly in?: string | undefined
  /** A JSON Pointer into the body, in fragment form. */
  readonly pointer?: string | undefined
  readonly parameter?: string | undefined
  readonly header?: string | undefined
}

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

/** Tells whether a name is that of a part of a request, as Express, Fastify and celebrate name it. */
export function isPart(name: unknown): name is string {
  return typeof name === 'string' && WORDS.has(name)
}

/** Gives the place in a part of the request: in the body a pointer, elsewhere the name, as parameters and fields are not nested. */
export function placeIn(part: string, path: unknown): Place {
  const where = WORDS.get(part) ?? 'body'
  if (where === 'body') return { in: where, pointer: pointerOf(path) }
  const name = pathOf(path).join('.').slice(0, LONGEST_NAME)
  if (name === '') return { in: where }
  return where === 'header' ? { in: where, header: name } : { in: where, parameter: name }
}
