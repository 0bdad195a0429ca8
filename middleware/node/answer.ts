/** Answers an error on a response of Node: the steps that Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { foreignFacts } from '../../lib/foreign/facts.js'
import { convertThrown } from '../../lib/foreign/to-problem.js'
import { bareCopy } from '../../lib/guard/bare.js'
import { callHook } from '../../lib/guard/call.js'
import { collectFaults, type ReportFault } from '../../lib/guard/fault.js'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { ProblemEvent } from '../../lib/handler/event.js'
import { oncePerRoute } from '../../lib/handler/route-memory.js'
import { conversionFor } from '../../lib/handler/scope.js'
import type { HandlerSettings } from '../../lib/handler/settings.js'
import { type HttpProblem, isHttpProblem } from '../../lib/problem/problem.js'
import { NO_FIELDS, type RequestFacts } from '../../lib/respond/facts.js'
import { type Answer, respond } from '../../lib/respond/respond.js'
import { type MatchedRoute, withoutRoute } from '../../lib/routes/matched.js'
import { requestFacts, responseFacts, unsentStatus } from './facts.js'
import { abort, responseState } from './state.js'
import { send } from './write.js'

/** One request in the hands of a framework. */
export interface Exchange<Request> {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  /** What hooks see as the request. */
  readonly request: Request
  /**
   * Reads the status that the app set before the error.
   * @default that of the response
   */
  readonly status?: () => number | undefined
  /** Finds the methods of the resource for a 405 without Allow. */
  readonly allow?: () => readonly string[] | undefined
  /**
   * Names the route that took the request.
   * @default none, the method alone
   */
  readonly route?: () => MatchedRoute
  /**
   * Writes the answer.
   * @default straight to the response
   */
  readonly write?: (answer: Answer) => void
}

/**
 * Answers whatever was thrown, once, in whatever state the response is; gives the problem that it became, or `undefined` where the handler
 * is not meant for the request. Never throws.
 */
export function answer<Request>(
  thrown: unknown,
  given: Exchange<Request>,
  settings: HandlerSettings<Request>,
): HttpProblem | undefined {
  const exchange = bareCopy(given)
  const { req, res, request } = exchange
  const { faults, report } = collectFaults()
  if (!isMeant(request, settings, report)) return undefined
  const facts = requestFacts(req, request)
  const problem = isHttpProblem(thrown) ? thrown : foreignProblem(thrown, facts, exchange, settings, report)
  const state = responseState(req, res)
  const made = respond(problem, facts, () => (state === 'open' ? responseFacts(res, exchange.allow) : NO_FIELDS), settings)
  const outcome = act(state, made, exchange, settings.drain)
  const status = outcome === 'client-gone' ? CLIENT_GONE : made.status
  settings.tell({ thrown, problem, status, document: made.document, outcome, faults: [...faults, ...made.faults], facts })
  return problem
}

function foreignProblem<Request>(
  thrown: unknown,
  { headers }: RequestFacts<Request>,
  { req, res, request, route = () => withoutRoute(req.method), status = () => unsentStatus(res) }: Exchange<Request>,
  settings: HandlerSettings<Request>,
  report: ReportFault,
): HttpProblem {
  const facts = foreignFacts(headers, request, status, settings.challenges)
  const conversion = conversionFor(req, thrown, settings.conversion)
  return convertThrown(thrown, facts, conversion, oncePerRoute(report, route, settings.isFirstOf))
}

// Who listens to the header section being written may throw; most listen once, so a second attempt succeeds. Better no answer than none for ever.
function attempt(write: (answer: Answer) => void, made: Answer): boolean {
  try {
    write(made)
    return true
  } catch {
    return false
  }
}

// A predicate that fails does not keep an error from its answer.
function isMeant<Request>(request: Request, { only }: HandlerSettings<Request>, report: ReportFault): boolean {
  if (only === undefined) return true
  const meant = callHook('only', () => only(request) ?? false, report)
  return meant === undefined || Boolean(meant)
}

// nginx's code, for logs and metrics only: nobody receives it.
const CLIENT_GONE = 499

function act<Request>(
  state: ReturnType<typeof responseState>,
  made: Answer,
  exchange: Exchange<Request>,
  limits: DrainLimits,
): ProblemEvent['outcome'] {
  const { req, res, write = () => send(req, res, made, limits) } = exchange
  if (state === 'client-gone') return 'client-gone'
  if (state === 'finished') return 'too-late'
  if (state === 'open' && (attempt(write, made) || (!res.headersSent && attempt(write, made)))) return 'answered'
  abort(res, made)
  return 'aborted'
}
