/**
 * Finds OpenTelemetry without loading it: every copy of its API registers what the app has set up under one symbol, for the other copies. A static
 * import would make it a dependency of all who want logs alone.
 */
import { read } from '../../guard/read.js'

/** The parts of `@opentelemetry/api` that are used; the module fits, and so does what it registers. */
export interface OpenTelemetryApi {
  readonly context?: { active(): TelemetryContext }
  readonly trace?: { getTracer(name: string): Tracer }
  readonly metrics?: MeterSource
}

/** A context of OpenTelemetry. */
export interface TelemetryContext {
  getValue(key: symbol): unknown
}

/** A span of OpenTelemetry. */
export interface TelemetrySpan {
  spanContext(): { readonly traceId: string; readonly spanId: string }
  isRecording(): boolean
  setAttributes(attributes: Attributes): unknown
  setStatus(status: { readonly code: number }): unknown
  addEvent(name: string, attributes: Attributes): unknown
  end(): void
}

/** Gives meters: `metrics` of the API, and every provider. */
export interface MeterSource {
  getMeter(name: string): Meter
}

/** A meter of OpenTelemetry. */
export interface Meter {
  createCounter(name: string, options: { readonly description: string }): { add(value: number, attributes: Attributes): void }
}

/** Attributes of what OpenTelemetry records. */
export type Attributes = Readonly<Record<string, string>>

interface Tracer {
  startSpan(name: string, options?: { readonly attributes: Attributes }, context?: TelemetryContext): TelemetrySpan
}

/** What instrumentations of servers and of frameworks tell each other of a request. */
export interface RpcMetadata {
  readonly span?: TelemetrySpan
  /** The template of the route; who handles the end of the response names the span after it. */
  route?: string | undefined
}

/** Under which name ours appears in traces and meters. */
export const SCOPE = 'http-problems'

// What the API uses since its version 1.0, so that its copies find each other.
const REGISTERED = Symbol.for('opentelemetry.js.api.1')
const ACTIVE_SPAN = Symbol.for('OpenTelemetry Context Key SPAN')
// Of `@opentelemetry/core`, where getRPCMetadata() reads it.
const RPC_METADATA = Symbol.for('OpenTelemetry SDK Context Key RPC_METADATA')

/** Gives what the app has set up; `undefined` before that, and without OpenTelemetry. */
export function registeredApi(): OpenTelemetryApi | undefined {
  return read(globalThis, REGISTERED) as OpenTelemetryApi | undefined
}

/** The spans around a request that is being answered. */
export interface Around {
  readonly context: TelemetryContext
  /** The span of the server; where no instrumentation of it tells, the active one. */
  readonly server: TelemetrySpan
  readonly metadata: RpcMetadata | undefined
  /** Whether an instrumentation of the framework has a span around the handler, as that of Koa. */
  readonly isInFramework: boolean
}

/** Finds the spans around; `undefined` where nothing traces. */
export function spansAround(api: OpenTelemetryApi | undefined): Around | undefined {
  const context = api?.context?.active()
  if (context === undefined) return undefined
  const metadata = context.getValue(RPC_METADATA) as RpcMetadata | undefined
  const active = context.getValue(ACTIVE_SPAN) as TelemetrySpan | undefined
  const server = (read(metadata, 'span') as TelemetrySpan | undefined) ?? active
  return server === undefined ? undefined : { context, server, metadata, isInFramework: active !== server }
}
