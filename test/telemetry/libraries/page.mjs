/** Writes the page of the reference that shows the run. */
import { readFileSync } from 'node:fs'
import { kinds } from './app/kinds.mjs'

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** Makes the page of what was seen: verdicts on each kind by the plan of their process. */
export function pageOf(verdicts) {
  const judged = [...verdicts].filter(([{ sentry, instruments }]) => sentry === 'guide' && instruments !== 'none')
  const alone = (title) => [...verdicts].find(([plan]) => plan.sentry === 'alone' && plan.title === title)?.[1]
  const rows = kinds.map((kind, index) => {
    const seen = (name) => distinct(judged.map(([, ofPlan]) => ofPlan[index]?.[name]))
    return [
      kind.name,
      kind.how ?? String(kind.status),
      seen('events'),
      seen('lines'),
      seen('exceptions'),
      `${seen('status')}${judged[0]?.[1][index]?.isLate ? ', a span of its own' : ''}`,
      kind.status >= 500 ? `\`${seen('errorType')}\`` : '',
      kind.how === undefined ? seen('trace') : 'no body',
      String(alone('Express 5')?.[index]?.events),
      String(alone('Koa 3')?.[index]?.events),
    ]
  })
  return `${HEAD}\n${table(rows)}\n${FOOT}`
}

const HEAD = `# Telemetry, measured

\`node test/telemetry/libraries/run.mjs --write\` wrote this page from a run with the real libraries: ${versions()}.
It fails where a number is another one, so the page is what the run saw.

Every row was tried on Express 4 and 5 and on Koa 2 and 3, with the two lines of the guide, with the error handler of Sentry in front of ours, behind it and
nowhere; with the instrumentations of OpenTelemetry for Express and Koa, and with that for \`http\` alone and the exceptions recorded by \`traceProblems()\`,
as events of the span and as log records. One number in a cell is what all of these gave.
`

const FOOT = `
- **Sentry**: the events that were sent. Each had the error that was thrown, its causes, the template of the route, and the trace id of the body.
- **Lines**: those of pino, and as many of winston, with the same trace id.
- **Exceptions**: the records of the exception in the whole trace, by the instrumentation of the framework or by us, never by both. Of an error of the caller
  we record none: the 0. The instrumentations of Express and Koa do, on spans of their own, that of Koa for each function that the error passes.
- **Server span**: its status. An error behind the response comes when that span has ended: it is told by a span of its own in the same trace.
- **Sentry alone**: the events without the two lines, and without its error handler, on Express 5 and Koa 3 with the default log of the handler.
`

function versions() {
  return [
    '@sentry/node',
    '@opentelemetry/sdk-trace-base',
    '@opentelemetry/instrumentation-http',
    '@opentelemetry/instrumentation-express',
    '@opentelemetry/instrumentation-koa',
    'pino',
    'winston',
    'prom-client',
  ]
    .map((name) => `\`${name}\` ${dependencies[name]}`)
    .join(', ')
}

function table(rows) {
  const names = [
    'What a route throws',
    'Answer',
    'Sentry',
    'Lines',
    'Exceptions',
    'Server span',
    '`error.type`',
    'Trace id of body and event',
    'Sentry alone, Express',
    'Sentry alone, Koa',
  ]
  return [names, names.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function distinct(values) {
  return [...new Set(values.map(String))].toSorted((one, other) => one.localeCompare(other)).join(' / ')
}
