/** Finds the path of a request among the paths of routes, as OpenAPI writes them: what is concrete comes before a parameter. */

/** A path as a route has it, ready to be compared. */
export interface Template {
  readonly path: string
  /** Matches where each parameter takes one segment, or a part of one. */
  readonly narrow: RegExp
  /** Matches where a parameter takes several segments, as a splat does. */
  readonly wide: RegExp
  /** The more concrete, the earlier in the order of texts. */
  readonly rank: string
  /** The path with its parameters made alike. */
  readonly shape: string
}

/** Reads the path of a route. */
export function templateOf(path: string): Template {
  const parts = path.split(PARAMETER)
  const pattern = (parameter: string): RegExp => new RegExp(`^${parts.map(escaped).join(parameter)}/?$`, 'is')
  return { path, narrow: pattern('[^/]+'), wide: pattern('.+'), rank: rankOf(path), shape: shapeOf(path) }
}

/**
 * Finds the path of a route. `named` is the path that the router of the framework says it took, in its own notation: it decides between two that are both
 * possible, and without it none takes more segments than it has.
 */
export function findTemplate<Found extends Template>(
  path: string,
  templates: readonly Found[],
  named?: string,
): Found | undefined {
  const shape = named === undefined ? undefined : shapeNamed(named)
  const isNamed = (template: Template): boolean => shape !== undefined && `/${template.shape}`.endsWith(`/${shape}`)
  const paths = [path, decodedPath(path)]
  const fitting = templates.filter(({ narrow }) => paths.some((one) => narrow.test(one)))
  if (fitting.length === 0) return templates.find((template) => isNamed(template) && paths.some((one) => template.wide.test(one)))
  const taken = fitting.filter(isNamed)
  return mostConcrete(taken.length > 0 ? taken : fitting)
}

const PARAMETER = /\{[^/{}]*\}/
const PARAMETERS = /\{[^/{}]*\}/g

function mostConcrete<Found extends Template>([first, ...others]: readonly Found[]): Found | undefined {
  return others.reduce((best, other) => (best !== undefined && other.rank < best.rank ? other : best), first)
}

// 0 for text, 1 for text and parameters, 2 for a parameter alone.
function rankOf(path: string): string {
  return path
    .split('/')
    .map((segment) => (!PARAMETER.test(segment) ? 0 : segment.replace(PARAMETERS, '') === '' ? 2 : 1))
    .join('')
}

// One mark for each parameter; a private character of Unicode, which no path has.
const MARK = '\uE000'

function shapeOf(path: string): string {
  return trimmed(path.replace(PARAMETERS, MARK))
}

// `:id`, `:id(\\d+)`, `*rest`, `(.*)`; the braces around what is optional are left out.
function shapeNamed(path: string): string {
  return trimmed(path.replace(/:\w+(?:\((?:[^()]|\([^()]*\))*\))?[?+*]?|\*\w*|\(\.\*\)/g, MARK).replace(/[{}]/g, ''))
}

function trimmed(shape: string): string {
  return shape.replace(/^\/+|\/+$/g, '').toLowerCase()
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
