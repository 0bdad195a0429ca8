/** Validates documents against the schema of RFC 9457. */
import { validate } from './generated/problem-validator.js'

/** One way in which a document breaks the schema. */
export interface SchemaFault {
  /** The JSON Pointer of the member (RFC 6901). */
  readonly instancePath: string
  /** The keyword that failed. */
  readonly keyword: string
}

/** Lists how a document breaks the schema of RFC 9457; an empty list means that it is valid. */
export function schemaFaults(document: unknown): readonly SchemaFault[] {
  // ajv leaves the faults on the function whenever it gives false.
  const check = validate as unknown as { (data: unknown): boolean; readonly errors: readonly SchemaFault[] }
  return check(document) ? [] : check.errors
}
