/** Checks a list of declared classes: of each type and each name there is one. */
import { definitionOf, type ProblemDefinition } from '../problem/definition.js'
import { misuse } from '../problem/fault.js'
import { type Identity, needDistinct } from '../problem/identity.js'
import { itemsOf, nameValue } from '../problem/read.js'

/** Gives the definitions of a list of declared classes; a class that is there twice counts once. */
export function declaredTypes(classes: unknown, place: string): readonly ProblemDefinition[] {
  const items = itemsOf(classes)
  if (items === undefined) {
    throw misuse({ code: 'ERR_PROBLEM_OPTION', place, expected: 'a list of declared classes', got: nameValue(classes) })
  }
  const definitions = new Map<ProblemDefinition, Identity>()
  for (const [index, Class] of items.entries()) {
    const at = `${place}[${index}]`
    const definition = definitionOf(Class)
    if (definition === undefined || typeof Class !== 'function') {
      throw misuse({ code: 'ERR_PROBLEM_OPTION', place: at, expected: 'a class made with defineProblem', got: nameValue(Class) })
    }
    if (definitions.has(definition)) continue
    const { name, type, aliases } = definition
    const identity = { name, uris: [type, ...aliases] }
    needDistinct(identity, [...definitions.values()], at)
    definitions.set(definition, identity)
  }
  return [...definitions.keys()]
}
