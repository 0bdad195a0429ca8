/** Makes the answer to a problem: status, fields, body. Pure: no response object, no I/O. */
import { callNow } from '../guard/call.js'
import { read } from '../guard/read.js'
import type { ProblemDocument } from '../problem/problem.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import { isErrorStatus, titleOf } from '../problem/status.js'
import { problemDocument } from './document/document.js'
import { reduceDocument } from './document/reduce.js'
import { NO_FIELDS, type RequestFacts, type ResponseFacts } from './facts.js'
import { abandonedFields } from './fields/abandoned.js'
import { type FieldChanges, fieldChanges } from './fields/changes.js'
import { lastResortFields } from './fields/required.js'
import type { Making } from './making.js'
import { jsonRepresentation } from './representations/json.js'
import { byteLength, type Content } from './representations/representation.js'

/** Everything that an adapter writes and tells. */
export interface Answer {
  readonly status: number
  /** The reason phrase; HTTP/2 has none (RFC 9113 8.3.2). */
  readonly reason: string | undefined
  readonly fields: FieldChanges
  readonly body: Content
  readonly document: ProblemDocument
}

/**
 * Makes the answer. The facts of the response are collected when the hooks of the user have run: one of them may have set fields.
 * Never throws: where even this code fails, the answer is a constant for the status.
 */
export function respond<Request>(making: Making<Request>, collect: () => ResponseFacts): Answer {
  try {
    const representation = making.settings.pickRepresentation(making.facts)
    const { document, body, bytes } = encode(problemDocument(making), representation, making)
    const { status } = document
    const fields = fieldChanges(making, { status, mediaType: representation.mediaType, bytes }, collect())
    return { status, reason: reasonOf(status, making.facts), fields, body, document }
  } catch {
    const { given = NO_FIELDS } = callNow(collect)
    return lastResort(making, abandonedFields(given, making.settings))
  }
}

interface Encoded {
  readonly document: ProblemDocument
  readonly body: Content
  readonly bytes: number
}

function encode<Request>(
  whole: ProblemDocument,
  representation: typeof jsonRepresentation,
  { settings: { maxBytes }, report }: Making<Request>,
): Encoded {
  const body = representation.encode(whole)
  const bytes = byteLength(body)
  if (bytes <= maxBytes) return { document: whole, body, bytes }
  const measure = (candidate: ProblemDocument): number => byteLength(representation.encode(candidate))
  const document = reduceDocument(whole, { maxBytes, measure }, report)
  const reduced = representation.encode(document)
  return { document, body: reduced, bytes: byteLength(reduced) }
}

// A phrase may be set for the abandoned response, and Node's own are older than RFC 9110.
function reasonOf<Request>(status: number, { httpVersionMajor }: RequestFacts<Request>): string | undefined {
  return httpVersionMajor < 2 ? titleOf(status) : undefined
}

// Reached where the realm itself is broken, for example by a throwing Object.prototype.toJSON; so it relies on nothing but string concatenation.
function lastResort<Request>({ problem, facts }: Making<Request>, drop: readonly string[]): Answer {
  const given = read(problem, 'status')
  const status = isErrorStatus(given) ? given : 500
  const document = { type: ABOUT_BLANK, title: titleOf(status), status }
  const body = `{"type":"${ABOUT_BLANK}","title":"${document.title}","status":${status}}`
  const set = [
    ['Content-Type', jsonRepresentation.mediaType],
    ['Content-Length', String(body.length)],
    ['Cache-Control', 'no-store'],
    ['X-Content-Type-Options', 'nosniff'],
    ...lastResortFields(status),
  ] as const
  return { status, reason: reasonOf(status, facts), fields: { drop, set }, body, document }
}
