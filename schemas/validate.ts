/** Validates documents against the schema of RFC 9457. */
import { CONTEXT } from './check.js'
import { validate } from './generated/problem-validator.js'
import { problemSchema } from './problem.js'

/** One way in which a document breaks the schema. */
export interface SchemaFinding {
  /** The JSON Pointer of the member (RFC 6901). */
  readonly instancePath: string
  /** The keyword that failed. */
  readonly keyword: string
}

/** Lists how a document breaks the schema of RFC 9457; an empty list means that it is valid. */
export function schemaFindings(document: unknown): readonly SchemaFinding[] {
  // ajv leaves its findings on the function whenever it gives false.
  const check = validate as unknown as { (data: unknown, context: object): boolean; readonly errors: readonly SchemaFinding[] }
  return check(withoutRoot(document), CONTEXT) ? [] : check.errors
}

const NAMES = Object.keys(problemSchema.properties)

// In a polluted process every object has a `detail`, and perhaps one that throws when it is read.
function withoutRoot(document: unknown): unknown {
  const isSafe = typeof document !== 'object' || Array.isArray(document) || !NAMES.some((name) => name in Object.prototype)
  return isSafe ? document : Object.assign(Object.create(null), document)
}
