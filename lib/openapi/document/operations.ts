/** Lists the operations of a document, those of `paths` alone: nobody routes a webhook. */
import { own } from '../../../schemas/json.js'
import { isRecord } from '../../guard/read.js'
import { openApiVersions } from '../versions.js'
import type { DocumentOperation } from './changes.js'
import { segmentsOf } from './path-tree.js'
import { type JsonRecord, needRecord, type OpenDocument, recordIn, wrongDocument } from './read-document.js'
import { follow, type Place } from './references.js'
import { basePaths } from './servers.js'

/** An operation, and where its requests come in. */
export interface Operation extends DocumentOperation {
  /** The way to the Operation Object. Paths that share a path item share its operations. */
  readonly names: readonly string[]
  readonly value: JsonRecord
  /** The segments of the path under each server. */
  readonly routes: readonly (readonly string[])[]
  /** The segments of the path as the document writes it: a proxy may take the path of the server off. */
  readonly bare: readonly string[]
}

const AN_ITEM = 'an object with the operations of the path'

/** Lists the operations in the order of the document. */
export function operationsOf(document: OpenDocument): readonly Operation[] {
  const { root } = document
  const paths = recordIn(root, 'paths', [], AN_ITEM) ?? {}
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/'))
    .flatMap(([path, item]) =>
      itemsAt(document, { value: item, names: ['paths', path] }).flatMap((place) => operationsIn(document, path, place)),
    )
}

// OpenAPI 3.0 and 3.1: a path item may refer to another one. What stands beside the reference counts as well, as most tools have it.
function itemsAt(document: OpenDocument, place: Place): readonly Item[] {
  const item = { value: needRecord(place.value, place.names, AN_ITEM), names: place.names }
  const end = follow(document, place)
  if (end === undefined) {
    const expected = 'a path item in the document; bundle a document of several files first, with `redocly bundle` for example'
    throw wrongDocument([...place.names, '$ref'], expected, 'a reference to another file')
  }
  return end.steps === 0 ? [item] : [item, { value: needRecord(end.value, end.names, AN_ITEM), names: end.names }]
}

/** A Path Item Object, and the way to it. */
interface Item {
  readonly value: JsonRecord
  readonly names: readonly string[]
}

function operationsIn(document: OpenDocument, path: string, { value: item, names }: Item): readonly Operation[] {
  const bare = segmentsOf(path)
  return methodsIn(document, item).map(([method, given, way]) => {
    const operation = needRecord(given, [...names, ...way], 'an operation')
    const servers = [operation, item, document.root].map((place) => own(place, 'servers')).find((one) => one !== undefined)
    const routes = basePaths(servers).map((base) => [...segmentsOf(base), ...bare])
    return { method, path, names: [...names, ...way], value: operation, routes, bare }
  })
}

// OpenAPI 3.2 4.9: whatever other method there is, written as a request has it.
function methodsIn(
  { version }: OpenDocument,
  item: JsonRecord,
): readonly (readonly [method: string, operation: unknown, way: readonly string[]])[] {
  const { methods } = openApiVersions[version]
  const additional = version === '3.2' ? own(item, 'additionalOperations') : undefined
  return [
    ...Object.entries(item)
      // The document has them in lower case, and nothing else is one.
      .filter(([name]) => name === name.toLowerCase() && methods.has(name.toUpperCase()))
      .map(([name, operation]) => [name.toUpperCase(), operation, [name]] as const),
    ...Object.entries(isRecord(additional) ? additional : {}).map(
      ([name, operation]) => [name, operation, ['additionalOperations', name]] as const,
    ),
  ]
}
