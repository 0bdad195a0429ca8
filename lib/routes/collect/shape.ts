/** The shape of a path: its text with a mark where a parameter stands, so that paths are joined and compared as texts. */

/** A path, or the beginning of one. The empty text is the root. */
export interface Shape {
  readonly text: string
  /** The names of the parameters, one for each mark. */
  readonly names: readonly string[]
}

// Private characters of Unicode: no path that is served has them.
/** Stands for a parameter that takes whatever a segment has. */
export const PARAMETER = '\uE000'
/** Stands for a parameter that takes some texts only, such as digits. */
export const BOUND = '\uE001'
/** Stands for a parameter that goes on over segments. */
export const REST = '\uE002'

/** How many paths a declared one may stand for, because of its optional parts: path-to-regexp 8 allows as many. */
export const MOST_SHAPES = 256

const MARKS = /[\uE000-\uE002]/g

/** The shape without text. */
export const NOTHING: Shape = { text: '', names: [] }

/** Puts a shape behind another. */
export function joined(one: Shape, other: Shape): Shape {
  if (other.text === '') return one
  if (one.text === '') return other
  return { text: one.text + other.text, names: one.names.length === 0 ? other.names : [...one.names, ...other.names] }
}

/** Leaves out shapes that differ from one before by nothing but the names of parameters. */
export function distinct(shapes: readonly Shape[]): readonly Shape[] {
  if (shapes.length < 2) return shapes
  const seen = new Set<string>()
  return shapes.filter(({ text }) => !seen.has(text) && seen.add(text))
}

/** Writes a shape as OpenAPI writes a path: each parameter has a name of its own. */
export function template({ text, names }: Shape): string {
  if (names.length === 0) return text === '' ? '/' : text
  const taken = new Set<string>()
  let index = 0
  return text.replace(MARKS, () => {
    const name = uniqueName(names[index++] as string, taken)
    taken.add(name)
    return `{${name}}`
  })
}

/** Makes a name for a parameter that no other of the path has: a router and the router around it may use one name. */
export function uniqueName(given: string, taken: ReadonlySet<string>): string {
  const name = given.replace(/[{}/?#]/g, '_')
  let unique = name
  for (let count = 2; taken.has(unique); count++) unique = `${name}${count}`
  return unique
}

/** Fills each parameter in with one character, so that every place in the text stays where it is. */
export function filled(text: string): string {
  return text.replace(MARKS, 'x')
}

/** Splits a text into segments, in which upper and lower case are the same unless the router tells them apart. */
export function segmentsOf(text: string, isCaseSensitive: boolean): readonly string[] {
  return (isCaseSensitive ? text : text.toLowerCase()).split('/')
}

/** Tells whether each request for a path is one below another path, which may have parameters. */
export function isBelow(path: readonly string[], outer: readonly string[]): boolean {
  for (const [index, segment] of outer.entries()) {
    const own = path[index]
    if (own === undefined) return false
    if (segment === REST) return own !== ''
    if (own !== segment && (segment !== PARAMETER || own === '')) return false
  }
  return true
}
