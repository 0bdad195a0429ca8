/** What became of an error, for everybody who listens. */
import type { ProblemFault } from '../guard/fault.js'
import type { HttpProblem, ProblemDocument } from '../problem/problem.js'
import type { RequestFacts } from '../respond/facts.js'
import type { Answer } from '../respond/respond.js'

/** What became of an error. */
export interface ProblemEvent<Request = unknown> {
  /** What was thrown, untouched; the problem itself where the framework found nothing to answer. */
  readonly thrown: unknown
  /** The problem that it became. */
  readonly problem: HttpProblem
  /** The status that was sent; 499 where the client had gone. */
  readonly status: number
  /** The document that was made. */
  readonly document: ProblemDocument
  /**
   * `aborted`: the response had begun and was broken off. `too-late`: it was complete already.
   * `client-gone`: nobody was left to read it.
   */
  readonly outcome: 'answered' | 'aborted' | 'too-late' | 'client-gone'
  /** What was wrong with the problem or an option. */
  readonly faults: readonly ProblemFault[]
  readonly facts: RequestFacts<Request>
}

/** What became of something that was thrown, before anything is written. */
export interface Handled<Request = unknown> extends Pick<ProblemEvent<Request>, 'thrown' | 'problem' | 'faults' | 'facts'> {
  readonly answer: Answer
}

/** Takes an event. */
export type Listener<Request> = (event: ProblemEvent<Request>) => unknown

/** Tells of an event. Never throws. */
export type Tell<Request> = (event: ProblemEvent<Request>) => void

// nginx's code, for logs and metrics only: nobody receives it.
const CLIENT_GONE = 499

/** Makes the event, when it is known what became of the answer. */
export function eventOf<Request>(
  { thrown, problem, answer, faults, facts }: Handled<Request>,
  outcome: ProblemEvent['outcome'],
): ProblemEvent<Request> {
  const status = outcome === 'client-gone' ? CLIENT_GONE : answer.status
  return { thrown, problem, status, document: answer.document, outcome, faults, facts }
}
