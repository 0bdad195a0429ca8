/** The objects of an OpenAPI document that are made here; every version has them. Without `readonly`, so that they fit the types of other libraries. */
import { jsonText } from '../../schemas/json-text.js'

/** A Reference Object. */
export interface ReferenceObject {
  $ref: string
}

/** A Schema Object; the keywords that are the same in every version. */
export interface SchemaObject {
  description?: string
  deprecated?: boolean
  properties?: { [name: string]: SchemaObject }
  required?: string[]
}

/** A Header Object. */
export interface HeaderObject {
  description: string
  required?: boolean
  schema: { type: 'string' }
  example?: string
}

/** An Example Object. */
export interface ExampleObject {
  summary: string
  value: object
}

/** A Media Type Object. */
export interface MediaTypeObject {
  schema: ReferenceObject | SchemaObject
  examples?: { [name: string]: ReferenceObject }
}

/** A Response Object. */
export interface ResponseObject {
  description: string
  headers?: { [field: string]: ReferenceObject | HeaderObject }
  content: { [mediaType: string]: MediaTypeObject }
}

/** A Components Object with the components of problems. */
export interface ProblemComponents {
  schemas: { [name: string]: SchemaObject }
  responses: { [name: string]: ResponseObject }
  headers: { [name: string]: HeaderObject }
  examples: { [name: string]: ExampleObject }
}

/** A Responses Object with the problems of an operation. */
export interface ProblemResponses {
  [status: string]: ReferenceObject | ResponseObject
}

/** Makes a reference to a component. */
export function referTo(kind: keyof ProblemComponents, name: string): ReferenceObject {
  return { $ref: `#/components/${kind}/${name}` }
}

/** Copies what was made, so that nothing in it is shared: writers of YAML would make anchors of it, and a caller may change it. */
export function freshCopy<Made extends object>(made: Made): Made {
  return JSON.parse(jsonText(made)) as Made
}
