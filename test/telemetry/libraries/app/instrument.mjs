/** Starts the trackers and tracers before the app, as `node --import` does for users. What they send stays in memory. */
import { register } from 'node:module'
import { context, metrics, propagation, trace } from '@opentelemetry/api'
import { logs } from '@opentelemetry/api-logs'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus'
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { ExpressInstrumentation } from '@opentelemetry/instrumentation-express'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { KoaInstrumentation } from '@opentelemetry/instrumentation-koa'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import * as Sentry from '@sentry/node'
import { shouldReport } from '../../../../dist/esm/lib/telemetry/index.js'

const { instruments, sentry } = JSON.parse(process.env.PLAN)

register('import-in-the-middle/hook.mjs', import.meta.url)

const spans = new InMemorySpanExporter()
const records = new InMemoryLogRecordExporter()
// Not to be scraped over the network: the run reads it.
const scraped = new PrometheusExporter({ preventServerStart: true })
if (instruments !== 'none') {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
}
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [scraped] }))
logs.setGlobalLoggerProvider(new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: records })] }))
registerInstrumentations({
  instrumentations: [
    ...(instruments === 'none' ? [] : [new HttpInstrumentation()]),
    ...(instruments === 'all' ? [new ExpressInstrumentation(), new KoaInstrumentation()] : []),
  ],
})

const events = []
Sentry.init({
  dsn: 'https://public@sentry.example.com/1',
  transport: (options) =>
    Sentry.createTransport(options, async ({ body }) => {
      // An envelope: a line of JSON for itself, and for each item its head and the item.
      const lines = String(body)
        .split('\n')
        .map((line) => JSON.parse(line))
      for (let index = 1; index < lines.length; index += 2) if (lines[index].type === 'event') events.push(lines[index + 1])
      return { statusCode: 200 }
    }),
  ...(sentry === 'guide' && { integrations: [Sentry.expressIntegration({ shouldHandleError: false })] }),
  ...(sentry !== 'alone' && { beforeSend: (event, hint) => (shouldReport(hint.originalException, hint) ? event : null) }),
})

globalThis.recorded = { Sentry, spans, records, scraped, events }
