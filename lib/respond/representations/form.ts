/** A form as a handler uses it: checked, and with everything prepared that does not depend on a problem. */
import type { FieldValue } from '../../problem/fields/field-value.js'
import { jsonRepresentation } from './json.js'
import type { Representation } from './representation.js'

/** A prepared form. */
export interface Form {
  /** The value of Content-Type. */
  readonly mediaType: string
  /** The media type without parameters, in lower case. */
  readonly essence: string
  readonly alsoFor: readonly string[]
  /** The fields that every answer in this form carries. */
  readonly fields: readonly (readonly [name: string, value: FieldValue])[]
  readonly encode: Representation['encode']
}

/** JSON, the form that is always at hand. */
export const jsonForm: Form = {
  mediaType: jsonRepresentation.mediaType,
  essence: jsonRepresentation.mediaType,
  alsoFor: jsonRepresentation.alsoFor,
  fields: [],
  encode: jsonRepresentation.encode,
}
