/** One request of `node:http` or `node:http2` in the hands of a framework: what the core asks of it, and how it is answered. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { Collect } from '../../lib/handler/handle.js'
import { NO_FIELDS, type ResponseFacts } from '../../lib/respond/facts.js'
import type { Answer } from '../../lib/respond/respond.js'
import { type MatchedRoute, withoutRoute } from '../../lib/routes/matched.js'
import { durationOf } from './duration.js'
import { NodeResponseFacts, unsentStatus } from './facts.js'
import { type ResponseState, responseState } from './state.js'
import { send } from './write.js'

/** What the frameworks share. A class, as most errors need one or two of its methods: closures would be made for all of them. */
export class Exchange<Request> implements Collect {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  /** What hooks see as the request. */
  readonly request: Request
  /** Settled when the answer is written, where that takes a moment. */
  later: Promise<void> | undefined = undefined
  #state: ResponseState | undefined

  constructor(req: IncomingMessage, res: ServerResponse, request: Request) {
    this.req = req
    this.res = res
    this.request = request
  }

  get carrier(): object {
    return this.req
  }

  /** Whether there is time for an answer that takes a moment. */
  get canWait(): boolean {
    return true
  }

  /** What can be done with the response, read once, before anything is written. */
  get state(): ResponseState {
    this.#state ??= responseState(this.req, this.res)
    return this.#state
  }

  /** Forgets what could be done with the response: time has passed. */
  lookAgain(): void {
    this.#state = undefined
  }

  response(): ResponseFacts {
    return this.state === 'open' ? new NodeResponseFacts(this.res, this) : NO_FIELDS
  }

  status(): number | undefined {
    return unsentStatus(this.res)
  }

  route(): MatchedRoute {
    return withoutRoute(this.req.method)
  }

  template(): string | undefined {
    return undefined
  }

  duration(): number | undefined {
    return durationOf(this.req, this.res)
  }

  /** Finds the methods of the resource for a 405 without Allow. */
  allow(): readonly string[] | undefined {
    return undefined
  }

  /** Writes the answer. */
  write(answer: Answer, limits: DrainLimits): void {
    send(this.req, this.res, answer, limits)
  }
}
