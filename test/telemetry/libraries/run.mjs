/**
 * Runs http-problems/telemetry with real trackers, tracers, loggers and registries of metrics. `node test/telemetry/libraries/run.mjs`
 *
 * Needs `npm run build` and `npm ci --ignore-scripts --prefix test/telemetry/libraries` before. Ends with `N passed, N failed`. `--write` writes
 * docs/reference/telemetry.md.
 */
import { strict as assert } from 'node:assert'
import { startReport } from '../../judges/report.mjs'
import { kinds, pathOf } from './app/kinds.mjs'
import { verdictOn } from './judge.mjs'
import { nameOf, plans } from './plans.mjs'
import { startApp } from './running.mjs'

const WIDTH = 2
const LIMIT = 170_000

const report = startReport()
const limit = setTimeout(() => {
  console.log(`\nThe run took longer than ${LIMIT / 1000} s and was ended.`)
  report.end()
  process.exit(1)
}, LIMIT)

const verdicts = new Map()
report.heading('Kinds of errors')
const rest = plans.filter((plan) => process.env.ONLY === undefined || nameOf(plan).includes(process.env.ONLY)).values()
await Promise.all(Array.from({ length: WIDTH }, async () => {
  for (const plan of rest) await tryPlan(plan)
}))
clearTimeout(limit)
process.exitCode = report.end()

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
    await judgeMetrics(await app.metrics())
    return `${kinds.length} kinds`
  })
  app.stop()
}

async function judgeMetrics({ prometheus, openTelemetry }) {
  const samples = [...prometheus.matchAll(/^http_problems_total\{([^}]*)\} (\d+)$/gm)].map(([, labels, value]) => `${labels} ${value}`)
  const points = openTelemetry
    .filter(({ name }) => name === 'http_problems_total')
    .map(({ attributes: { type, status, route, method }, value }) => `type="${type}",status="${status}",route="${route}",method="${method}" ${value}`)
  assert.equal(samples.length, kinds.length, 'series')
  assert.deepEqual(samples.toSorted(), points.toSorted())
}
