/** Lists the operations of a document, those of `paths` alone: nobody routes a webhook. */
import { own } from '../../../schemas/json.js'
import { nameValue } from '../../guard/name.js'
import { isRecord } from '../../guard/read.js'
import type { DocumentOperation } from './changes.js'
import { segmentsOf } from './path-tree.js'
import { type JsonRecord, type OpenDocument, recordIn, wrongDocument } from './read-document.js'
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

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

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
function itemsAt(document: OpenDocument, place: Place): readonly Place[] {
  if (!isRecord(place.value)) throw wrongDocument(place.names, AN_ITEM, nameValue(place.value))
  const end = follow(document, place)
  if (end === undefined) {
    const expected = 'a path item in the document; bundle a document of several files first, with `redocly bundle` for example'
    throw wrongDocument([...place.names, '$ref'], expected, 'a reference to another file')
  }
  if (!isRecord(end.value)) throw wrongDocument(end.names, AN_ITEM, nameValue(end.value))
  return end.value === place.value ? [place] : [place, end]
}

function operationsIn(document: OpenDocument, path: string, { value, names }: Place): readonly Operation[] {
  const item = value as JsonRecord
  const bare = segmentsOf(path)
  return methodsOf(document, item).flatMap(([method, way]) => {
    const holder = way.length === 1 ? item : (own(item, way[0] as string) as JsonRecord)
    const operation = recordIn(holder, way.at(-1) as string, [...names, ...way.slice(0, -1)], 'an operation')
    if (operation === undefined) return []
    const servers = [operation, item, document.root].map((place) => own(place, 'servers')).find((one) => one !== undefined)
    const routes = basePaths(servers).map((base) => [...segmentsOf(base), ...bare])
    return [{ method, path, names: [...names, ...way], value: operation, routes, bare }]
  })
}

// OpenAPI 3.2 4.9: `query`, and whatever other method there is, written as a request has it.
function methodsOf({ version }: OpenDocument, item: JsonRecord): readonly (readonly [method: string, way: readonly string[]])[] {
  const fixed = version === '3.2' ? [...METHODS, 'query'] : METHODS
  const additional = version === '3.2' ? own(item, 'additionalOperations') : undefined
  return [
    ...Object.keys(item)
      .filter((name) => (fixed as readonly string[]).includes(name))
      .map((name) => [name.toUpperCase(), [name]] as const),
    ...(isRecord(additional) ? Object.keys(additional) : []).map((name) => [name, ['additionalOperations', name]] as const),
  ]
}
