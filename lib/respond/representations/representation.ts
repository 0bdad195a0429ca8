/** The forms in which a document can be sent. */
import { utf8Length } from '../../guard/bytes.js'
import type { ProblemDocument } from '../../problem/problem.js'

/** One form of a document. */
export interface Representation {
  /** The value of Content-Type. */
  readonly mediaType: string
  readonly encode: (document: ProblemDocument) => Content
}

/** What is sent: text, which goes out in UTF-8, or bytes. */
export type Content = string | Uint8Array

/** Counts the bytes that are sent. */
export function byteLength(content: Content): number {
  if (typeof content !== 'string') return content.byteLength
  return /[\x80-\uffff]/.test(content) ? utf8Length(content) : content.length
}
