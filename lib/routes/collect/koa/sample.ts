/** Fills the parameters of a path in, so that the expressions of a router can be asked about it. */
import { uniqueName } from '../shape.js'
import type { Way } from '../tokens.js'

/** A path as OpenAPI writes it, and one that a request could have. */
export interface PathFacts {
  readonly path: string
  readonly sample: string
  /** Whether each value is one that its parameter takes, as far as its pattern is understood. */
  readonly isFitting: boolean
}

/** Writes a way through a path. A pattern that is none throws. */
export function pathOf(way: Way): PathFacts {
  let [path, sample, isFitting] = ['', '', true]
  const names = new Set<string>()
  for (const token of way) {
    if (typeof token === 'string') {
      path += token
      sample += token
      continue
    }
    const value = valueFor(token.pattern, sample === '')
    const name = uniqueName(token.name, names)
    names.add(name)
    // A pattern at the very beginning takes the slash as well.
    path += path === '' ? `/{${name}}` : `{${name}}`
    sample += value ?? SEGMENT
    isFitting &&= value !== undefined
  }
  return { path: path === '' ? '/' : path, sample: sample === '' ? '/' : sample, isFitting }
}

const SEGMENT = 'x'

// What patterns of parameters ask for most: letters, digits, dates, UUIDs, the ids of MongoDB, languages.
const VALUES = [
  SEGMENT,
  '7',
  '12',
  '2024',
  'ab',
  'abc',
  'abcd',
  'X',
  'x-7',
  'v1',
  'en-US',
  '1.5',
  'x.y',
  'x@example.com',
  '2024-01-31',
  '123456',
  '0123456789ab',
  '0123456789abcdef01234567',
  '01890a5d-ac96-774b-bcce-b302099a8057',
] as const

function valueFor(pattern: string | undefined, isFirst: boolean): string | undefined {
  if (pattern === undefined) return isFirst ? undefined : SEGMENT
  // The words of the pattern are likely among its values: `(asc|desc)`.
  const words = pattern.match(/[\w-]+/g) ?? []
  const values = isFirst ? [...VALUES, ...words].map((value) => `/${value}`) : [...VALUES, ...words]
  const expression = new RegExp(`^(?:${pattern})$`, 'i')
  return values.find((value) => expression.test(value))
}
