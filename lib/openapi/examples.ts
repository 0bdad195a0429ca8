/** Makes the examples of a problem class: documents as a handler sends them. */
import type { JsonSchema } from '../define/definition.js'
import type { ProblemClass } from '../define/problem-class.js'
import { bareCopy } from '../guard/bare.js'
import { isRecord, listOf, read } from '../guard/read.js'
import type { HttpProblem } from '../problem/problem.js'
import type { ExampleObject } from './objects.js'
import type { ClassFacts } from './problem-class.js'
import type { WireDocument } from './wire-document.js'

/** Makes the example components of a class. */
export function problemExamples(facts: ClassFacts, document: WireDocument): Record<string, ExampleObject> {
  const names = exampleNames(facts)
  return Object.fromEntries(
    exampleMembers(facts).map(({ members, added }, index) => [
      names[index],
      { summary: facts.title, value: { ...document(occurrence(facts, members)), ...added } },
    ]),
  )
}

/** Names the examples of a class: its own name, then its name with a number. */
export function exampleNames(facts: ClassFacts): readonly string[] {
  return exampleMembers(facts).map((_, index) => (index === 0 ? facts.name : `${facts.name}.${index + 1}`))
}

type Members = Readonly<Record<string, unknown>>

// What a library adds stands behind what the class says: the class would not take it.
function exampleMembers(facts: ClassFacts): readonly { readonly members: Members; readonly added: Members }[] {
  const added = examplesOfAdded(facts.added)
  return declaredExamples(facts).flatMap((members, index) => {
    const more = added[index % added.length]
    return more === undefined ? [] : [{ members, added: more }]
  })
}

function examplesOfAdded(added: ClassFacts['added']): readonly Members[] {
  const examples = added.flatMap((schema) => listOf(read(schema, 'examples'))).filter(isRecord)
  return examples.length > 0 || (added.length > 0 && added.every(needsMembers)) ? examples : [{}]
}

// Where a class declares no example, one is made if it needs no members.
function declaredExamples({ status, definition }: ClassFacts): readonly Members[] {
  if (status === undefined) return []
  if (definition === undefined) return [{}]
  const { examples, members } = definition
  return examples.length > 0 || (members !== undefined && needsMembers(members)) ? examples : [{}]
}

function needsMembers(members: JsonSchema): boolean {
  const { required = [], ...rest } = bareCopy(members) as { readonly required?: readonly string[] }
  // Each of these may demand members too.
  const demanding = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'minProperties', 'dependentSchemas', 'const', 'enum']
  return required.length > 0 || demanding.some((keyword) => Object.hasOwn(rest, keyword))
}

function occurrence({ Class, type, title, status, definition }: ClassFacts, members: Members): HttpProblem {
  // A plain class says no more than this; a subclass of a user could want arguments that nobody knows here.
  if (definition === undefined) return { type, title, status } as HttpProblem
  const Declared = declaredClass(Class)
  return definition.members === undefined ? new Declared() : new Declared(members)
}

// A subclass may have a constructor of its own; the class that `defineProblem` gave takes the members.
function declaredClass(Class: ProblemClass): new (members?: Members) => HttpProblem {
  if (Object.hasOwn(Class, 'definition')) return Class as unknown as new (members?: Members) => HttpProblem
  return declaredClass(Object.getPrototypeOf(Class) as ProblemClass)
}
