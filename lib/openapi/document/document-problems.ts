/** Merges the problems of an app's routes into its OpenAPI document. */
import { jsonPointer } from '../../../schemas/json.js'
import { defineOwn } from '../../guard/bare.js'
import type { RouteRecord } from '../../routes/record.js'
import { freshCopy } from '../objects.js'
import type { DocumentChange, DocumentConflict, DocumentedResponse, DocumentOperation, DocumentPlan } from './changes.js'
import { componentKinds } from './mentions.js'
import type { DocumentOptions } from './options.js'
import { planFor } from './plan.js'
import { readDocument } from './read-document.js'

/** A component that was added, replaced or removed. */
export interface ComponentChange {
  readonly action: DocumentChange['action']
  /** Its place in the document, as a JSON Pointer. */
  readonly pointer: string
}

/** What a plan does and leaves to people, without the values. */
export interface ProblemsReport {
  /** The responses that were missing. */
  readonly added: readonly DocumentedResponse[]
  /** The responses that were generated earlier and are generated anew, since the declarations have changed. */
  readonly replaced: readonly DocumentedResponse[]
  /** The responses that were generated earlier and that nobody declares any more. */
  readonly removed: readonly DocumentedResponse[]
  readonly components: readonly ComponentChange[]
  /** The routes that no operation of the document describes. */
  readonly unmatched: readonly DocumentOperation[]
  /** The operations that no route answers. */
  readonly unanswered: readonly DocumentOperation[]
  /** The places where what a person wrote contradicts the declarations. */
  readonly conflicts: readonly DocumentConflict[]
}

/** A document with its problems. */
export interface DocumentedProblems<Document extends object> extends ProblemsReport {
  /** A new document. Nothing in it is shared with the one that was given. */
  readonly document: Document
}

/**
 * Merges the problems that routes may answer into an OpenAPI document of version 3.0, 3.1 or 3.2.
 *
 * What a person wrote stays: only responses that are missing are added, and what contradicts a declaration is a conflict. A `default` or `4XX`
 * names no status, so specific ones are added beside it. What is added has the mark `x-generated-by: http-problems`, and a later run keeps it up
 * to date, or takes it away when nobody declares it any more; without the mark it is yours. A second run changes nothing.
 *
 * Paths match whatever their parameters are called, and under the path of `servers`.
 *
 * @throws TypeError with the code `ERR_PROBLEM_DOCUMENT` for what is no OpenAPI document of these versions, a reference to nothing, or a schema that
 * has the name of a problem class and is something else; `ERR_PROBLEM_ARGUMENT` for what are no records, `ERR_PROBLEM_DEFINITION` for two
 * classes with one name or type URI, `ERR_PROBLEM_OPTION` for an option that does not exist, `ERR_PROBLEM_SCHEMA` for members that a document
 * cannot hold
 * @example
 * const notFound = { class: NotFound, type: NotFound.type, status: 404, source: 'declared', evidence: 'problems()' } as const
 * const records = [{ method: 'GET', path: '/orders/{id}', problems: [notFound] }]
 * const document = { openapi: '3.1.2', info: { title: 'Orders', version: '1' }, paths: { '/orders/{orderId}': { get: {} } } }
 * const { added } = documentProblems(document, records)
 * console.log(added[0]?.path, added[0]?.status) // /orders/{orderId} 404
 */
export function documentProblems<Document extends object>(
  document: Document,
  records: readonly RouteRecord[],
  options: DocumentOptions = {},
): DocumentedProblems<Document> {
  const open = readDocument(document)
  const plan = planFor(open, records, options)
  for (const change of plan.changes) carryOut(change, open.root)
  // The copy has the kinds of values that the document has, and responses and components beside them.
  return { document: open.root as Document, ...reportOf(plan) }
}

/** Says what a plan does and leaves to people. */
export function reportOf({ changes, conflicts, unmatched, unanswered }: DocumentPlan): ProblemsReport {
  const responses = (action: DocumentChange['action']): readonly DocumentedResponse[] =>
    changes.filter((change) => change.action === action).flatMap((change) => change.responses)
  const components = changes.flatMap(componentsIn)
  return {
    added: responses('add'),
    replaced: responses('replace'),
    removed: responses('remove'),
    components,
    unmatched,
    unanswered,
    conflicts,
  }
}

// Where the document has no components of a kind, or none at all, they are one addition.
function componentsIn({ action, names, value }: DocumentChange): readonly ComponentChange[] {
  const [first, kind] = names
  if (first !== 'components' || (kind !== undefined && !(componentKinds as readonly string[]).includes(kind))) return []
  let ways: readonly (readonly string[])[] = [names]
  let values: readonly unknown[] = [value]
  for (let level = names.length; level < 3; level++) {
    ways = ways.flatMap((way, index) => Object.keys(values[index] as object).map((name) => [...way, name]))
    values = values.flatMap((one) => Object.values(one as object))
  }
  return ways.map((way) => ({ action, pointer: jsonPointer(way) }))
}

// The document is a copy, and so is what is put into it: writers of YAML would make anchors of what is shared.
function carryOut({ action, names, value }: DocumentChange, root: object): void {
  let holder = root
  for (const name of names.slice(0, -1)) holder = (holder as Readonly<Record<string, object>>)[name] as object
  const name = names.at(-1) as string
  if (action === 'remove') Reflect.deleteProperty(holder, name)
  else defineOwn(holder, name, freshCopy(value as object))
}
