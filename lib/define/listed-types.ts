/** What problem types are told apart by: of each name and of each type URI there is one among the classes that are listed together. */

import { nameOwn } from '../guard/name.js'
import { itemsOf } from '../guard/read.js'
import { misuse, wrongOption } from '../guard/refuse.js'
import { definitionOf, type ProblemDefinition } from './definition.js'

/** What a class is known by. */
export interface Identity {
  readonly name: string
  /** The type URI, and the earlier ones: clients have met them, so they are taken too. */
  readonly uris: readonly string[]
}

/** Refuses a class that has its name or one of its type URIs from another one of the list. */
export function needDistinct({ name, uris }: Identity, others: readonly Identity[], place: string): void {
  const refuse = (what: string, value: string, other: Identity | undefined): void => {
    if (other === undefined) return
    const expected = `a ${what} that no other class of the list has`
    throw misuse({ code: 'ERR_PROBLEM_DEFINITION', place, expected, got: `that of ${other.name}: ${nameOwn(value)}` })
  }
  refuse(
    'name',
    name,
    others.find((other) => other.name === name),
  )
  for (const uri of uris)
    refuse(
      'type URI',
      uri,
      others.find((other) => other.uris.includes(uri)),
    )
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
