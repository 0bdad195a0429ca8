/** Reads what is documented of a problem class: a declared type, the class of a status, or `HttpProblem` itself. */
import { definitionOf, type JsonSchema, type ProblemDefinition } from '../define/definition.js'
import { type Identity, needDistinct } from '../define/listed-types.js'
import { classNameOf, needProblemClass, type ProblemClass } from '../define/problem-class.js'
import { need } from '../guard/refuse.js'
import type { ProblemDocument } from '../problem/problem.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import type { WireDocument } from './wire-document.js'

/** What is documented of a class. */
export interface ClassFacts extends Identity {
  readonly Class: ProblemClass
  /** The name of its components. */
  readonly name: string
  /** The type URI as it is sent. */
  readonly type: string
  readonly title: string
  /** The status; `undefined` for problems of any status and type. */
  readonly status: number | undefined
  readonly definition: ProblemDefinition | undefined
  /** The JSON Schemas of members that libraries add to those that the class declares: one of them holds. */
  readonly added: readonly JsonSchema[]
}

// CONFORMANCE O12: the keys of components. A dot parts the name of a class from what belongs to it.
const NAME = /^[A-Za-z0-9_-]+$/

/** Reads the classes, each once, in the order they came. What is no class, or two classes that nobody could tell apart, is a TypeError. */
export function readClasses(classes: readonly unknown[], place: string, document: WireDocument): readonly ClassFacts[] {
  const placed = classes.map((Class, index) => [Class, `${place}[${index}]`] as const)
  return [...new Set(factsByClass(placed, document).values())]
}

/** Reads classes, each with the place where it came from. Those that are the same have the same facts. */
export function factsByClass(
  placed: Iterable<readonly [Class: unknown, place: string]>,
  document: WireDocument,
): ReadonlyMap<unknown, ClassFacts> {
  const byClass = new Map<unknown, ClassFacts>()
  const known: ClassFacts[] = []
  for (const [Class, place] of placed) {
    if (byClass.has(Class)) continue
    const facts = readClass(Class, place, document)
    const same = known.find((other) => isSame(other, facts))
    byClass.set(Class, same ?? facts)
    if (same !== undefined) continue
    needDistinct(facts, known, place)
    known.push(facts)
  }
  return byClass
}

function readClass(Class: unknown, place: string, document: WireDocument): ClassFacts {
  const problemClass = needProblemClass(Class, place)
  const definition = definitionOf(Class)
  const name = definition?.name ?? classNameOf(problemClass)
  need(NAME.test(name), place, 'a class with a name of ASCII letters, digits, _ and -', name)
  const { status } = problemClass
  // HttpProblem itself.
  if (status === undefined)
    return { Class: problemClass, name, type: '', uris: [], title: 'A problem', status, definition, added: [] }
  const sent = (type: string): ProblemDocument => document({ type, title: problemClass.title, status })
  const { type, title } = sent(problemClass.type)
  // RFC 9457 4.2.1: about:blank means the status, so each status has its own.
  const uri = type === ABOUT_BLANK ? `${type} ${status}` : type
  const uris = [uri, ...(definition?.aliases ?? []).map((alias) => sent(alias).type)]
  return { Class: problemClass, name, type, uris, title: String(title), status, definition, added: [] }
}

// A class and the one it extends for its name share the definition. Another copy of the package has the same plain classes.
function isSame(one: ClassFacts, other: ClassFacts): boolean {
  if (one.definition !== undefined || other.definition !== undefined) return one.definition === other.definition
  return one.Class === other.Class || (one.name === other.name && one.uris[0] === other.uris[0])
}
