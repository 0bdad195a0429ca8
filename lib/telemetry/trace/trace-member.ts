/** Puts into the body of a problem what support looks it up by. */
import { bare } from '../../guard/bare.js'
import { isRecord, read } from '../../guard/read.js'
import { isFunction, needOption } from '../../guard/refuse.js'
import type { RequestFacts } from '../../respond/facts.js'
import { needOptions } from '../need-options.js'
import type { OpenTelemetryApi } from './open-telemetry.js'
import { activeTrace, inboundTrace } from './trace-of.js'

/** Options of `traceMember`. */
export interface TraceMemberOptions {
  /**
   * Names the trace where it is not OpenTelemetry that traces: `() => dd.scope().active()?.context().toTraceId()`. What is no short identifier is
   * left out.
   * @default the trace of the active span
   */
  readonly traceId?: (facts: RequestFacts) => string | undefined
  /**
   * The module `@opentelemetry/api`, where the app must not rely on what its copies register for each other.
   * @default what is registered
   */
  readonly api?: OpenTelemetryApi
}

/** The members that are added. */
export interface TraceMembers {
  readonly traceId?: string
  readonly requestId?: string
  readonly [name: string]: unknown
}

const optionNames: { readonly [Name in keyof Required<TraceMemberOptions>]: true } = { traceId: true, api: true }

/**
 * Makes a function for the option `members` of a handler. It adds `traceId`: the trace of the active span of OpenTelemetry, or that which the caller
 * names in a valid `traceparent`; and `requestId`, which echoes `X-Request-Id` where that is a short identifier. What is not there is left out.
 *
 * @throws TypeError with the code ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = express()
 * app.get('/orders/7', () => {
 *   throw new Conflict('Order 7 is already paid.')
 * })
 * app.use(problemHandler({ members: traceMember() })) // {..., "status":409,"traceId":"4bf92f3577b34da6a3ce929d0e0e4736"}
 */
export function traceMember(options: TraceMemberOptions = {}): (problem: unknown, facts: RequestFacts) => TraceMembers {
  needOptions(optionNames, options, 'traceMember')
  const [own, api] = [read(options, 'traceId'), read(options, 'api') as OpenTelemetryApi | undefined]
  needOption(own, 'traceId', 'a function', isFunction)
  needOption(api, 'api', 'the module @opentelemetry/api', isRecord)

  return function traceMember(_problem, facts) {
    const traceId = own === undefined ? undefined : identifier((own as (facts: RequestFacts) => unknown)(facts))
    const found = traceId ?? (activeTrace(api) ?? inboundTrace(facts))?.traceId
    const requestId = identifier(read(facts.headers, 'x-request-id'))
    return bare({ ...(found !== undefined && { traceId: found }), ...(requestId !== undefined && { requestId }) })
  }
}

// Letters, digits and what stands in UUIDs, ULIDs, base64 and the identifiers of clouds: nothing of a header line, of HTML or of a terminal.
const IDENTIFIER = /^[\w.:@+/=-]{1,100}$/

function identifier(value: unknown): string | undefined {
  return typeof value === 'string' && IDENTIFIER.test(value) ? value : undefined
}
