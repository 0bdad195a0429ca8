/**
 * Runs http-problems/telemetry with real trackers, tracers, loggers and registries of metrics. `node test/telemetry/libraries/run.mjs`
 *
 * Needs `npm run build` and `npm ci --ignore-scripts --prefix test/telemetry/libraries` before. Ends with `N passed, N failed`. `--write` writes
 * docs/reference/telemetry.md.
 */
import { strict as assert } from 'node:assert'
import { writeFileSync } from 'node:fs'
import { startReport } from '../../judges/report.mjs'
import { kinds, pathOf } from './app/kinds.mjs'
import { verdictOn } from './judge.mjs'
import { pageOf } from './page.mjs'
import { nameOf, plans } from './plans.mjs'
import { startApp } from './running.mjs'
import { compileUses } from './types.mjs'

const WIDTH = 2
const LIMIT = 170_000

const report = startReport()
const limit = setTimeout(() => {
  console.log(`\nThe run took longer than ${LIMIT / 1000} s and was ended.`)
  report.end()
  process.exit(1)
}, LIMIT)

report.heading('Types')
await report.check('what the guide tells to write fits the types of the libraries', compileUses)

const verdicts = new Map()
report.heading('Kinds of errors')
const rest = plans.filter((plan) => process.env.ONLY === undefined || nameOf(plan).includes(process.env.ONLY)).values()
await Promise.all(
  Array.from({ length: WIDTH }, async () => {
    for (const plan of rest) await tryPlan(plan)
  }),
)
clearTimeout(limit)
process.exitCode = report.end()
if (process.argv.includes('--write') && process.exitCode === 0)
  writeFileSync(new URL('../../../docs/reference/telemetry.md', import.meta.url), pageOf(verdicts))

async function tryPlan(plan) {
  const app = await startApp(plan)
  const failures = []
  const ofPlan = []
  for (const [index, kind] of kinds.entries()) {
    try {
      const answer = await app.ask(pathOf(index), { method: kind.method })
      const taken = await app.taken(kind.how !== undefined)
      ofPlan.push(verdictOn(kind, index, { answer, taken }, plan))
    } catch (error) {
      failures.push(`${kind.name}: ${error.message.split('\n').slice(0, 8).join(' ')}`)
    }
  }
  await report.check(nameOf(plan), async () => {
    verdicts.set(plan, ofPlan)
    if (failures.length > 0) throw new Error(failures.join('\n'))
    judgeMetrics(await app.metrics())
    return `${kinds.length} kinds`
  })
  app.stop()
}

function judgeMetrics({ prometheus, openMetrics, openTelemetry }) {
  const samples = samplesIn(prometheus)
  assert.equal(samples.length, kinds.length, 'series')
  assert.deepEqual(samplesIn(openMetrics), samples, 'in the form of OpenMetrics')
  assert.deepEqual(samplesIn(openTelemetry), samples, 'through OpenTelemetry')
}

// Labels in one order, and without those that an exporter adds.
function samplesIn(text) {
  return [...text.matchAll(/^http_problems_total\{(.*)\} (\d+)/gm)]
    .map(sampleOf)
    .toSorted((one, other) => one.localeCompare(other))
}

function sampleOf([, labels, value]) {
  const ours = [...labels.matchAll(/(\w+)="[^"]*"/g)].filter(([, name]) => ['type', 'status', 'route', 'method'].includes(name))
  return `${ours
    .map(([label]) => label)
    .toSorted((one, other) => one.localeCompare(other))
    .join()} ${value}`
}
