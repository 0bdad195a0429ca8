/** Tells the pattern that a layer of Express was declared with: it is the same for every request, where the path is of one. */
import { ownKeys, read } from '../guard/read.js'
import { type Layer, type Match, matchOf } from './walk.js'

/** Tells the pattern of a layer that takes a path; `undefined` where that cannot be told for sure. */
export function patternOf(layer: Layer, path: string): string | undefined {
  if (layer.route !== undefined) return declared(read(layer.route, 'path'))
  const match = matchOf(layer, path)
  if (match === undefined) return undefined
  const pattern = read(match, 'pattern')
  return pattern === undefined ? derived(layer, match) : declared(pattern)
}

/** Writes what an app declared: a path, a regular expression, or a list of these. */
function declared(pattern: unknown): string | undefined {
  return typeof pattern === 'string' || pattern instanceof RegExp || Array.isArray(pattern) ? String(pattern) : undefined
}

// Express 4, and the router of Express 5 before 2.3, forget what a router was mounted at. What they tell are the part of the path that matched, and the
// values of its parameters.
function derived(layer: Layer, match: Match): string | undefined {
  const values = new Map(ownKeys(match.params).map((name) => [name, read(match.params, name)]))
  const segments = match.path.split('/')
  const template = segments.map((segment, index) => {
    if (segment === '') return segment
    const name = [...values.keys()].find((key) => values.get(key) === decoded(segment))
    if (name === undefined) return isFixed(layer, segments, index) ? segment.toLowerCase() : undefined
    values.delete(name)
    return `:${name}`
  })
  // A value that is no whole segment, as that of a wildcard: what else stands in the segments that hold it, nobody tells.
  const isTold = [...values.values()].every((value) => value === undefined) && !template.includes(undefined)
  return isTold ? template.join('/') : undefined
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

// A regular expression takes segments that are no parameters and have many values: it takes others in their place as well.
function isFixed(layer: Layer, segments: readonly string[], index: number): boolean {
  const segment = segments[index] as string
  const others = [segment.replace(/\d/g, nextDigit), segment.replace(/[a-z\d]/gi, nextInKind), `${segment}0`, `${segment}a`]
  return others.every((other) => {
    if (other === segment) return true
    const path = segments.with(index, other).join('/')
    return matchOf(layer, path)?.path !== path
  })
}

function nextDigit(digit: string): string {
  return String((Number(digit) + 1) % 10)
}

function nextInKind(character: string): string {
  if (/\d/.test(character)) return nextDigit(character)
  return character.toLowerCase() === 'z' ? 'a' : String.fromCharCode(character.charCodeAt(0) + 1)
}
