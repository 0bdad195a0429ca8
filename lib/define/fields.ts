/** The header fields of a declared type, wherever its declaration says them: `headers`, `retry` or `cacheControl`. */

import { read } from '../guard/read.js'
import { type FieldValue, fieldValue } from '../problem/fields/field-value.js'
import type { DocumentedField, ProblemDefinition, RetryAdvice } from './definition.js'

type FieldsOf = Pick<ProblemDefinition, 'headers' | 'retry' | 'cacheControl'>

/** Lists the fields of a type, each with its value, or with a description where an occurrence gives the value. */
export function declaredFields({
  headers,
  retry,
  cacheControl,
}: FieldsOf): readonly (readonly [name: string, field: FieldValue | DocumentedField])[] {
  const afterSeconds = read(retry, 'afterSeconds') as RetryAdvice['afterSeconds']
  return [
    ...(afterSeconds === undefined ? [] : [['Retry-After', String(afterSeconds)] as const]),
    ...(cacheControl === undefined ? [] : [['Cache-Control', cacheControl] as const]),
    ...Object.entries(headers),
  ]
}

/** Gives the fields that every occurrence of a type carries, with their values. */
export function constantFields(definition: FieldsOf): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(declaredFields(definition).filter(isConstant))
}

function isConstant(
  field: readonly [name: string, field: FieldValue | DocumentedField],
): field is readonly [name: string, value: FieldValue] {
  return fieldValue(field[1]) !== undefined
}
