/** Makes the Response Object of one class, or of several with the same status. It is the same in every version. */
import { jsonRepresentation } from '../respond/representations/json.js'
import { exampleNames } from './examples.js'
import { sharedHeaders } from './header-fields.js'
import { type MediaTypeObject, type ReferenceObject, type ResponseObject, referTo, type SchemaObject } from './objects.js'
import type { ClassFacts } from './problem-class.js'

/** Gives the key of a status among the responses of an operation. */
export function statusKey(status: number | undefined): string {
  return String(status ?? 'default')
}

/** Makes what an operation has for classes of one status: a reference to the component of an only one. */
export function operationResponse(classes: readonly ClassFacts[]): ReferenceObject | ResponseObject {
  const [first, ...others] = classes
  return first !== undefined && others.length === 0 ? referTo('responses', first.name) : problemResponse(classes)
}

/** Makes the response that one of the classes answers with. */
export function problemResponse(classes: readonly ClassFacts[]): ResponseObject {
  const headers = sharedHeaders(classes)
  const examples = classes.flatMap(exampleNames)
  const content: MediaTypeObject = {
    schema: schemaOf(classes),
    ...(examples.length > 0 && { examples: Object.fromEntries(examples.map((name) => [name, referTo('examples', name)])) }),
  }
  return {
    description: describe(classes),
    ...(Object.keys(headers).length > 0 && { headers }),
    content: { [jsonRepresentation.mediaType]: content },
  }
}

function schemaOf(classes: readonly ClassFacts[]): MediaTypeObject['schema'] {
  const [first, ...others] = classes.map(({ name }) => referTo('schemas', name))
  if (first !== undefined && others.length === 0) return first
  const mapping = Object.fromEntries(classes.map(({ name, type }) => [type, referTo('schemas', name).$ref]))
  // CONFORMANCE O9: each schema has its own constant `type`, so exactly one of them fits.
  return { oneOf: [first, ...others], discriminator: { propertyName: 'type', mapping } } as SchemaObject
}

function describe(classes: readonly ClassFacts[]): string {
  const [first, ...others] = classes
  if (first !== undefined && others.length === 0) return first.definition?.description ?? first.title
  return `One of: ${classes.map(({ title }) => title).join('; ')}`
}
