/** Reads a layer of @koa/router 13, 14 and 15, and the paths that it stands for. */
import { itemsOf } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'
import { readPath8 } from '../path-8.js'
import { MOST_SHAPES } from '../shape.js'
import { type Way, waysThrough } from '../tokens.js'
import { readPath6 } from './path-6.js'
import { type PathFacts, pathOf } from './sample.js'

/** A layer of a router. */
export interface KoaLayer {
  /** None for what `router.use()` adds. */
  readonly methods: readonly string[]
  readonly stack: readonly unknown[]
  readonly path: unknown
  /** A copy: an expression of the app may remember where it stopped. */
  readonly regexp: RegExp
  /** What reads the path; nothing where it is no path but the source of the expression. */
  readonly syntax: typeof readPath6 | undefined
}

/** Reads a layer; `undefined` for what has another form. */
export function layerOf(value: unknown): KoaLayer | undefined {
  const [methods, stack] = [itemsOf(stored(value, 'methods')), itemsOf(stored(value, 'stack'))]
  const regexp = stored(value, 'regexp')
  if (methods === undefined || stack === undefined || !(regexp instanceof RegExp)) return undefined
  const options = stored(value, 'opts')
  // The option came with version 14, and the new syntax as well.
  const syntax = Object.hasOwn(Object(options), 'pathAsRegExp') ? readPath8 : readPath6
  return {
    methods: methods.filter((method) => typeof method === 'string'),
    stack,
    path: stored(value, 'path'),
    regexp: new RegExp(regexp),
    syntax: stored(options, 'pathAsRegExp') === true ? undefined : syntax,
  }
}

/** Says why the paths of a layer cannot be given. */
export const UNREADABLE = {
  regexp: 'OpenAPI has no paths that are RegExps: document what it answers by hand.',
  form: 'The router has another form than those of @koa/router 13, 14 and 15, so its routes cannot be read.',
  ways: `The path has more than ${MOST_SHAPES} forms, because of its optional parts: write several routes.`,
  braces: 'OpenAPI has no way to write braces in a path: document what it answers by hand.',
  unreachable: 'No request has such a path: it has to begin with a slash, and to be percent-encoded where it is not ASCII.',
} as const

/** Gives the paths of a layer, or why there are none. */
export function pathsOf({ path, regexp, syntax }: KoaLayer): readonly PathFacts[] | keyof typeof UNREADABLE {
  if (typeof path !== 'string' || syntax === undefined) return 'regexp'
  const tokens = syntax(path)
  if (tokens === undefined) return 'form'
  const ways = waysThrough(tokens)
  if (ways === undefined) return 'ways'
  if (ways.some(hasBraces)) return 'braces'
  const all = factsOf(ways)
  if (all === undefined) return 'form'
  const paths = all.filter(({ sample }) => REACHABLE.test(sample))
  if (paths.length === 0) return 'unreachable'
  // Whether the path was understood, the expression of the router knows.
  if (paths.some(({ isFitting, sample }) => isFitting && !regexp.test(sample))) return 'form'
  return [...new Map(paths.map((facts) => [facts.path, facts])).values()]
}

function factsOf(ways: readonly Way[]): readonly PathFacts[] | undefined {
  try {
    return ways.map(pathOf)
  } catch {
    // Its pattern is none, so the router has not compiled this path.
    return undefined
  }
}

// RFC 3986 3.3: visible ASCII, without what begins a query or a fragment.
const REACHABLE = /^\/[!"$->@-~]*$/

function hasBraces(way: Way): boolean {
  return way.some((token) => typeof token === 'string' && /[{}]/.test(token))
}
