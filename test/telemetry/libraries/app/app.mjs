/** One app: a framework, Sentry's handler somewhere, and everything of http-problems/telemetry. The run asks it what was recorded of a request. */
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { metrics } from '@opentelemetry/api'
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus'
import pino from 'pino'
import { Registry } from 'prom-client'
import winston from 'winston'
import { BadGateway, map, NotFound } from '../../../../dist/esm/lib/index.js'
import {
  captureProblems,
  countProblems,
  problemLogger,
  traceMember,
  traceProblems,
} from '../../../../dist/esm/lib/telemetry/index.js'
import { GatewayGone, kinds, NoSuchPage } from './kinds.mjs'

const { stack, position, exceptions, log, sentry, instruments } = JSON.parse(process.env.PLAN)
const { Sentry, spans, records, scraped, events } = globalThis.recorded
const registry = new Registry()

const lines = { pino: [], winston: [] }
const into = (list) => new Writable({ write: (chunk, _encoding, done) => done(null, list.push(JSON.parse(String(chunk)))) })
const ofWinston = winston.createLogger({
  level: 'debug',
  transports: [new winston.transports.Stream({ stream: into(lines.winston) })],
})
const ofPino = pino({ level: 'debug' }, into(lines.pino))

const warnings = []
process.on('warning', (warning) => warnings.push(String(warning)))
process.on('unhandledRejection', (reason) => warnings.push(`unhandled: ${String(reason)}`))

const options = {
  map: [map(NoSuchPage, NotFound), map(GatewayGone, BadGateway)],
  thrownFaults: 'client',
  members: traceMember(instruments === 'none' ? { traceId: () => Sentry.getTraceData()['sentry-trace']?.slice(0, 32) } : {}),
  ...(log === 'own' ? { logger: problemLogger(ofPino) } : {}),
  onProblem: [
    ...(log === 'own' ? [] : [problemLogger(ofPino)]),
    problemLogger(ofWinston),
    traceProblems({ exceptions }),
    ...(sentry === 'alone' ? [] : [captureProblems(Sentry.captureException)]),
    countProblems(registry),
    countProblems(metrics),
  ],
}
// The default log of the handler, where it is on: not on the screen of the run.
console.error = () => undefined

const framework = await import(`../stacks/${stack}/framework.mjs`)
const { start } = await import(stack.startsWith('koa') ? './koa.mjs' : './express.mjs')
const server = start({ ...framework, kinds, options, Sentry, position })
server.once('listening', () => process.send({ port: server.address().port }))

process.on('message', async (asked) => {
  if (asked === 'metrics') return process.send(await scrape())
  await Sentry.flush(2000)
  // The span of the server ends with the response, the log of winston comes by a stream.
  for (let turn = 0; turn < 20 && instruments !== 'none' && !spans.getFinishedSpans().some(({ kind }) => kind === 1); turn++)
    await sleep(5)
  await sleep(asked.isLate ? 40 : 5)
  process.send(takeAll())
})

function takeAll() {
  const taken = {
    events: [...events],
    pino: [...lines.pino],
    winston: [...lines.winston],
    spans: spans.getFinishedSpans().map(plainSpan),
    records: records
      .getFinishedLogRecords()
      .map(({ attributes, spanContext }) => ({ attributes, traceId: spanContext?.traceId })),
    warnings: [...warnings],
  }
  for (const list of [events, lines.pino, lines.winston, warnings]) list.length = 0
  spans.reset()
  records.reset()
  return taken
}

function plainSpan(span) {
  const { name, kind, attributes, status } = span
  const exceptions = span.events.filter((event) => event.name === 'exception').map((event) => event.attributes)
  return { name, kind, attributes, status: status.code, exceptions, traceId: span.spanContext().traceId }
}

// Each as Prometheus would get it.
async function scrape() {
  const { resourceMetrics } = await scraped.collect()
  const prometheus = await registry.metrics()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  const openMetrics = await registry.metrics()
  return { prometheus, openMetrics, openTelemetry: new PrometheusSerializer().serialize(resourceMetrics) }
}
