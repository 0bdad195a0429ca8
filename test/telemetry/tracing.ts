/** A small OpenTelemetry: it registers itself as the real one does, and keeps what it is told. test/telemetry/libraries has the real one. */

import type { OpenTelemetryApi, RpcMetadata, TelemetrySpan } from '../../lib/telemetry/trace/open-telemetry.js'

const API = Symbol.for('opentelemetry.js.api.1')
const LOGS = Symbol.for('io.opentelemetry.js.api.logs')
const ACTIVE_SPAN = Symbol.for('OpenTelemetry Context Key SPAN')
const RPC_METADATA = Symbol.for('OpenTelemetry SDK Context Key RPC_METADATA')

export const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
export const SPAN = '00f067aa0ba902b7'

type Recorded = Record<string, string>

/** A span that keeps what it is told. */
export class FakeSpan implements TelemetrySpan {
  readonly attributes: Recorded = {}
  readonly events: { readonly name: string; readonly attributes: Recorded }[] = []
  status: number = 0
  hasEnded: boolean = false
  readonly name: string
  readonly ids: { traceId: string; spanId: string }

  constructor(name: string = 'GET', ids: { traceId: string; spanId: string } = { traceId: TRACE, spanId: SPAN }) {
    this.name = name
    this.ids = ids
  }

  spanContext(): { traceId: string; spanId: string } {
    return this.ids
  }
  isRecording(): boolean {
    return !this.hasEnded
  }
  setAttributes(attributes: Recorded): void {
    if (this.hasEnded) throw new Error('The span has ended.')
    Object.assign(this.attributes, attributes)
  }
  setStatus({ code }: { code: number }): void {
    if (this.hasEnded) throw new Error('The span has ended.')
    this.status = code
  }
  addEvent(name: string, attributes: Recorded): void {
    this.events.push({ name, attributes })
  }
  end(): void {
    this.hasEnded = true
  }
}

/** What is active, and what was made of it. */
export interface Tracing {
  readonly api: OpenTelemetryApi
  readonly started: FakeSpan[]
  readonly records: Record<string, unknown>[]
}

/** Makes a tracing with spans around. */
export function tracing(active: TelemetrySpan | undefined, metadata?: RpcMetadata): Tracing {
  const started: FakeSpan[] = []
  const records: Record<string, unknown>[] = []
  const values = new Map<symbol, unknown>([
    [ACTIVE_SPAN, active],
    [RPC_METADATA, metadata],
  ])
  const startSpan = (name: string, options?: { attributes: Readonly<Recorded> }): FakeSpan => {
    const span = new FakeSpan(name)
    span.setAttributes({ ...options?.attributes })
    started.push(span)
    return span
  }
  const api: OpenTelemetryApi = {
    context: { active: () => ({ getValue: (key) => values.get(key) }) },
    trace: { getTracer: () => ({ startSpan }) },
  }
  return { api, started, records }
}

/** Registers a tracing while something runs. */
export function withTracing<Result>({ api, records }: Tracing, run: () => Result): Result {
  const logs = (): object => ({ getLogger: () => ({ emit: (record: Record<string, unknown>) => void records.push(record) }) })
  Object.assign(globalThis, { [API]: api, [LOGS]: logs })
  try {
    return run()
  } finally {
    Reflect.deleteProperty(globalThis, API)
    Reflect.deleteProperty(globalThis, LOGS)
  }
}
