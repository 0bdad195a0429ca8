/** Makes the answer to a problem: status, fields, body. Pure: no response object, no I/O. */
import { callNow, isPromise } from '../guard/call.js'
import { read } from '../guard/read.js'
import type { ProblemDocument } from '../problem/problem.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import { isErrorStatus, titleOf } from '../problem/status.js'
import { problemDocument } from './document/document.js'
import { type Said, translated } from './document/translated.js'
import { NO_FIELDS, type RequestFacts, type ResponseFacts } from './facts.js'
import { abandonedFields } from './fields/abandoned.js'
import { describing, type FieldChanges, fieldChanges, withFields } from './fields/changes.js'
import { lastResortFields } from './fields/required.js'
import type { Making } from './making.js'
import { encodeIn } from './representations/encode.js'
import { type Fitting, fitted, jsonWithin } from './representations/fit.js'
import { type Form, jsonForm } from './representations/form.js'
import type { Content } from './representations/representation.js'

/** Everything that an adapter writes and tells. */
export interface Answer {
  readonly status: number
  /** The reason phrase; HTTP/2 has none (RFC 9113 8.3.2). */
  readonly reason: string | undefined
  readonly fields: FieldChanges
  readonly body: Content
  readonly document: ProblemDocument
  /**
   * The answer in the form that was asked for, where that is made later: this one, in JSON, is for who cannot wait. It never rejects, and
   * comes within a second, in JSON where the form failed.
   */
  readonly better: Promise<Answer> | undefined
}

/**
 * Makes the answer. The facts of the response are collected when the hooks of the user have run: one of them may have set fields.
 * Never throws: where even this code fails, the answer is a constant for the status.
 */
export function respond<Request>(making: Making<Request>, collect: () => ResponseFacts): Answer {
  try {
    const { settings, facts } = making
    const form = settings.pickRepresentation(facts)
    const whole = problemDocument(making)
    if (form.encode !== jsonForm.encode) return answerInForm(form, translated(whole, making), making, collect)
    const said = settings.translate === undefined ? undefined : translated(whole, making)
    return answerInJson(said?.document ?? whole, said?.told, making, collect)
  } catch {
    return lastResort(making, callNow(collect).given ?? NO_FIELDS)
  }
}

function answerInJson<Request>(
  whole: ProblemDocument,
  language: string | undefined,
  making: Making<Request>,
  collect: () => ResponseFacts,
): Answer {
  const { document, body, bytes } = jsonWithin(whole, making)
  const { status } = document
  const fields = fieldChanges(making, { status, mediaType: jsonForm.mediaType, bytes, language }, collect())
  return { status, reason: reasonOf(status, making.facts), fields, body, document, better: undefined }
}

function answerInForm<Request>(form: Form, said: Said, making: Making<Request>, collect: () => ResponseFacts): Answer {
  const { settings, problem, facts } = making
  const { document, language, told } = said
  const encoding = { form, document, context: { problem, facts, language, debug: settings.debug } }
  const attempt = encodeIn(form, document, encoding.context)
  if (isPromise(attempt)) {
    const now = answerInJson(document, told, making, collect)
    const better = attempt.then((made) => inForm(now, form, fitted(made, encoding, making), making, collect))
    // Not even in a broken realm does it reject.
    return { ...now, better: better.catch(() => now) }
  }
  const fitting = fitted(attempt, encoding, making)
  if (fitting === undefined) return answerInJson(document, told, making, collect)
  const { status } = fitting.document
  const response = collect()
  const { mediaType } = form
  const fields = fieldChanges(making, { status, mediaType, bytes: fitting.bytes, language: told }, response)
  return {
    status,
    reason: reasonOf(status, facts),
    fields: withFields(fields, [...form.fields, ...fitting.fields], response),
    body: fitting.body,
    document: fitting.document,
    better: undefined,
  }
}

// Hooks are not called a second time. The response has perhaps got other fields meanwhile.
function inForm<Request>(
  now: Answer,
  form: Form,
  fitting: Fitting | undefined,
  { settings }: Making<Request>,
  collect: () => ResponseFacts,
): Answer {
  if (fitting === undefined) return now
  const response = collect()
  const { body, bytes, document } = fitting
  const fields = {
    drop: abandonedFields(response, settings, now.status),
    set: describing({ mediaType: form.mediaType, bytes }, now.fields.set),
  }
  return { ...now, fields: withFields(fields, [...form.fields, ...fitting.fields], response), body, document }
}

// A phrase may be set for the abandoned response, and Node's own are older than RFC 9110.
function reasonOf<Request>(status: number, { httpVersionMajor }: RequestFacts<Request>): string | undefined {
  return httpVersionMajor < 2 ? titleOf(status) : undefined
}

// Reached where the realm itself is broken, for example by a throwing Object.prototype.toJSON; so it relies on nothing but string concatenation.
function lastResort<Request>({ problem, facts, settings }: Making<Request>, response: ResponseFacts): Answer {
  const given = read(problem, 'status')
  const status = isErrorStatus(given) ? given : 500
  const document = { type: ABOUT_BLANK, title: titleOf(status), status }
  const body = `{"type":"${ABOUT_BLANK}","title":"${document.title}","status":${status}}`
  const set = [
    ['Content-Type', jsonForm.mediaType],
    ['Content-Length', String(body.length)],
    ['Cache-Control', 'no-store'],
    ['X-Content-Type-Options', 'nosniff'],
    ...lastResortFields(status),
  ] as const
  const drop = abandonedFields(response, settings, status)
  return { status, reason: reasonOf(status, facts), fields: { drop, set }, body, document, better: undefined }
}
