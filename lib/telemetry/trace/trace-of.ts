/** Tells which trace a request belongs to. */
import { read } from '../../guard/read.js'
import type { RequestFacts } from '../../respond/facts.js'
import { type OpenTelemetryApi, registeredApi, spansAround } from './open-telemetry.js'

/** A trace, and the place in it (W3C Trace Context 3.2.2). */
export interface TracePlace {
  readonly traceId: string
  readonly spanId: string
}

/** Tells the trace of the span that is active. */
export function activeTrace(api: OpenTelemetryApi | undefined = registeredApi()): TracePlace | undefined {
  const { traceId, spanId } = spansAround(api)?.server.spanContext() ?? {}
  return isTraceId(traceId) && isSpanId(spanId) ? { traceId, spanId } : undefined
}

// W3C Trace Context 3.2: of version 00 nothing more may follow; a later one may add to it, behind a dash. ff is no version.
const TRACEPARENT = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}(?:$|-)/

const LENGTH_OF_00 = 55
// No version is as long by far.
const LONGEST = 200

/** Reads the trace that the caller names in its `traceparent`; one that breaks the format is none. */
export function inboundTrace({ headers }: Pick<RequestFacts, 'headers'>): TracePlace | undefined {
  const given = read(headers, 'traceparent')
  if (typeof given !== 'string' || given.length > LONGEST) return undefined
  const [, version, traceId, spanId] = TRACEPARENT.exec(given) ?? []
  if (version === '00' && given.length !== LENGTH_OF_00) return undefined
  return isTraceId(traceId) && isSpanId(spanId) ? { traceId, spanId } : undefined
}

function isTraceId(value: unknown): value is string {
  return typeof value === 'string' && /^(?!0+$)[\da-f]{32}$/.test(value)
}

function isSpanId(value: unknown): value is string {
  return typeof value === 'string' && /^(?!0+$)[\da-f]{16}$/.test(value)
}
