/** What became of an error, for everybody who listens. */
import { callNow } from '../guard/call.js'
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
  /**
   * Who made the problem. `own`: it was thrown as a problem. `adopted`: it stands in the place of an answer that the app wrote by hand. `map` and
   * `expose`: an entry of the option; `scope`: an entry of a `problemScope()`. `several errors`: an AggregateError was thrown. `received problems`:
   * a client of ours had read it from another server's response. `status of the response`: the app had set one before the error. `unknown`:
   * nobody knows the error. Any other text names the library, or the kind of library, that the error is of.
   */
  readonly mappedBy: string
  /**
   * The template of the route, such as `/orders/:id`, found when it is first asked for. On Express also for what middleware refuses in front
   * of the route, and for a 405. `undefined` where no route has the path or nobody can tell which one; a path never stands in its place.
   */
  readonly route: string | undefined
  /** The method of the request. */
  readonly method: string
  /** The path as the client sent it, without the query and without the server of an absolute URL: both may hold secrets. */
  readonly path: string
  /**
   * Milliseconds since the request began, where pino-http or morgan has noted when that was. `undefined` elsewhere: Node notes it nowhere, and a
   * note of ours would cost every request.
   */
  readonly duration: number | undefined
  /** What was wrong with the problem or an option. */
  readonly faults: readonly ProblemFault[]
  readonly facts: RequestFacts<Request>
}

/** Tells of the request what few listeners ask for. */
export interface Origin {
  /** Finds the full template of the route of the request. */
  template(): string | undefined
  /** Tells how many milliseconds ago the request began, where anybody noted it. */
  duration(): number | undefined
}

/** What became of something that was thrown, before anything is written. */
export interface Handled<Request = unknown>
  extends Pick<ProblemEvent<Request>, 'thrown' | 'problem' | 'mappedBy' | 'faults' | 'facts'> {
  readonly answer: Answer
  readonly origin: Origin
}

/** Takes an event. */
export type Listener<Request> = (event: ProblemEvent<Request>) => unknown

/** Tells of an event. Never throws. */
export type Tell<Request> = (event: ProblemEvent<Request>) => void

/** The status of an event whose client had gone. It is nginx's code, for logs and metrics only: nobody receives it. */
export const CLIENT_GONE = 499

/** Makes the event, when it is known what became of the answer. */
export function eventOf<Request>(handled: Handled<Request>, outcome: ProblemEvent['outcome']): ProblemEvent<Request> {
  return new LazyEvent(handled, outcome)
}

// A class for its getters: a route is dear to find, and most events are seen by a log that does not ask for it.
class LazyEvent<Request> implements ProblemEvent<Request> {
  readonly thrown: unknown
  readonly problem: HttpProblem
  readonly status: number
  readonly document: ProblemDocument
  readonly outcome: ProblemEvent['outcome']
  readonly mappedBy: string
  readonly faults: readonly ProblemFault[]
  readonly facts: RequestFacts<Request>
  readonly #origin: Origin
  // `null` until it is found: when a listener asks later, the routers may have gone on.
  #route: string | undefined | null = null

  constructor({ thrown, problem, mappedBy, answer, faults, facts, origin }: Handled<Request>, outcome: ProblemEvent['outcome']) {
    this.thrown = thrown
    this.problem = problem
    this.status = outcome === 'client-gone' ? CLIENT_GONE : answer.status
    this.document = answer.document
    this.outcome = outcome
    this.mappedBy = mappedBy
    this.faults = faults
    this.facts = facts
    this.#origin = origin
  }

  get route(): string | undefined {
    // Routers are objects of others.
    if (this.#route === null) this.#route = callNow(() => this.#origin.template()).given
    return this.#route
  }

  get method(): string {
    return this.facts.method
  }

  get path(): string {
    return pathIn(this.facts.url)
  }

  get duration(): number | undefined {
    return callNow(() => this.#origin.duration()).given
  }
}

// RFC 9112 3.2.2: a client of a proxy sends the whole URL, perhaps with a password.
function pathIn(target: string): string {
  const path = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  return path === '' ? '/' : path
}
