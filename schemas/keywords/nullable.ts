/** The keyword `nullable` of OpenAPI 3.0, written as JSON Schema has it. */
import { own } from '../json.js'
import { changeInner, type SchemaRecord, withoutKeyword } from './keywords.js'

/**
 * Adds null to the types that stand beside `nullable: true`, and leaves the keyword out, in a schema and all that it holds.
 *
 * The schema that is given stays as it is; one that has the keyword nowhere is given back. OpenAPI 3.0.3 4.7.24.1: the keyword means something
 * beside `type` only. An `enum`, a `const` or an `allOf` beside it goes on to say which values there are.
 */
export function withoutNullable(schema: SchemaRecord): SchemaRecord {
  const changed = changeInner(schema, withoutNullable)
  const nullable = own(changed, 'nullable')
  // A value that is neither true nor false is a mistake, and ajv says so.
  if (typeof nullable !== 'boolean') return changed
  const rest = withoutKeyword(changed, 'nullable')
  const type = own(rest, 'type')
  const types: unknown[] = Array.isArray(type) ? type : [type]
  return !nullable || type === undefined || types.includes('null') ? rest : { ...rest, type: [...types, 'null'] }
}
