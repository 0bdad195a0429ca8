/** An answer in the making: what its steps share, from the document to the last header field. */
import type { ReportFault } from '../guard/fault.js'
import type { HttpProblem, ProblemDocument } from '../problem/problem.js'
import type { RequestFacts } from './facts.js'
import type { DocumentSettings, Settings } from './settings.js'

/** What the steps share. Those that make the document need fewer settings than those that make the fields. */
export interface Making<Request = unknown, Needed extends DocumentSettings<Request> = Settings<Request>> {
  readonly problem: HttpProblem
  readonly facts: RequestFacts<Request>
  readonly settings: Needed
  /** Notes what is wrong with the problem, or with what an option gave. */
  readonly report: ReportFault
}

/** What the steps need that make the document. */
export type DocumentMaking<Request = unknown> = Making<Request, DocumentSettings<Request>>

/** A document that is being made. */
export type Draft = { -readonly [Member in keyof ProblemDocument]: ProblemDocument[Member] }
