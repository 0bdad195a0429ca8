/** The parts of a request that can have a schema. */

/** The name of a part of a request, as in `validate({ body, query, params, headers, cookies })`. */
export type LocationName = 'body' | 'query' | 'params' | 'headers' | 'cookies'

// The type makes sure that none is forgotten.
const names: { readonly [Name in LocationName]: true } = { body: true, query: true, params: true, headers: true, cookies: true }

/** The names of all locations. */
export const locationNames = Object.keys(names) as readonly LocationName[]

/** Tells whether a text is the name of a location. */
export function isLocation(name: string): name is LocationName {
  return Object.hasOwn(names, name)
}
