/** The forms in which a document can be sent. */
import { utf8Length } from '../../guard/bytes.js'
import type { HttpProblem, ProblemDocument } from '../../problem/problem.js'
import type { RequestFacts } from '../facts.js'

/**
 * One form of a document, such as JSON or a page of HTML.
 *
 * @example
 * {
 *   mediaType: 'text/plain; charset=utf-8',
 *   encode: ({ title, detail }) => `${title}\n${detail ?? ''}`,
 * }
 */
export interface Representation {
  /** The value of Content-Type, with its parameters. A client that accepts the media type gets the form. */
  readonly mediaType: string
  /**
   * Makes what is sent. The document is its own copy. One that throws, gives something else, or takes longer than a second leaves the client with
   * JSON and the same status.
   */
  encode(document: ProblemDocument, context: RepresentationContext): Encoded | PromiseLike<Encoded>
  /**
   * Fields that every answer in this form carries, such as Content-Security-Policy.
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * Other media types that get the form where no form has them as its own: `application/json` gets problem+json.
   * @default none
   */
  readonly alsoFor?: readonly string[]
  /**
   * Whether a client that does not care gets this form in the place of the first one.
   * @default false
   */
  readonly default?: boolean
}

/** What an encoder knows besides the document. */
export interface RepresentationContext {
  /** The problem that is answered. What it says beyond the document is not meant for clients. */
  readonly problem: HttpProblem
  readonly facts: RequestFacts
  /** The language of the texts, as Content-Language has it: a language tag of RFC 5646. */
  readonly language: string
  /** Whether the option `debug` is on. */
  readonly debug: boolean
}

/** What is sent: text, which goes out in UTF-8, or bytes. */
export type Content = string | Uint8Array

/** What an encoder gives: the content, or the content with fields that belong to it. */
export type Encoded = Content | { readonly body: Content; readonly headers: Readonly<Record<string, string>> }

/** Tells whether a value can be sent: a text, or bytes of whatever realm. */
export function isContent(value: unknown): value is Content {
  if (typeof value === 'string') return true
  // A Proxy has no bytes, and passes for nothing else here. Nor has an array whose bytes were handed to somebody else.
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]' && value.byteLength > 0
}

/** Counts the bytes that are sent. */
export function byteLength(content: Content): number {
  if (typeof content !== 'string') return content.byteLength
  return /[\x80-\uffff]/.test(content) ? utf8Length(content) : content.length
}
