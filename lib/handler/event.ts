import type { ProblemFault } from '../guard/fault.js'
import type { HttpProblem, ProblemDocument } from '../problem/problem.js'
import type { RequestFacts } from '../respond/facts.js'
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

/** Reports an event. Never throws. */
export type Reporter<Request> = (event: ProblemEvent<Request>) => void
