/** What the keywords of JSON Schema mean that a validator blames, those of ajv, its companions and TypeBox included. */
import { allAs, codeIn, type ValidationCode } from './fault-codes.js'

const KEYWORDS: Readonly<Record<string, ValidationCode>> = {
  ...allAs('required', 'required dependentRequired dependencies dependentSchemas'),
  ...allAs('type', 'type typeof instanceof nullable'),
  ...allAs('minimum', 'minimum exclusiveMinimum formatMinimum formatExclusiveMinimum'),
  ...allAs('maximum', 'maximum exclusiveMaximum formatMaximum formatExclusiveMaximum'),
  ...allAs('unknown-member', 'additionalProperties unevaluatedProperties boolean readOnly prohibited'),
  // Keywords that blame the rest of a list of fixed length, which is `false`.
  ...allAs('maxItems', 'maxItems additionalItems unevaluatedItems items prefixItems'),
  ...allAs('contains', 'contains minContains maxContains'),
  ...allAs('uniqueItems', 'uniqueItems uniqueItemProperties'),
  ...allAs('pattern', 'pattern regexp'),
  ...allAs('enum', 'enum discriminator'),
  ...allAs('union', 'anyOf oneOf anyRequired oneRequired'),
  'false schema': 'unknown-member',
  propertyNames: 'name',
  format: 'format',
  const: 'const',
  not: 'not',
  multipleOf: 'multipleOf',
  minLength: 'minLength',
  maxLength: 'maxLength',
  minItems: 'minItems',
  minProperties: 'minProperties',
  maxProperties: 'maxProperties',
}

/** Gives the word for a keyword; `invalid` for one of the app's own. */
export function codeOfKeyword(keyword: unknown): ValidationCode {
  return codeIn(KEYWORDS, keyword)
}
