/** Makes the Components Object of problem classes. */

import type { ProblemClass } from '../define/problem-class.js'
import { read } from '../guard/read.js'
import { misuse, wrongArgument, wrongOption } from '../guard/refuse.js'
import { problemExamples } from './examples.js'
import { fieldsOf } from './header-fields.js'
import { freshCopy, type ProblemComponents } from './objects.js'
import { type ClassFacts, readClasses } from './problem-class.js'
import { problemResponse } from './response.js'
import { problemSchemas } from './schema/problem-schema.js'
import { isOpenApiVersion, type OpenApiVersion, versionsInWords } from './versions.js'
import { type SentOptions, type WireDocument, wireDocument } from './wire-document.js'

/** Options of `problemComponents`. */
export interface ComponentsOptions extends SentOptions {
  /** The version of OpenAPI that the document has. */
  readonly version: OpenApiVersion
}

const optionNames: { readonly [Name in keyof Required<ComponentsOptions>]: true } = { version: true, baseUri: true }

/**
 * Makes the components of problem classes for an OpenAPI document: schemas, responses, header fields and examples.
 *
 * A class has the same schema and the same name in every document. `problemResponses` refers to these components.
 *
 * @throws TypeError with the code `ERR_PROBLEM_ARGUMENT` for what is no problem class, `ERR_PROBLEM_DEFINITION` for two classes with one name or
 * type URI, `ERR_PROBLEM_OPTION` for an option that does not exist, `ERR_PROBLEM_SCHEMA` for members that a document cannot hold
 * @example
 * const components = problemComponents([Conflict], { version: '3.1' })
 * console.log(components.schemas['Conflict']?.required) // [ 'type', 'title', 'status' ]
 */
export function problemComponents(classes: readonly ProblemClass[], options: ComponentsOptions): ProblemComponents {
  const document = wireDocument(options, optionNames)
  const version = read(options, 'version')
  if (!isOpenApiVersion(version)) throw wrongOption('options.version', versionsInWords, version)
  if (!Array.isArray(classes)) throw wrongArgument('classes', 'a list of problem classes', classes)
  return componentsOf(readClasses(classes, 'classes', document), version, document)
}

/** Makes the components of classes that were read. */
export function componentsOf(all: readonly ClassFacts[], version: OpenApiVersion, document: WireDocument): ProblemComponents {
  return freshCopy({
    schemas: Object.fromEntries(all.flatMap((facts) => Object.entries(publishedSchemas(facts, version)))),
    responses: Object.fromEntries(all.map((facts) => [facts.name, problemResponse([facts])])),
    headers: Object.fromEntries(all.flatMap(fieldsOf).map(({ component, header }) => [component, header])),
    examples: Object.fromEntries(all.flatMap((facts) => Object.entries(problemExamples(facts, document)))),
  })
}

// What a schema is made of is looked at by whoever compiles it; here it may be anything.
function publishedSchemas(facts: ClassFacts, version: OpenApiVersion): ReturnType<typeof problemSchemas> {
  try {
    return problemSchemas(facts, version)
  } catch (error) {
    if (read(error, 'code') !== undefined) throw error
    const expected = 'a JSON Schema (2020-12) whose keywords have values of their kind'
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `${facts.name}.members`, expected, got: 'one that cannot be read' })
  }
}
