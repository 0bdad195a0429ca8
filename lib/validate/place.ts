/** Tells where in a request a fault is, for every validator alike. */
import { escapeName, pointerNames } from '../../schemas/json.js'
import { listOf, read } from '../guard/read.js'

/** Where in a request a fault is. */
export interface Place {
  /** The part of the request, where that is known. */
  readonly in?: string | undefined
  /** A JSON Pointer into the body, in fragment form. */
  readonly pointer?: string | undefined
  readonly parameter?: string | undefined
  readonly header?: string | undefined
}

/** The name of a part of a request, as in `validate({ body, query, params, headers, cookies })`. */
export type PartName = 'body' | 'query' | 'params' | 'headers' | 'cookies'

/** The names of all these parts; the type makes sure that none is forgotten. */
export const partNames: { readonly [Name in PartName]: true } = {
  body: true,
  query: true,
  params: true,
  headers: true,
  cookies: true,
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

/** What `in` says of the parts of a request. */
export const partWords: readonly string[] = Object.keys(partNames).map((name) => WORDS.get(name) as string)

// Nobody has a longer name for a parameter, and whoever sends one sees its start.
const LONGEST_NAME = 200

/** Gives the names of a part of the request, as Express and Koa name it, for the word that `in` has. */
export function namesOfPart(word: unknown): readonly string[] {
  return [...WORDS].filter(([, said]) => said === word).map(([name]) => name)
}

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

// Deeper and longer names come from nobody who can read the answer.
const DEEPEST = 32

const LONGEST = 200

/** Makes the pointer of a path, whose items are names, numbers, or objects with a `key`. */
export function pointerOf(path: unknown): string {
  return fragment(pathOf(path).map(String))
}

/**
 * Gives the names and numbers of a path, whose items are such, or objects with a `key`. It ends where an item has none: a member of a Set has
 * no name, so its place is that of the Set.
 */
export function pathOf(path: unknown): readonly (string | number)[] {
  const keys = listOf(path).slice(0, DEEPEST).map(keyOf)
  const end = keys.indexOf(undefined)
  return (end < 0 ? keys : keys.slice(0, end)).filter((key) => key !== undefined)
}

function keyOf(item: unknown): string | number | undefined {
  const key = typeof item === 'object' && item !== null ? read(item, 'key') : item
  return typeof key === 'string' || typeof key === 'number' ? key : undefined
}

/** Gives the names on the way of a pointer in fragment form, as we write it. */
export function namesOfPointer(pointer = '#'): readonly string[] {
  return pointerNames(decodeURIComponent(pointer.slice(1)))
}

/** Makes the pointer of a path in text form: `a.b[0]["c.d"]`. */
export function pointerOfText(path: unknown): string {
  if (typeof path !== 'string') return '#'
  const segments = [...path.slice(0, 1000).matchAll(/\[(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\d+))\]|([^.[\]]+)/g)]
  return fragment(segments.slice(0, DEEPEST).map(([, ...groups]) => groups.join('')))
}

/** Makes the fragment form of a JSON Pointer. */
export function pointerOfPointer(pointer: unknown): string {
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) return '#'
  return fragment(pointerNames(pointer.slice(0, 1000)).slice(0, DEEPEST))
}

/** Adds a name to a pointer. */
export function pointerTo(pointer: string, name: unknown): string {
  return `${pointer}${fragment(pathOf([name]).map(String)).slice(1)}`
}

function fragment(segments: readonly string[]): string {
  return `#${segments.map((segment) => `/${encode(segment.slice(0, LONGEST))}`).join('')}`
}

function encode(segment: string): string {
  return encodeURIComponent(escapeName(segment.toWellFormed())).replaceAll('%24', '$')
}
