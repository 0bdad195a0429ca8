/** Copies what a request holds, so that neither a default nor a conversion changes what other middleware reads. */
import { isJsonObject } from '../../schemas/json.js'
import { setOwn } from '../guard/bare.js'
import { REFUSED_NAME, refusedNameFault } from './refused-name.js'

// Deeper than any document that people write, and shallow enough for every validator that calls itself.
const DEEPEST = 128

/** Something in a request that no schema gets to see. */
export class RefusedInput extends Error {
  readonly path: readonly (string | number)[]
  readonly code: 'depth' | 'name'
  readonly detail: string

  constructor(path: readonly (string | number)[], code: RefusedInput['code'], detail: string) {
    super(detail)
    this.path = path
    this.code = code
    this.detail = detail
  }
}

/**
 * Copies arrays and plain objects; what is of a class, such as a file, stays what it is.
 * Throws a RefusedInput where it is too deep, or has a member that would become a prototype as soon as somebody copies it.
 */
export function copyInput(value: unknown): unknown {
  return copyAt(value, [])
}

// One path for all, which grows and shrinks: a list for each of a million members would cost more than their copies.
function copyAt(value: unknown, path: (string | number)[]): unknown {
  if (!Array.isArray(value) && !isJsonObject(value)) return value
  // The place is not told: its path would be as long as the value is deep.
  if (path.length >= DEEPEST) throw new RefusedInput([], 'depth', `At most ${DEEPEST} levels are read.`)
  const below = (name: string | number, member: unknown): unknown => {
    path.push(name)
    const copied = copyAt(member, path)
    path.pop()
    return copied
  }
  if (Array.isArray(value)) return Array.from(value, (item, index) => below(index, item))
  const copy: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (name === REFUSED_NAME) throw new RefusedInput([...path, name], refusedNameFault.code, refusedNameFault.detail)
    setOwn(copy, name, below(name, member))
  }
  return copy
}
