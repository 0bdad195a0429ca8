/** Lists of declared classes: names and type URIs tell the classes of a list apart, so no two have the same. */

import { nameOwn } from '../guard/name.js'
import { itemsOf } from '../guard/read.js'
import { type Misuse, misuse, wrongOption } from '../guard/refuse.js'
import { definitionOf, type ProblemDefinition } from './definition.js'

/** The name and the type URIs that a class is known by. */
export interface Identity {
  readonly name: string
  /** The type URI, and the earlier ones: clients have met them, so they are taken too. */
  readonly uris: readonly string[]
}

/** Refuses a class that has its name or one of its type URIs from another one of the list. */
export function needDistinct({ name, uris }: Identity, others: readonly Identity[], place: string): void {
  const namesake = others.find((other) => other.name === name)
  if (namesake !== undefined) throw taken('name', name, namesake, place)
  for (const uri of uris) {
    const owner = others.find((other) => other.uris.includes(uri))
    if (owner !== undefined) throw taken('type URI', uri, owner, place)
  }
}

function taken(what: string, value: string, owner: Identity, place: string): Misuse {
  const expected = `a ${what} that no other class of the list has`
  return misuse({ code: 'ERR_PROBLEM_DEFINITION', place, expected, got: `that of ${owner.name}: ${nameOwn(value)}` })
}

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
