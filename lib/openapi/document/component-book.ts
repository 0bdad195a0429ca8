/** Knows which components the document has and which are made, and to whom a name belongs that both have. */
import { own } from '../../../schemas/json.js'
import { mapValues } from '../../../schemas/keywords/keywords.js'
import { equals } from '../../guard/equals.js'
import { isRecord } from '../../guard/read.js'
import { componentsOf } from '../components.js'
import { exampleNames } from '../examples.js'
import type { MediaTypeObject, ResponseObject } from '../objects.js'
import type { ClassFacts } from '../problem-class.js'
import { operationResponse, problemResponse } from '../response.js'
import type { WireDocument } from '../wire-document.js'
import type { Refusal } from './accepts.js'
import { contradictions } from './compare.js'
import { isGenerated, marked } from './mark.js'
import type { ComponentName } from './mentions.js'
import { type OpenDocument, wrongDocument } from './read-document.js'
import { follow, refOf } from './references.js'

/** What is known of components. */
export interface ComponentBook {
  /** Gives what stands in the document under a name. */
  readonly existing: (component: ComponentName) => unknown
  /** Gives what is made under a name, with the mark; `undefined` where nothing is, or where a person has the name. */
  readonly made: (component: ComponentName) => object | undefined
  /** Gives what an operation has for classes of one status. */
  readonly response: (classes: readonly ClassFacts[]) => object
}

/** Makes the components of all classes. */
export function componentBook(
  document: OpenDocument,
  all: readonly ClassFacts[],
  wire: WireDocument,
  refusal: Refusal,
): ComponentBook {
  const components = componentsOf(all, document.version, wire)
  const byName = new Map(all.map((facts) => [facts.name, facts]))
  const names = (kind: string, name: string): readonly string[] => ['components', kind, name]

  function existing({ kind, name }: ComponentName): unknown {
    const group = own(own(document.root, 'components') ?? {}, kind as never)
    return isRecord(group) ? own(group, name) : undefined
  }

  // What a person wrote and what would be made is the same: it stays the person's.
  function isTaken(component: ComponentName): boolean {
    const there = existing(component)
    return there !== undefined && !isGenerated(there)
  }

  function made(component: ComponentName): object | undefined {
    const content = own(components[component.kind], component.name)
    if (content === undefined) return undefined
    if (!isTaken(component)) return marked(component.kind === 'responses' ? withExamples(content as ResponseObject) : content)
    if (component.kind === 'schemas') needFitting(component, content)
    return undefined
  }

  // Documents of the problem are described by a schema of this name; one that means something else would describe them wrongly.
  function needFitting(component: ComponentName, content: object): void {
    const there = existing(component)
    if (equals(there, content)) return
    const place = names(component.kind, component.name)
    const facts = byName.get(component.name)
    const isKnown = facts !== undefined && exampleNames(facts).length > 0
    const why = isKnown ? refusal({ value: there, names: place }, facts) : 'it differs, and no example says whether it fits'
    if (why === undefined) return
    const expected = `the schema of ${component.name}, to which the responses refer; rename this one or the class`
    throw wrongDocument(place, expected, `another one: ${why}`)
  }

  // A name that belongs to something else cannot be referred to, so the example stands in its place.
  function withExamples(response: ResponseObject): ResponseObject {
    const content = mapValues(response.content, (mediaType): MediaTypeObject => {
      const examples = own(mediaType, 'examples')
      return examples === undefined ? mediaType : { ...mediaType, examples: mapExamples(examples) }
    })
    return { ...response, content }
  }

  function mapExamples(examples: NonNullable<MediaTypeObject['examples']>): NonNullable<MediaTypeObject['examples']> {
    return Object.fromEntries(
      Object.entries(examples).map(([name, reference]) => {
        const there = existing({ kind: 'examples', name })
        const example = own(components.examples, name)
        const isOther = example !== undefined && isTaken({ kind: 'examples', name }) && !equals(there, example)
        return [name, isOther ? (example as never) : reference]
      }),
    )
  }

  // A response of this name that a person wrote is used where it fits; else the operation has one of its own.
  function isUsable(facts: ClassFacts): boolean {
    const component = { kind: 'responses', name: facts.name } as const
    if (!isTaken(component)) return true
    const place = follow(document, { value: existing(component), names: names('responses', facts.name) })
    return place !== undefined && contradictions(document, place, [facts], refusal).length === 0
  }

  return {
    existing,
    made,
    response: (classes) => {
      const response = operationResponse(classes)
      if (refOf(response) !== undefined && classes.every(isUsable)) return response
      return marked(withExamples(problemResponse(classes)))
    },
  }
}
