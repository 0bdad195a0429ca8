/** What problem types are told apart by: of each name and of each type URI there is one among the classes that are listed together. */
import { misuse } from '../guard/fault.js'
import { nameOwn } from '../guard/refuse.js'

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
