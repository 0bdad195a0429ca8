/** Tells the trace of a request what became of its error. */
import { setOwn } from '../../guard/bare.js'
import { isRecord, read } from '../../guard/read.js'
import { needOption } from '../../guard/refuse.js'
import type { ProblemEvent } from '../../handler/event.js'
import { needOptions } from '../need-options.js'
import { errorTypeOf } from './error-type.js'
import { addException, isRecordable, logException } from './exception.js'
import { type Around, type OpenTelemetryApi, registeredApi, SCOPE, spansAround, type TelemetrySpan } from './open-telemetry.js'

/** How an exception is recorded. */
export type ExceptionSignal = 'span-event' | 'log' | 'none'

/** Options of `traceProblems`. */
export interface TraceOptions {
  /**
   * How exceptions are recorded: `'span-event'` on the span of the server, or `'log'`, as a log record of OpenTelemetry. For where no instrumentation of
   * the framework does it: that of Express or Koa records each exception on a span of its own.
   * @default 'log' where OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN asks for logs, else 'none'
   */
  readonly exceptions?: ExceptionSignal
  /**
   * The module `@opentelemetry/api`, where the app must not rely on what its copies register for each other.
   * @default what is registered
   */
  readonly api?: OpenTelemetryApi
}

const optionNames: { readonly [Name in keyof Required<TraceOptions>]: true } = { exceptions: true, api: true }
const signals: readonly unknown[] = ['span-event', 'log', 'none'] satisfies readonly ExceptionSignal[]

const STATUS_ERROR = { code: 2 }

/**
 * Makes a listener that tells OpenTelemetry of each problem, for the option `onProblem`. The span of the server gets `problem.type`, `error.type` for
 * a 5xx, `http.route` where it is missing, and the status ERROR where an answer was broken off or an error came too late; behind the end of that span, a
 * span of its own says so.
 *
 * @throws TypeError with the code ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = express()
 * app.get('/orders/7', () => {
 *   throw new ServiceUnavailable('db-17 is down')
 * })
 * app.use(problemHandler({ onProblem: [traceProblems()] })) // error.type: ServiceUnavailable
 */
export function traceProblems(options: TraceOptions = {}): (event: ProblemEvent) => unknown {
  needOptions(optionNames, options, 'traceProblems')
  const given = read(options, 'exceptions')
  needOption(given, 'exceptions', "'span-event', 'log' or 'none'", (value) => signals.includes(value))
  const signal = (given as ExceptionSignal | undefined) ?? signalOfEnvironment()
  const api = read(options, 'api') as OpenTelemetryApi | undefined
  needOption(api, 'api', 'the module @opentelemetry/api', isRecord)

  return function traceProblem(event) {
    const telemetry = api ?? registeredApi()
    const around = spansAround(telemetry)
    if (signal === 'log' && isOfServer(event)) logException(event, around?.context)
    if (around === undefined) return
    if (around.server.isRecording()) tellServer(event, around, signal)
    else if (event.outcome === 'too-late') tellLate(event, around, signal, telemetry)
  }
}

// `logs`, or `logs/dup` for both: what is to be on spans is there by the instrumentations.
function signalOfEnvironment(): ExceptionSignal {
  const asked = read(read(read(globalThis, 'process'), 'env'), 'OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN')
  return typeof asked === 'string' && /(?:^|,)\s*logs(?:\/dup)?\s*(?:,|$)/.test(asked) ? 'log' : 'none'
}

function tellServer(event: ProblemEvent, around: Around, signal: ExceptionSignal): void {
  const { server, metadata, isInFramework } = around
  server.setAttributes(attributesOf(event, missingRoute(event, around)))
  // What ends the span writes its name and its route from here, and the route of its metrics.
  if (metadata !== undefined && event.route !== undefined && read(metadata, 'route') === undefined)
    setOwn(metadata, 'route', event.route)
  if (!isOfServer(event)) return
  // The instrumentation of the server goes by the status that was sent.
  if (event.outcome !== 'answered') server.setStatus(STATUS_ERROR)
  // Where an instrumentation of the framework was told of a value that it cannot record, nobody has.
  if (signal === 'span-event' || (signal === 'none' && isInFramework && !isRecordable(event.thrown))) addException(event, server)
}

// The span of the server ends with its response. An error behind it gets a span of its own, in the same trace.
function tellLate(event: ProblemEvent, around: Around, signal: ExceptionSignal, api: OpenTelemetryApi | undefined): void {
  const { context, isInFramework } = around
  const attributes = attributesOf(event, event.route)
  const span: TelemetrySpan | undefined = api?.trace
    ?.getTracer(SCOPE)
    .startSpan('error behind the response', { attributes }, context)
  if (span === undefined) return
  span.setStatus(STATUS_ERROR)
  // The span of Koa's middleware lasts until it has come to its end, that of Express until the response has.
  if (signal !== 'log' && (signal === 'span-event' || !isInFramework || !isRecordable(event.thrown))) addException(event, span)
  span.end()
}

function attributesOf(event: ProblemEvent, route: string | undefined): Record<string, string> {
  return {
    'problem.type': event.document.type,
    ...(isOfServer(event) && { 'error.type': errorTypeOf(event) }),
    ...(route !== undefined && { 'http.route': route }),
  }
}

function missingRoute({ route }: ProblemEvent, { metadata, server }: Around): string | undefined {
  return read(metadata, 'route') === undefined && read(read(server, 'attributes'), 'http.route') === undefined ? route : undefined
}

/** Tells whether the error is the server's: a 5xx, whatever the method, and what no caller has seen the answer to. */
function isOfServer({ status, outcome }: ProblemEvent): boolean {
  return outcome === 'aborted' || outcome === 'too-late' || (outcome === 'answered' && status >= 500)
}
