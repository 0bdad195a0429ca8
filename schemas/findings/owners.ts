/** Finds the schema that has made a finding of ajv, and tells which findings it may have led to. */

import { isJsonObject, own, pointerNames, valueAt } from '../json.js'
import { jsonText } from '../json-text.js'
import type { AjvError } from './finding.js'
import { ELSEWHERE, type Node, type Nodes } from './nodes.js'

/** The schema of a value and the value, where they are at hand. */
export interface Checked {
  readonly nodes: Nodes
  readonly schema: unknown
  readonly value: unknown
}

/** A schema that has a keyword. */
export type Owner = Readonly<Record<string, unknown>>

/** Lists the schemas for the place of a finding that have its keyword. */
export function ownersOf({ keyword, instancePath }: AjvError, { nodes, schema }: Checked): readonly Owner[] {
  return nodes
    .at(schema, pointerNames(instancePath), true)
    .filter((node): node is Owner => isJsonObject(node) && Object.hasOwn(node, keyword))
}

/** Tells of other findings whether a keyword with schemas of its own may have led to them. */
export function insideOwner(of: AjvError, owner: Owner, { nodes, schema }: Checked): (error: AjvError) => boolean {
  const { keyword, instancePath, schemaPath } = of
  const inner = [owner[keyword]].flat()
  const depth = pointerNames(instancePath).length
  // A name is judged at the place of its object, an item of a list below it.
  const innerDepth = keyword === 'contains' ? depth + 1 : depth
  // The path of a schema that is compiled on its own begins anew, and so may lead to another one.
  const isPath = valueAt(schema, schemaPath.slice(1)) === owner[keyword]
  return (error) =>
    (isPath && error.schemaPath.startsWith(`${schemaPath}/`)) || inner.some((node) => isExplained(error, node, innerDepth, nodes))
}

// The parameter of ajv's finding that repeats what the schema says.
const PARAMS: Readonly<Record<string, string>> = {
  type: 'type',
  const: 'allowedValue',
  enum: 'allowedValues',
  format: 'format',
  pattern: 'pattern',
  multipleOf: 'multipleOf',
  ...Object.fromEntries(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minimum', 'maximum'].map((name) => [
      name,
      'limit',
    ]),
  ),
}

/** Tells whether a schema, which judges the value at `depth`, may have made a finding. */
export function isExplained({ keyword, instancePath, params }: AjvError, schema: Node, depth: number, nodes: Nodes): boolean {
  return nodes.at(schema, pointerNames(instancePath).slice(depth)).some((node) => {
    if (node === ELSEWHERE) return true
    if (!isJsonObject(node)) return node === false && keyword === 'false schema'
    if (!Object.hasOwn(node, keyword)) return false
    const said = node[keyword]
    if (keyword === 'required') return Array.isArray(said) && said.includes(own(params, 'missingProperty'))
    const param = own(PARAMS, keyword)
    return param === undefined || jsonText(said) === jsonText(own(params, param))
  })
}
