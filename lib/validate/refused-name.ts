/** The name that no member of a request may have: it would become a prototype as soon as somebody copies the member. */

/** The refused name. */
export const REFUSED_NAME = '__proto__'

/** The fault of a member with this name. */
export const refusedNameFault = { code: 'name', detail: 'This name is not allowed.' } as const

// As deep as `validate()` reads.
const DEEPEST = 128

/** Finds the first member with the refused name in what JSON.parse gave. */
export function refusedNameIn(value: unknown, path: readonly string[] = []): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null || path.length >= DEEPEST) return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = name === REFUSED_NAME ? [...path, name] : refusedNameIn(member, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}
