/** The kinds of values that the keywords of JSON Schema have, and which of them say something about the value that is checked. */
import { isSchemaRecord } from './keywords.js'

type IsOfKind = (value: unknown) => boolean

const isText: IsOfKind = (value) => typeof value === 'string'
// JSON Schema 2020-12 core, 8.2.1 and 8.2.2.
const isUri: IsOfKind = (value) => isText(value) && !String(value).includes('#')
const isAnchor: IsOfKind = (value) => isText(value) && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(String(value))
const isFlag: IsOfKind = (value) => typeof value === 'boolean'
const isNumber: IsOfKind = (value) => typeof value === 'number'
const isCount: IsOfKind = (value) => Number.isInteger(value) && Number(value) >= 0
const isList: IsOfKind = (value) => Array.isArray(value)
const isNames: IsOfKind = (value) => Array.isArray(value) && value.every(isText) && new Set(value).size === value.length
const isSchema: IsOfKind = (value) => isFlag(value) || isSchemaRecord(value)
const isFilled: IsOfKind = (value) => Array.isArray(value) && value.length > 0
const areSchemas: IsOfKind = (value) => isFilled(value) && (value as unknown[]).every(isSchema)
const isMapOf =
  (isOfKind: IsOfKind): IsOfKind =>
  (value) =>
    isSchemaRecord(value) && Object.values(value).every(isOfKind)

const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']
const isType: IsOfKind = (value) => TYPES.includes(value as string)

const named = (names: string, isOfKind: IsOfKind): Readonly<Record<string, IsOfKind>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, isOfKind]))

const ASSERTIONS: Readonly<Record<string, IsOfKind>> = {
  ...named('$dynamicRef $ref pattern', isText),
  ...named('$anchor $dynamicAnchor', isAnchor),
  $id: isUri,
  ...named('exclusiveMaximum exclusiveMinimum maximum minimum', isNumber),
  ...named('maxContains maxItems maxLength maxProperties minContains minItems minLength minProperties', isCount),
  const: () => true,
  dependentRequired: isMapOf(isNames),
  enum: isFilled,
  multipleOf: (value) => isNumber(value) && Number(value) > 0,
  required: isNames,
  type: (value) => isType(value) || (isFilled(value) && isNames(value) && (value as unknown[]).every(isType)),
  uniqueItems: isFlag,
}

const APPLICATORS: Readonly<Record<string, IsOfKind>> = {
  ...named('allOf anyOf oneOf prefixItems', areSchemas),
  ...named('$defs definitions dependentSchemas patternProperties properties', isMapOf(isSchema)),
  ...named('if then else not items contains additionalProperties propertyNames', isSchema),
  ...named('unevaluatedItems unevaluatedProperties', isSchema),
}

const ANNOTATIONS: Readonly<Record<string, IsOfKind>> = {
  ...named('$comment contentEncoding contentMediaType description format title', isText),
  ...named('deprecated nullable readOnly writeOnly', isFlag),
  contentSchema: isSchema,
  discriminator: isSchemaRecord,
  examples: isList,
}

const KINDS: ReadonlyMap<string, IsOfKind> = new Map(
  [ASSERTIONS, APPLICATORS, ANNOTATIONS].flatMap((kinds) => Object.entries(kinds)),
)

/** Tells whether a keyword may have a value. One that JSON Schema does not have may have any. */
export function mayBe(keyword: string, value: unknown): boolean {
  return KINDS.get(keyword)?.(value) ?? true
}

/** Tells whether a keyword says something by itself. */
export function isAssertion(keyword: string): boolean {
  return Object.hasOwn(ASSERTIONS, keyword)
}

/** Tells whether a keyword applies schemas, or keeps them. */
export function isApplicator(keyword: string): boolean {
  return Object.hasOwn(APPLICATORS, keyword)
}
