/** The header fields of a declared type, whether its declaration names them in `headers`, `retry` or `cacheControl`. */

import { bareCopy, setOwn } from '../guard/bare.js'
import { shortName } from '../guard/name.js'
import { isPropertyBag, read } from '../guard/read.js'
import { isText, need } from '../guard/refuse.js'
import { type FieldValue, fieldValue, isToken } from '../problem/fields/field-value.js'
import { bodyFields, isFraming } from '../problem/headers.js'
import { errorFacts } from '../status/codes.js'
import { type DocumentedField, deepFreeze, type ProblemDefinition, type RetryAdvice } from './definition.js'

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

/** Gives the fields that the declaration names, each with a value that can be sent, or with a description. */
export function prepareHeaders(given: unknown, place: string): ProblemDefinition['headers'] {
  need(given === undefined || isPropertyBag(given), place, 'an object of header fields', given)
  const headers: Record<string, FieldValue | DocumentedField> = {}
  for (const [name, value] of Object.entries((given ?? {}) as object) as [string, unknown][]) {
    need(isToken(name) && name !== '__proto__', place, 'names that are tokens (RFC 9110 5.6.2)', name)
    const at = `${place}.${shortName(name)}`
    const isOurs = isFraming(name) || bodyFields.includes(name.toLowerCase())
    need(!isOurs, at, 'no field that frames the message or describes its body', name)
    need(namesOf(headers, name).length === 0, at, 'each field once, in one case', name)
    const sent = fieldValue(value)
    const { description } = bareCopy(isPropertyBag(value) ? value : {}) as { readonly description?: unknown }
    need(sent !== undefined || isText(description), at, 'a value that can be sent, or { description }', value)
    setOwn(headers, name, sent ?? { description: description as string })
  }
  return deepFreeze(headers)
}

/** Refuses a value for a field that another part of the declaration gives. With a description only, the field is documented. */
export function needUnset(headers: ProblemDefinition['headers'], field: string, place: string, other: string): void {
  const [name] = namesOf(headers, field).filter((candidate) => fieldValue(headers[candidate]) !== undefined)
  need(name === undefined, place, `no value for ${field}, which ${other} gives`, name)
}

/** Gives the Cache-Control; one that cannot be sent, or that would have no effect, is refused. */
export function prepareCacheControl(given: unknown, status: number, place: string): string | undefined {
  if (given === undefined) return undefined
  need(isText(given) && fieldValue(given) !== undefined, place, 'a field value', given)
  const hasEffect = given === 'no-store' || errorFacts[status]?.cacheable !== 'must-not-store'
  need(hasEffect, place, `no-store or none for ${status}, which caches must not store`, given)
  return given as string
}

function namesOf(headers: object, field: string): readonly string[] {
  return Object.keys(headers).filter((name) => name.toLowerCase() === field.toLowerCase())
}
