/**
 * Lets a real Prometheus scrape a service that fails, and waits for the page. The service is one of ours, or whatever is named:
 *
 *   node test/monitoring/end-to-end.mjs --metrics http://127.0.0.1:3000/metrics --failing http://127.0.0.1:3000/reports
 *     [--rules FILE] [--dashboard FILE]
 *
 * Requests go to this machine only, 20 a second, until the alert fires or three minutes are over.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { queriesOf } from './dashboard.mjs'
import { startPrometheus } from './prometheus.mjs'
import { startService } from './service.mjs'

const out = fileURLToPath(new URL('.build/', import.meta.url))
const PAGE = 'HttpErrorBudgetBurnsFast'
const LIMIT = 180_000
const PAUSE = 50

/** Runs the whole, and tells each check to `check(name, passed, more)`. */
export async function runEndToEnd({ metrics, failing, rules = join(out, 'http-problems.rules.yml'), dashboard, check }) {
  const services = await Promise.all([startService(), startService()])
  const [down, steady] = services
  const jobs = { down: metrics ?? `${down.origin}/metrics`, steady: `${steady.origin}/metrics` }
  const stopped = new AbortController()
  let prometheus
  const loads = []
  const load = (url) => loads.push(send(url, stopped.signal))
  try {
    load(`${steady.origin}/fine`)
    // More 404 than anything else: nobody is to be woken by them.
    load(`${steady.origin}/missing`)
    load(`${steady.origin}/missing`)
    if (metrics === undefined) load(`${down.origin}/fine`)
    prometheus = await startPrometheus({ folder: join(out, 'prometheus'), rules: resolve(rules), jobs })
    await sleep(10_000)
    check(
      'both services are scraped',
      (await prometheus.targets()).every(({ health }) => health === 'up'),
      await prometheus.targets(),
    )
    if (failing === undefined)
      check('nobody is paged while all is well', (await firing(prometheus)).length === 0, await firing(prometheus))

    load(failing ?? `${down.origin}/failing`)
    const began = Date.now()
    let pages = []
    while (pages.length === 0 && Date.now() - began < LIMIT) {
      await sleep(1000)
      pages = (await firing(prometheus)).filter(({ labels }) => labels.severity === 'page')
    }
    const seconds = Math.round((Date.now() - began) / 1000)
    const told = pages.map(({ labels }) => `${labels.alertname} of ${labels.job}`)
    check(`an outage pages (after ${seconds} s)`, told.join() === `${PAGE} of down`, { told, alerts: await prometheus.alerts() })
    check(
      'the page says where, and what to do',
      /Most of them: 5\d\d \S+ of \S+ .*/.test(pages[0]?.annotations.description) &&
        pages[0]?.annotations.runbook.startsWith('500 Internal Server Error. '),
      pages[0]?.annotations,
    )
    check(
      'a flood of 404 pages nobody',
      (await firing(prometheus)).every(({ labels }) => labels.job === 'down'),
      await firing(prometheus),
    )
    if (dashboard !== undefined) await checkDashboard(prometheus, dashboard, check)
  } finally {
    stopped.abort()
    await Promise.all(loads)
    await prometheus?.stop()
    await Promise.all(services.map((service) => service.close()))
  }
}

async function firing(prometheus) {
  return (await prometheus.alerts()).filter(({ state }) => state === 'firing')
}

// Each panel shows something of a service that fails: a name that is wrong would leave it empty.
async function checkDashboard(prometheus, file, check) {
  const variables = { __rate_interval: '20s', __range: '5m', job: 'down|steady' }
  const empty = []
  for (const { name, expr } of queriesOf(JSON.parse(readFileSync(file, 'utf8')), variables)) {
    // A day and a week ago nothing was there.
    if (expr.includes(' offset ')) continue
    if ((await prometheus.query(expr)).length === 0) empty.push(name)
  }
  check('every panel of the dashboard has something to show', empty.length === 0, empty)
}

async function send(url, signal) {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)) throw new Error(`${url} is not on this machine`)
  while (!signal.aborted) {
    await fetch(url, { signal }).then(
      (response) => response.arrayBuffer(),
      () => undefined,
    )
    await sleep(PAUSE)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = {
    metrics: { type: 'string' },
    failing: { type: 'string' },
    rules: { type: 'string' },
    dashboard: { type: 'string' },
  }
  const { values } = parseArgs({ options })
  if ((values.metrics === undefined) !== (values.failing === undefined))
    throw new Error('--metrics and --failing belong together')
  const { startReport } = await import('./report.mjs')
  const report = startReport()
  await runEndToEnd({ ...values, check: report.check })
  process.exitCode = report.end()
}
