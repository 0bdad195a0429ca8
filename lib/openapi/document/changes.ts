/** What has to change in an OpenAPI document, as data: an editor of text and the maker of a new document work from the same list. */
import { jsonPointer } from '../../../schemas/json.js'

/** An operation of a document. */
export interface DocumentOperation {
  /** In upper case, as a request has it. */
  readonly method: string
  /** The path as the document writes it. */
  readonly path: string
}

/** A response of an operation, and the problems that it stands for. */
export interface DocumentedResponse extends DocumentOperation {
  /** The key of the response: `404`, or `default` for problems of any status. */
  readonly status: string
  /** The type URIs of the problems, as they are sent. */
  readonly types: readonly string[]
}

/**
 * One change. No two touch the same place or one inside of the other, and what `add` is put into exists in the document already: where an
 * operation has no `responses`, all of them are one change.
 */
export interface DocumentChange {
  /** `replace` and `remove` are for what was generated earlier. */
  readonly action: 'add' | 'replace' | 'remove'
  /** The names on the way to the value, from the root. */
  readonly names: readonly string[]
  /** The same way as a JSON Pointer (RFC 6901). */
  readonly pointer: string
  /** What stands there afterwards, as JSON has it; `undefined` for `remove`. */
  readonly value: unknown
  /**
   * What the change is for: the responses at or beneath the place (of several operations where they share a path item); none for components
   * and extensions.
   */
  readonly responses: readonly DocumentedResponse[]
}

/** Makes a change. */
export function documentChange(
  action: DocumentChange['action'],
  names: readonly string[],
  value: unknown,
  responses: readonly DocumentedResponse[] = [],
): DocumentChange {
  return { action, names, pointer: jsonPointer(names), value, responses }
}

/** Why a document and the declarations contradict each other. */
export type ConflictReason =
  /** The response has no `application/problem+json`. */
  | 'media-type'
  /** The schema of the response refuses a document that the handler sends. */
  | 'schema'
  /** The document has a 4xx or 5xx that nobody declares. */
  | 'undeclared'
  /** The response stands in another file, so that nobody can compare it here. */
  | 'elsewhere'

/** A place where what a person wrote contradicts what is declared. The document is left as it is there. */
export interface DocumentConflict extends DocumentOperation {
  readonly status: string
  /** The type URI of the problem that does not fit; none where no problem is declared. */
  readonly type?: string
  readonly reason: ConflictReason
  /** The place in the document, as a JSON Pointer. */
  readonly pointer: string
  /** Says what is wrong and what to do. */
  readonly message: string
}

/** All that a document lacks, and where it is wrong. */
export interface DocumentPlan {
  /** In the order of the document: extensions and responses of the operations, then components. */
  readonly changes: readonly DocumentChange[]
  readonly conflicts: readonly DocumentConflict[]
  /** The routes that no operation of the document describes. */
  readonly unmatched: readonly DocumentOperation[]
  /** The operations that no route answers. */
  readonly unanswered: readonly DocumentOperation[]
}
