/** Makes the answer to a problem: status, fields, body. Pure: no response object, no I/O. */
import { collectFaults, faultsOf, type ProblemFault, type ReportFault } from '../guard/fault.js'
import { read } from '../guard/read.js'
import { ABOUT_BLANK, type HttpProblem, type ProblemDocument } from '../problem/problem.js'
import { isErrorStatus, titleOf } from '../problem/status.js'
import { problemDocument } from './document/document.js'
import { reduceDocument } from './document/reduce.js'
import type { RequestFacts, ResponseFacts } from './facts.js'
import { abandonedFields } from './fields/abandoned.js'
import { type FieldChanges, fieldChanges } from './fields/changes.js'
import { lastResortFields } from './fields/required.js'
import { byteLength, jsonRepresentation, type Representation } from './representations/json.js'
import type { Settings } from './settings.js'

/** Everything that an adapter writes and reports. */
export interface Answer {
  readonly status: number
  /** The reason phrase; HTTP/2 has none (RFC 9113 8.3.2). */
  readonly reason: string | undefined
  readonly fields: FieldChanges
  readonly body: string
  readonly document: ProblemDocument
  readonly faults: readonly ProblemFault[]
}

// One hostile member could have a fault in each of a million places.
const MOST_FAULTS = 100

/**
 * Makes the answer. The facts of the response are collected when the hooks of the user have run: one of them may have set fields.
 * Never throws: where even this code fails, the answer is a constant for the status.
 */
export function respond<Request>(
  problem: HttpProblem,
  facts: RequestFacts<Request>,
  collect: () => ResponseFacts,
  settings: Settings<Request>,
): Answer {
  const { faults, report } = collectFaults(faultsOf(problem), MOST_FAULTS)
  try {
    const [representation] = settings.representations
    const whole = problemDocument(problem, facts, settings, report)
    const { document, body, bytes } = encode(whole, representation, settings.maxBytes, report)
    const fields = fieldChanges(
      problem,
      document,
      { mediaType: representation.mediaType, bytes },
      facts,
      collect(),
      settings,
      report,
    )
    const { status } = document
    return { status, reason: reasonOf(status, facts), fields, body, document, faults }
  } catch {
    return lastResort(problem, facts, abandonedFields(collect(), settings), faults)
  }
}

function encode(
  whole: ProblemDocument,
  representation: Representation,
  maxBytes: number,
  report: ReportFault,
): { document: ProblemDocument; body: string; bytes: number } {
  const body = representation.encode(whole)
  const bytes = byteLength(body)
  if (bytes <= maxBytes) return { document: whole, body, bytes }
  const document = reduceDocument(whole, maxBytes, (candidate) => byteLength(representation.encode(candidate)), report)
  const reduced = representation.encode(document)
  return { document, body: reduced, bytes: byteLength(reduced) }
}

// One may be set for the abandoned response, and Node's own are older than RFC 9110.
function reasonOf<Request>(status: number, { httpVersionMajor }: RequestFacts<Request>): string | undefined {
  return httpVersionMajor < 2 ? titleOf(status) : undefined
}

// Reached where the realm itself is broken, for example by a throwing Object.prototype.toJSON; so it relies on nothing but string concatenation.
function lastResort<Request>(
  problem: HttpProblem,
  facts: RequestFacts<Request>,
  drop: readonly string[],
  faults: readonly ProblemFault[],
): Answer {
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
  return { status, reason: reasonOf(status, facts), fields: { drop, set }, body, document, faults }
}
