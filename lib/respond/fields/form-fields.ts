/** Reads the header fields that a form brings: those of its code, or of one answer. */
import { type FieldValue, fieldValue, isToken } from '../../problem/fields/field-value.js'
import { givenFields } from '../../problem/fields/given-fields.js'
import { isFraming } from '../../problem/headers.js'
import { ourFields } from './abandoned.js'

/** Fields of a form, and the name of one that cannot be sent, or that is not the form's to say. */
export interface FormFields {
  readonly fields: readonly (readonly [name: string, value: FieldValue])[]
  readonly wrong: string | undefined
}

/** How long the value of a field may be: many clients and proxies refuse a header section of more than 8 or 16 KiB, and then nobody sees the error. */
export const LONGEST_FIELD = 4096

const OF_HANDLER: ReadonlySet<string> = new Set([...ourFields, 'content-language'])

/** Reads the fields. */
export function readFields(headers: unknown): FormFields {
  const given = givenFields(headers)
  if (given === undefined) return { fields: [], wrong: 'headers' }
  const fields: [string, FieldValue][] = []
  let wrong: string | undefined
  for (const [key, sent] of given) {
    const name = String(key)
    const value = fieldValue(sent)
    const isFit = isToken(name) && !OF_HANDLER.has(name.toLowerCase()) && !isFraming(name)
    if (isFit && value !== undefined && String(value).length <= LONGEST_FIELD) fields.push([name, value])
    else wrong ??= name
  }
  return { fields, wrong }
}
