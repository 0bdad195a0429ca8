/** The options of what merges problems into documents. */
import type { ProblemClass } from '../../define/problem-class.js'
import { pickGiven } from '../../guard/bare.js'
import { isRecord, itemsOf, read } from '../../guard/read.js'
import { needKnownKeys, wrongOption } from '../../guard/refuse.js'
import { type SentOptions, type WireDocument, wireDocument } from '../wire-document.js'

/** Generators that are told when to send a request again. */
export interface RetryExtensions {
  /**
   * Writes `x-speakeasy-retries` for operations whose problems say that the same request may be sent again.
   * @default false
   */
  readonly speakeasy?: boolean
  /**
   * Writes `x-fern-retries` for operations with a problem that forbids what clients of Fern would do by themselves.
   * @default false
   */
  readonly fern?: boolean
}

/** Options of `documentProblems`. */
export interface DocumentOptions extends SentOptions {
  /**
   * Problems that handlers answer for every route, such as `[NotFound, InternalServerError]`. They are documented for each operation that a
   * route answers.
   * @default none
   */
  readonly everywhere?: readonly ProblemClass[]
  /**
   * Which extensions of vendors are written. One that is in the document already stays as it is.
   * @default none
   */
  readonly extensions?: RetryExtensions
}

/** The options as the parts of the work need them. */
export interface DocumentSettings {
  readonly wire: WireDocument
  readonly everywhere: readonly unknown[]
  readonly extensions: { readonly [Name in keyof RetryExtensions]-?: boolean }
}

const optionNames: { readonly [Name in keyof Required<DocumentOptions>]: true } = {
  everywhere: true,
  extensions: true,
  baseUri: true,
}
const extensionNames: { readonly [Name in keyof Required<RetryExtensions>]: true } = { speakeasy: true, fern: true }

/** Checks the options. */
export function documentSettings(options: DocumentOptions): DocumentSettings {
  const wire = wireDocument(options, optionNames)
  const { everywhere = [], extensions = {} } = pickGiven(options, optionNames)
  const classes = itemsOf(everywhere)
  if (classes === undefined) throw wrongOption('options.everywhere', 'a list of problem classes', everywhere)
  if (!isRecord(extensions)) throw wrongOption('options.extensions', 'an object with speakeasy and fern', extensions)
  needKnownKeys(extensionNames, extensions, 'options.extensions')
  return { wire, everywhere: classes, extensions: { speakeasy: flag(extensions, 'speakeasy'), fern: flag(extensions, 'fern') } }
}

function flag(extensions: RetryExtensions, name: keyof RetryExtensions): boolean {
  const value = read(extensions, name) ?? false
  if (typeof value !== 'boolean') throw wrongOption(`options.extensions.${name}`, 'true or false', value)
  return value
}
