/** Judges documents by published schemas, with ajv. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { SchemaObject } from '../../lib/openapi/objects.js'

/** Tells whether a value fits. */
export type Fits = (value: unknown) => boolean

/** Compiles a schema of JSON Schema 2020-12. */
export function compile(schema: AnySchema, strict = false): Fits {
  const ajv = new Ajv2020({ strict, logger: false })
  // The types of the package name a default export that the module does not have.
  ;(addFormats as unknown as (target: Ajv2020) => void)(ajv)
  ajv.addKeyword('components')
  const validate = ajv.compile(schema)
  return (value) => validate(value) === true
}

/** Compiles a component of OpenAPI 3.1 or 3.2, which are JSON Schema 2020-12. */
export function compileComponent(schemas: Readonly<Record<string, SchemaObject>>, name: string, strict = false): Fits {
  return compile({ $ref: `#/components/schemas/${name}`, components: { schemas } }, strict)
}

/** Compiles a component of OpenAPI 3.0, translated word by word by what its specification says. */
export function compileComponent30(schemas: Readonly<Record<string, SchemaObject>>, name: string): Fits {
  return compileComponent(Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, from30(schema)])), name)
}

function from30(schema: unknown): SchemaObject {
  if (typeof schema !== 'object' || schema === null) return schema as SchemaObject
  const { $ref, nullable, type, exclusiveMinimum, exclusiveMaximum, ...rest } = schema as Record<string, unknown>
  // Reference Object: "any sibling elements of a $ref are ignored".
  if ($ref !== undefined) return { $ref } as SchemaObject
  const translated: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([keyword, value]) => [keyword, translate(keyword, value)]),
  )
  // 3.0.3: nullable adds null to the type that stands beside it.
  if (type !== undefined) translated['type'] = nullable === true ? [type, 'null'] : type
  if (exclusiveMinimum === true) {
    translated['exclusiveMinimum'] = rest['minimum']
    delete translated['minimum']
  }
  if (exclusiveMaximum === true) {
    translated['exclusiveMaximum'] = rest['maximum']
    delete translated['maximum']
  }
  return translated
}

function translate(keyword: string, value: unknown): unknown {
  if (['items', 'not', 'additionalProperties'].includes(keyword)) return from30(value)
  if (['allOf', 'anyOf', 'oneOf'].includes(keyword)) return (value as unknown[]).map(from30)
  if (keyword !== 'properties') return value
  return Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, from30(schema)]))
}

const KEYWORDS_30 = new Set(
  (
    'title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties ' +
    'minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description format default nullable ' +
    'discriminator readOnly writeOnly xml externalDocs example deprecated'
  ).split(' '),
)

/** Lists what in a schema OpenAPI 3.0 does not have (CONFORMANCE O10). */
export function foreignTo30(schema: unknown, path = '#'): string[] {
  if (typeof schema !== 'object' || schema === null) return [`${path} is ${JSON.stringify(schema)}`]
  const { $ref, ...rest } = schema as Record<string, unknown>
  if ($ref !== undefined) return Object.keys(rest).map((keyword) => `${path}/${keyword} beside $ref`)
  const faults = Object.keys(rest)
    .filter((keyword) => !KEYWORDS_30.has(keyword))
    .map((keyword) => `${path}/${keyword}`)
  const { type, items, required, exclusiveMinimum, exclusiveMaximum, nullable } = rest
  if (type !== undefined && !['array', 'boolean', 'integer', 'number', 'object', 'string'].includes(type as string))
    faults.push(`${path}/type is ${JSON.stringify(type)}`)
  if (type === 'array' && items === undefined) faults.push(`${path} has no items`)
  if (nullable !== undefined && (nullable !== true || type === undefined)) faults.push(`${path}/nullable`)
  if (Array.isArray(required) && required.length === 0) faults.push(`${path}/required is empty`)
  for (const flag of [exclusiveMinimum, exclusiveMaximum])
    if (flag !== undefined && flag !== true) faults.push(`${path} has a number`)
  return [...faults, ...Object.entries(rest).flatMap(([keyword, value]) => foreignInside(keyword, value, `${path}/${keyword}`))]
}

function foreignInside(keyword: string, value: unknown, path: string): string[] {
  if (keyword === 'additionalProperties' && typeof value === 'boolean') return []
  if (['items', 'not', 'additionalProperties'].includes(keyword)) return foreignTo30(value, path)
  if (!['allOf', 'anyOf', 'oneOf', 'properties'].includes(keyword)) return []
  return Object.entries(value as object).flatMap(([key, schema]) => foreignTo30(schema, `${path}/${key}`))
}
