/**
 * The way from whatever was thrown to an answer and an event: what lib/foreign and lib/respond do, put together. Pure: an adapter collects the
 * facts, writes the answer and tells of the event.
 */
import { foreignFacts } from '../foreign/facts.js'
import { isOwnProblem } from '../foreign/received.js'
import { type Converted, convertThrown } from '../foreign/to-problem.js'
import { callHook } from '../guard/call.js'
import { collectFaults, faultsOf, type ReportFault } from '../guard/fault.js'
import type { RequestFacts, ResponseFacts } from '../respond/facts.js'
import { respond } from '../respond/respond.js'
import type { MatchedRoute } from '../routes/matched.js'
import type { Handled, Origin } from './event.js'
import { oncePerRoute } from './route-memory.js'
import { conversionFor } from './scope.js'
import type { HandlerSettings } from './settings.js'

/** Reads what only some errors need to know of a request and its response. */
export interface Collect extends Origin {
  /** Reads the response, when the hooks of the user have run: one of them may have set fields. */
  response(): ResponseFacts
  /** Reads the status that the app set before the error. */
  status(): number | undefined
  /** Names the route that took the request. */
  route(): MatchedRoute
  /** The object that carries what scopes of routes know about the error. */
  readonly carrier: object
}

// One hostile member could have a fault in each of a million places.
const MOST_FAULTS = 100

/**
 * Makes the answer to whatever was thrown; `undefined` where the handler is not meant for the request. `maker` is who made the problem, where it is
 * one already. Never throws.
 */
export function handle<Request>(
  thrown: unknown,
  facts: RequestFacts<Request>,
  collect: Collect,
  settings: HandlerSettings<Request>,
  maker: string = 'own',
): Handled<Request> | undefined {
  const { faults, report } = collectFaults([], MOST_FAULTS)
  if (!isMeantFor(facts.request, settings, report)) return undefined
  const { problem, mappedBy } = isOwnProblem(thrown)
    ? { problem: thrown, mappedBy: maker }
    : convertForeign(thrown, { facts, collect, settings, report })
  for (const { code, place, expected, got } of faultsOf(problem)) report(code, place, expected, got)
  const answer = respond({ problem, facts, settings, report }, () => collect.response())
  return { thrown, problem, mappedBy, answer, faults, facts, origin: collect }
}

/** Tells whether a handler is meant for a request. A predicate that fails does not keep an error from its answer. */
export function isMeantFor<Request>(
  request: Request,
  { only }: Pick<HandlerSettings<Request>, 'only'>,
  report: ReportFault = () => undefined,
): boolean {
  if (only === undefined) return true
  const meant = callHook('only', () => only(request) ?? false, report)
  return meant === undefined || Boolean(meant)
}

interface Surroundings<Request> {
  readonly facts: RequestFacts<Request>
  readonly collect: Collect
  readonly settings: HandlerSettings<Request>
  readonly report: ReportFault
}

function convertForeign<Request>(thrown: unknown, { facts, collect, settings, report }: Surroundings<Request>): Converted {
  const { challenges, conversion, isFirstOf } = settings
  const helpful = foreignFacts(facts.headers, facts.request, () => collect.status(), challenges)
  return convertThrown(
    thrown,
    helpful,
    conversionFor(collect.carrier, thrown, conversion),
    oncePerRoute(report, () => collect.route(), isFirstOf),
  )
}
