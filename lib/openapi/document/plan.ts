/** Plans what an OpenAPI document needs so that it says which problems the routes of an app answer. Pure: whoever edits the document works from the plan. */

import type { SchemaCompiler } from '../../../schemas/compile.js'
import { jsonPointer } from '../../../schemas/json.js'
import type { RouteRecord } from '../../routes/record.js'
import type { ClassFacts } from '../problem-class.js'
import { schemaRefusal } from './accepts.js'
import { createCatalog } from './catalog.js'
import { type DocumentChange, type DocumentOperation, type DocumentPlan, documentChange } from './changes.js'
import { componentBook } from './component-book.js'
import { type Match, matchRecords } from './match.js'
import { operationsOf } from './operations.js'
import { type DocumentOptions, type DocumentSettings, documentSettings } from './options.js'
import { planComponents } from './plan-components.js'
import { type OperationGroup, planResponses } from './plan-responses.js'
import { type OpenDocument, readDocument } from './read-document.js'
import { type ReadRecord, readRecords } from './read-records.js'
import { retryExtensions } from './retries.js'

export type {
  ConflictReason,
  DocumentChange,
  DocumentConflict,
  DocumentedResponse,
  DocumentOperation,
  DocumentPlan,
} from './changes.js'

/** Plans the changes of a document, which stays as it is. Throws what `documentProblems` throws. */
export function planProblems(
  document: object,
  records: readonly RouteRecord[],
  options: DocumentOptions,
  create?: () => SchemaCompiler | undefined,
): DocumentPlan {
  return planFor(readDocument(document), records, options, create)
}

/** Plans the changes of a document that was read. */
export function planFor(
  document: OpenDocument,
  given: readonly RouteRecord[],
  options: DocumentOptions,
  create?: () => SchemaCompiler | undefined,
): DocumentPlan {
  const settings = documentSettings(options)
  const records = readRecords(given)
  const { matches, unmatched } = matchRecords(operationsOf(document), records)
  const catalog = createCatalog(records, settings)
  const groups = groupsOf(matches).map((group) => ({ group, classes: catalog.factsOf(group.records) }))
  const refusal = schemaRefusal(document, settings.wire, create)
  // After all facts were asked for, so that each is there.
  const book = componentBook(document, catalog.all(), settings.wire, refusal)
  const planned = groups.map(({ group, classes }) => {
    const responses = planResponses(document, group, classes, book, refusal)
    return { ...responses, changes: [...extensionChanges(group, classes, settings), ...responses.changes] }
  })
  const changes = planned.flatMap((one) => one.changes)
  const outdated = new Set(planned.flatMap((one) => one.outdated))
  return {
    changes: [...changes, ...planComponents(document, changes, book, outdated)],
    conflicts: planned.flatMap(({ conflicts }) => conflicts),
    unmatched: unmatched.map(named),
    unanswered: matches.filter((match) => match.records.size === 0).map(({ operation }) => named(operation)),
  }
}

function named({ method, path }: DocumentOperation): DocumentOperation {
  return { method, path }
}

type AnsweredGroup = OperationGroup & { readonly records: Set<ReadRecord> }

// Paths that share a path item have one description for all, so it names the problems of all.
function groupsOf(matches: readonly Match[]): readonly AnsweredGroup[] {
  const groups = new Map<string, AnsweredGroup & { readonly operations: DocumentOperation[] }>()
  for (const { operation, records } of matches) {
    const pointer = jsonPointer(operation.names)
    const group = groups.get(pointer) ?? { ...operation, operations: [], records: new Set<ReadRecord>() }
    groups.set(pointer, group)
    group.operations.push(named(operation))
    for (const record of records) group.records.add(record)
  }
  return [...groups.values()].filter((group) => group.records.size > 0)
}

function extensionChanges(
  { method, names, value }: OperationGroup,
  classes: readonly ClassFacts[],
  { extensions }: DocumentSettings,
): readonly DocumentChange[] {
  return retryExtensions(method, classes, extensions)
    .filter(([name]) => !Object.hasOwn(value, name))
    .map(([name, extension]) => documentChange('add', [...names, name], extension))
}
