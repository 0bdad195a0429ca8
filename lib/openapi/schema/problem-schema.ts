/** Makes the schemas of a problem class: a flat one for its documents, and those that its members refer to. */
import { type Converted, combine } from '../../../schemas/conversion.js'
import { mapValues, type Schema, type SchemaRecord } from '../../../schemas/keywords/keywords.js'
import { problemSchema } from '../../../schemas/problem.js'
import type { JsonSchema } from '../../define/definition.js'
import { bareCopy } from '../../guard/bare.js'
import type { SchemaObject } from '../objects.js'
import type { ClassFacts } from '../problem-class.js'
import { type OpenApiVersion, openApiVersions } from '../versions.js'
import { nameTypes } from './dialects.js'
import { downgradeAll } from './downgrade.js'
import { openSchema } from './open.js'
import { collectReferences, type References } from './references.js'

const { type: anyType, title: anyTitle, detail, instance } = problemSchema.properties

/** Makes the schema components of a class; the first has its name. */
export function problemSchemas(facts: ClassFacts, version: OpenApiVersion): Record<string, SchemaObject> {
  const { name, definition } = facts
  const own = definition?.members === undefined ? [] : [openRoot(definition.members, name, version)]
  const added = facts.added.map((root, index) =>
    openRoot(root, index + own.length === 0 ? name : `${name}.added${index + 1}`, version),
  )
  const {
    properties,
    required,
    allOf,
    type: _,
    title: __,
    description: ___,
    ...rest
  } = bareCopy(combine([...own.map(({ opened }) => opened), ...alternatives(added)]).schema) as SchemaRecord & {
    properties?: SchemaRecord
    required?: readonly string[]
  }
  const flat = {
    type: 'object',
    // Swagger UI numbers the branches of a `oneOf` that have none.
    title: name,
    description: definition?.description ?? facts.title,
    ...(definition?.deprecated === true && { deprecated: true }),
    properties: { ...standardProperties(facts), ...properties },
    // A handler writes these three always.
    required: ['type', 'title', 'status', ...(required ?? [])],
    ...rest,
    ...(allOf !== undefined && { allOf }),
  }
  const others = [...own, ...added].flatMap(({ references }) => Object.entries(references.components()))
  const schemas: Readonly<Record<string, Schema>> = Object.fromEntries([[name, flat], ...others])
  const { hasJsonSchema } = openApiVersions[version]
  // SchemaObject names what readers of a component look for.
  return (hasJsonSchema ? mapValues(schemas, nameTypes) : downgradeAll(schemas)) as Record<string, SchemaObject>
}

/** A members schema that was opened, and the references in it. */
interface Opened {
  readonly references: References
  readonly opened: Converted
}

function openRoot(root: JsonSchema, owner: string, version: OpenApiVersion): Opened {
  const references = collectReferences(owner, root, version)
  return { references, opened: openSchema(root, references) }
}

function alternatives(added: readonly Opened[]): readonly Converted[] {
  const all = added.map(({ opened }) => opened)
  return all.length < 2 ? all : [{ schema: { anyOf: all.map(({ schema }) => schema) }, exact: all.every(({ exact }) => exact) }]
}

function standardProperties({ type, title, status }: ClassFacts): SchemaRecord {
  if (status === undefined) {
    const anyStatus = { ...problemSchema.properties.status, minimum: 400 }
    return { type: anyType, title: anyTitle, status: anyStatus, detail, instance }
  }
  return {
    // CONFORMANCE O9: clients tell problems apart by these two.
    type: { type: 'string', const: type },
    // No constant: RFC 9457 3.1.3 allows translations.
    title: { ...anyTitle, examples: [title] },
    status: { type: 'integer', const: status },
    detail,
    instance,
  }
}
