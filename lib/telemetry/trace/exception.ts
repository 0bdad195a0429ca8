/** Records an exception in a trace, in the words of the semantic conventions of OpenTelemetry. */
import { describeError, errorLines } from '../../guard/describe.js'
import { isError, read } from '../../guard/read.js'
import type { ProblemEvent } from '../../handler/event.js'
import { errorTypeOf } from './error-type.js'
import { type Attributes, SCOPE, type TelemetryContext, type TelemetrySpan } from './open-telemetry.js'

/** Records the exception of an event on a span. */
export function addException(event: ProblemEvent, span: TelemetrySpan): void {
  span.addEvent('exception', exceptionAttributes(event))
}

interface LoggerProvider {
  getLogger(name: string): { emit(record: object): void }
}

// The API for logs is a package of its own, which registers a function that gives the provider for a version.
const REGISTERED = Symbol.for('io.opentelemetry.js.api.logs')
const VERSION = 1
const SEVERITY_ERROR = 17

/** Records the exception of an event as a log record of OpenTelemetry; the SDK takes the trace from the context. */
export function logException(event: ProblemEvent, context: TelemetryContext | undefined): void {
  const providerFor = read(globalThis, REGISTERED) as ((version: number) => LoggerProvider) | undefined
  providerFor?.(VERSION)
    .getLogger(SCOPE)
    .emit({
      eventName: 'http.server.request.exception',
      severityNumber: SEVERITY_ERROR,
      severityText: 'ERROR',
      attributes: exceptionAttributes(event),
      ...(context !== undefined && { context }),
    })
}

/** Tells whether `recordException()` of an SDK takes what was thrown: it passes over what has no name and no message. */
export function isRecordable(thrown: unknown): boolean {
  if (typeof thrown === 'string') return thrown !== ''
  return ['code', 'name', 'message'].some((name) => Boolean(read(thrown, name)))
}

// Without what looks like a secret, and bounded: not as recordException() does it.
function exceptionAttributes(event: ProblemEvent): Attributes {
  const description = describeError(isError(event.thrown) ? event.thrown : event.problem)
  return {
    'exception.type': errorTypeOf(event),
    'exception.message': description.message,
    'exception.stacktrace': errorLines(description).join('\n'),
  }
}
