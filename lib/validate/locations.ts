/** The parts of a request that can have a schema, and how a fault in each is told. */
import { pointerOf } from '../foreign/pointer.js'
import type { ValidationFault } from '../foreign/validation.js'

/** The name of a part of a request, as in `validate({ body, query, params, headers, cookies })`. */
export type LocationName = 'body' | 'query' | 'params' | 'headers' | 'cookies'

/** What `in` says: the words of OpenAPI. */
const words = { body: 'body', query: 'query', params: 'path', headers: 'header', cookies: 'cookie' } as const

/** The names of all locations. */
export const locationNames = Object.keys(words) as readonly LocationName[]

/** Tells whether a text is the name of a location. */
export function isLocation(name: string): name is LocationName {
  return Object.hasOwn(words, name)
}

// Nobody has a longer name for a parameter, and whoever sends one sees its start.
const LONGEST_NAME = 200

/** Tells where in a request a fault is: in the body by pointer, elsewhere by name. */
export function placeIn(location: LocationName, path: readonly (string | number)[]): ValidationFault {
  const where = words[location]
  if (where === 'body') return { in: where, pointer: pointerOf(path) }
  const name = path.join('.').slice(0, LONGEST_NAME)
  if (name === '') return { in: where }
  return where === 'header' ? { in: where, header: name } : { in: where, parameter: name }
}
