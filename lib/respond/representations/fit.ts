/** Makes the body of an answer fit its limit, in whatever form. */
import { isPromise } from '../../guard/call.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { ABOUT_BLANK } from '../../problem/static-members.js'
import { titleOf } from '../../problem/status.js'
import { reduceDocument } from '../document/reduce.js'
import type { Making } from '../making.js'
import { type Attempt, encodeIn, type Sendable } from './encode.js'
import type { Form } from './form.js'
import { jsonRepresentation } from './json.js'
import { byteLength, type RepresentationContext } from './representation.js'

/** A body within the limit, and the document that it shows. */
export interface Fitting extends Sendable {
  readonly document: ProblemDocument
  readonly bytes: number
}

type Limits<Request> = Pick<Making<Request>, 'settings' | 'report'>

const NONE: readonly [] = []

/** Encodes a document as JSON. */
export function jsonWithin<Request>(whole: ProblemDocument, { settings: { maxBytes }, report }: Limits<Request>): Fitting {
  const body = jsonRepresentation.encode(whole)
  const bytes = byteLength(body)
  if (bytes <= maxBytes) return { document: whole, body, bytes, fields: NONE, wrong: undefined }
  const measure = (candidate: ProblemDocument): number => byteLength(jsonRepresentation.encode(candidate))
  const document = reduceDocument(whole, { maxBytes, measure }, report)
  const reduced = jsonRepresentation.encode(document)
  return { document, body: reduced, bytes: byteLength(reduced), fields: NONE, wrong: undefined }
}

/** What is encoded, and how. */
export interface Encoding {
  readonly form: Form
  readonly document: ProblemDocument
  readonly context: RepresentationContext
}

/** Takes what an encoder has made, where it fits the limit or can be made to; what is wrong with it is reported. */
export function fitted<Request>(
  made: Attempt,
  { form, document, context }: Encoding,
  limits: Limits<Request>,
): Fitting | undefined {
  const { settings, report } = limits
  const { maxBytes } = settings
  const place = `options.representations (${form.mediaType})`
  if (made.body === undefined) {
    report('ERR_PROBLEM_HOOK', place, 'an encoder that gives text or bytes', made.failure)
    return undefined
  }
  if (made.wrong !== undefined) report('ERR_PROBLEM_HEADER', place, 'fields that can be sent', made.wrong)
  const bytes = byteLength(made.body)
  if (bytes <= maxBytes) return { ...made, document, bytes }
  // Of many a form the least is more than a small limit.
  if (sizeIn(form, leastOf(document), context) <= maxBytes) {
    const measure = (candidate: ProblemDocument): number => sizeIn(form, candidate, context)
    const reduced = reduceDocument(document, { maxBytes, measure }, report)
    const again = encodeIn(form, reduced, context)
    if (!isPromise(again) && again.body !== undefined && byteLength(again.body) <= maxBytes)
      return { ...again, document: reduced, bytes: byteLength(again.body) }
  }
  report('ERR_PROBLEM_BODY', place, `a body of at most ${maxBytes} bytes`, `one of ${bytes}`)
  return undefined
}

function leastOf({ status }: ProblemDocument): ProblemDocument {
  return { type: ABOUT_BLANK, title: titleOf(status), status }
}

// An encoder that is asynchronous is not asked for every member that could be left out.
function sizeIn(form: Form, document: ProblemDocument, context: RepresentationContext): number {
  const attempt = encodeIn(form, document, context)
  return isPromise(attempt) || attempt.body === undefined ? Number.POSITIVE_INFINITY : byteLength(attempt.body)
}
