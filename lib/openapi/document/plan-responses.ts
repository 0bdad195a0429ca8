/** Plans the responses of one operation. What a person wrote stays; what is missing is added; what was generated follows the declarations. */
import { jsonPointer, own } from '../../../schemas/json.js'
import { equals } from '../../guard/equals.js'
import type { ClassFacts } from '../problem-class.js'
import { statusKey } from '../response.js'
import type { Refusal } from './accepts.js'
import type { DocumentChange, DocumentConflict, DocumentedResponse, DocumentOperation } from './changes.js'
import { type Contradiction, contradictions, elsewhere, undeclared } from './compare.js'
import type { ComponentBook } from './component-book.js'
import { isGenerated } from './mark.js'
import { type JsonRecord, type OpenDocument, recordIn, wrongDocument } from './read-document.js'
import { type End, follow, refOf } from './references.js'

/** An Operation Object, and the operations that it is: several where paths share a path item. */
export interface OperationGroup {
  readonly names: readonly string[]
  readonly value: JsonRecord
  readonly operations: readonly DocumentOperation[]
}

/** What changes among the responses of an operation. */
export interface ResponsesPlan {
  readonly changes: readonly DocumentChange[]
  readonly conflicts: readonly DocumentConflict[]
  /** The generated values that are not in the document afterwards. */
  readonly outdated: readonly unknown[]
}

// A range or `default` names no status: a specific one is added beside it, and it goes on to say what holds for all others.
const ERROR_STATUS = /^[45]\d\d$/

/** Plans the responses of an operation that answers with problems of these classes. */
export function planResponses(
  document: OpenDocument,
  group: OperationGroup,
  classes: readonly ClassFacts[],
  book: ComponentBook,
  refusal: Refusal,
): ResponsesPlan {
  const place = [...group.names, 'responses']
  const responses = recordIn(group.value, 'responses', group.names, 'an object with responses by status') ?? {}
  if (refOf(responses) !== undefined) throw wrongDocument(place, 'an object with responses by status', 'a reference')
  const declared = byStatus(classes)
  const hasAny = declared.has(statusKey(undefined))
  const changes: DocumentChange[] = []
  const conflicts: DocumentConflict[] = []
  const outdated: unknown[] = []

  function change(action: DocumentChange['action'], status: string, value: unknown): void {
    const names = [...place, status]
    const described = group.operations.map((operation) => documented(operation, status, declared.get(status) ?? []))
    changes.push({ action, names, pointer: jsonPointer(names), value, responses: described })
    if (action !== 'add') outdated.push(own(responses, status))
  }

  function note(status: string, { reason, type, says }: Contradiction): void {
    const pointer = jsonPointer([...place, status])
    for (const { method, path } of group.operations)
      conflicts.push({
        method,
        path,
        status,
        ...(type !== undefined && { type }),
        reason,
        pointer,
        message: `${method} ${path} ${status} ${says}`,
      })
  }

  for (const [status, value] of Object.entries(responses)) {
    const wanted = declared.get(status)
    // Nobody compares what the document says of success.
    if (wanted === undefined && status !== statusKey(undefined) && !ERROR_STATUS.test(status)) continue
    const there = follow(document, { value, names: [...place, status] })
    if (there !== undefined && isOurs(there)) {
      const response = wanted && book.response(wanted)
      if (response === undefined) change('remove', status, undefined)
      else if (!equals(value, response)) change('replace', status, response)
    } else if (wanted === undefined) {
      if (!hasAny && ERROR_STATUS.test(status)) note(status, undeclared())
    } else if (there === undefined) note(status, elsewhere(wanted))
    else for (const one of contradictions(document, there, wanted, refusal)) note(status, one)
  }
  for (const [status, wanted] of declared) if (!Object.hasOwn(responses, status)) change('add', status, book.response(wanted))
  return { changes: Object.hasOwn(group.value, 'responses') ? changes : together(changes, place), conflicts, outdated }
}

// A reference to a component of ours is ours too, since a Reference Object has no room for the mark. A component of a person's that refers to it is not.
function isOurs({ value, steps }: End): boolean {
  return steps <= 1 && isGenerated(value)
}

function byStatus(classes: readonly ClassFacts[]): ReadonlyMap<string, readonly ClassFacts[]> {
  const found = new Map<string, ClassFacts[]>()
  for (const facts of classes) {
    const key = statusKey(facts.status)
    found.set(key, [...(found.get(key) ?? []), facts])
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function documented({ method, path }: DocumentOperation, status: string, classes: readonly ClassFacts[]): DocumentedResponse {
  return { method, path, status, types: classes.map(({ type }) => type).filter((type) => type !== '') }
}

// Where there are no responses yet, all of them are one addition.
function together(changes: readonly DocumentChange[], names: readonly string[]): readonly DocumentChange[] {
  if (changes.length === 0) return []
  const value = Object.fromEntries(changes.map((one) => [one.names.at(-1), one.value]))
  return [{ action: 'add', names, pointer: jsonPointer(names), value, responses: changes.flatMap(({ responses }) => responses) }]
}
