/** Compiles what the guide tells users to write against the types of the real libraries. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)
const folder = new URL('.build/', import.meta.url)

const program = `
import * as api from '@opentelemetry/api'
import * as Sentry from '@sentry/node'
import * as prom from 'prom-client'
import pino from 'pino'
import winston from 'winston'
import * as telemetry from '../../../../dist/esm/lib/telemetry/index.js'
import { problemHandler } from '../../../../dist/esm/middleware/express/index.js'
import { problemHandler as onKoa } from '../../../../dist/esm/middleware/koa/index.js'

Sentry.init({
  integrations: [Sentry.expressIntegration({ shouldHandleError: false })],
  beforeSend: (event, hint) => (telemetry.shouldReport(hint.originalException, hint) ? event : null),
})
const options = {
  logger: telemetry.problemLogger(pino()),
  members: telemetry.traceMember(),
  onProblem: [
    telemetry.problemLogger(winston.createLogger()),
    telemetry.traceProblems({ exceptions: 'log', api }),
    telemetry.captureProblems(Sentry.captureException),
    telemetry.captureProblems((error) => console.error(error), { when: ({ status }) => status === 503 }),
    telemetry.countProblems(prom, { maxSeries: 500 }),
    telemetry.countProblems(prom.register),
    telemetry.countProblems(new prom.Registry()),
    telemetry.countProblems(api.metrics),
    telemetry.countProblems(api.metrics.getMeter('app')),
  ],
}
problemHandler(options)
onKoa(options)
problemHandler({ members: telemetry.traceMember({ traceId: () => Sentry.getTraceData()['sentry-trace']?.slice(0, 32), api }) })
`

/** Throws what the compiler complains about. */
export function compileUses() {
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('types.mts', folder), program)
  const options =
    '--noEmit --ignoreConfig --module nodenext --target es2022 --strict --exactOptionalPropertyTypes --skipLibCheck --types node'.split(
      ' ',
    )
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root))
  const types = fileURLToPath(new URL('node_modules/@types', root))
  try {
    execFileSync(process.execPath, [tsc, ...options, '--typeRoots', types, fileURLToPath(new URL('types.mts', folder))], {
      encoding: 'utf8',
    })
  } catch (error) {
    throw new Error(error.stdout || error.message)
  }
}
