/** Checks a list of declared classes: of each type and each name there is one. */
import { definitionOf, type ProblemDefinition } from '../problem/definition.js'
import { misuse } from '../problem/fault.js'
import { itemsOf, nameValue } from '../problem/read.js'

/** Gives the definitions of a list of declared classes; a class that is there twice counts once. */
export function declaredTypes(classes: unknown, place: string): readonly ProblemDefinition[] {
  const items = itemsOf(classes)
  if (items === undefined) {
    throw misuse({ code: 'ERR_PROBLEM_OPTION', place, expected: 'a list of declared classes', got: nameValue(classes) })
  }
  const taken = new Map<string, ProblemDefinition>()
  const definitions = new Set<ProblemDefinition>()
  for (const [index, Class] of items.entries()) {
    const at = `${place}[${index}]`
    const definition = definitionOf(Class)
    if (definition === undefined || typeof Class !== 'function') {
      throw misuse({ code: 'ERR_PROBLEM_OPTION', place: at, expected: 'a class made with defineProblem', got: nameValue(Class) })
    }
    if (definitions.has(definition)) continue
    definitions.add(definition)
    for (const [what, value] of identities(definition)) {
      const key = `${what} ${value}`
      const other = taken.get(key)
      if (other !== undefined && other !== definition) {
        const expected = `a ${what} that no other class of the list has`
        throw misuse({ code: 'ERR_PROBLEM_DEFINITION', place: at, expected, got: `that of ${other.name}: ${nameValue(value)}` })
      }
      taken.set(key, definition)
    }
  }
  return [...definitions]
}

// An alias is a type URI that clients have met, so it is taken too.
function identities({ name, type, aliases }: ProblemDefinition): readonly (readonly [what: string, value: string])[] {
  return [['name', name], ...[type, ...aliases].map((uri) => ['type URI', uri] as const)]
}
