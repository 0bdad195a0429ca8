/** Checks a list of declared classes: of each type and each name there is one. */
import { definitionOf, type ProblemDefinition } from '../define/definition.js'
import { type Identity, needDistinct } from '../define/listed-types.js'
import { itemsOf } from '../guard/read.js'
import { wrongOption } from '../problem/wrong-option.js'

/** Gives the definitions of a list of declared classes; a class that is there twice counts once. */
export function declaredTypes(classes: unknown, place: string): readonly ProblemDefinition[] {
  const items = itemsOf(classes)
  if (items === undefined) throw wrongOption(place, 'a list of declared classes', classes)
  const definitions = new Map<ProblemDefinition, Identity>()
  for (const [index, Class] of items.entries()) {
    const at = `${place}[${index}]`
    const definition = definitionOf(Class)
    if (definition === undefined || typeof Class !== 'function') throw wrongOption(at, 'a class made with defineProblem', Class)
    if (definitions.has(definition)) continue
    const { name, type, aliases } = definition
    const identity = { name, uris: [type, ...aliases] }
    needDistinct(identity, [...definitions.values()], at)
    definitions.set(definition, identity)
  }
  return [...definitions.keys()]
}
