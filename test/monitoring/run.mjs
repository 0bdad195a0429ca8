/**
 * Tries the generated rules and the dashboard with the programs that read them: promtool, and a Prometheus that scrapes. `node test/monitoring/run.mjs`
 *
 * Needs `npm run build` and `npx tsc` before, and Debian's package `prometheus`. Ends with `N passed, N failed`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBookshop } from './bookshop.mjs'
import { queriesOf } from './dashboard.mjs'
import { runEndToEnd } from './end-to-end.mjs'
import { startReport } from './report.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const out = join(here, '.build')
const types = ['--types', join(here, 'problems.mjs')]

/** Options that a team may need, and what is not to be taken for a part of an expression or of a template. */
const variants = {
  'without types': [],
  'for all services together': [...types, '--by', ''],
  'by several labels': [...types, '--by', 'namespace, job', '--objective', '99.95'],
  'for one service': [...types, '--match', 'job=the "api" {{ 100 % }} \\d', '--label', 'team=a "{{ b }}"'],
  'with other metrics': [
    '--requests-metric=http_requests_total --status-label=code --route-label=path --problems-metric=api:problems',
    '--duration-metric=http_request_duration_milliseconds_bucket --objective=95 --fewest-errors=1',
  ].flatMap((line) => line.split(' ')),
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const report = startReport()

const standard = generate('.', types)
for (const [name, args] of Object.entries(variants)) generate(name.replaceAll(' ', '-'), args, name)

const example = promtool('check', 'config', join(root, 'examples/monitoring/prometheus.yml'))
report.check('promtool check config of the example', example.passed, example.said)

for (const file of readdirSync(join(here, 'promtool'))) {
  const { passed, said } = promtool('test', 'rules', join(here, 'promtool', file))
  report.check(`promtool test rules ${file}`, passed, said)
}

// A test that cannot fail would say nothing: where one error is enough, three of them page.
const nervous = join(out, 'nervous')
mkdirSync(join(nervous, 'promtool'), { recursive: true })
run([...types, '--fewest-errors', '1', '--out', join(nervous, '.build')])
const threeErrors = join(nervous, 'promtool/three-errors.yml')
writeFileSync(threeErrors, readFileSync(join(here, 'promtool/three-errors.yml')))
report.check('three errors page where --fewest-errors is 1', !promtool('test', 'rules', threeErrors).passed)

await runEndToEnd({ rules: standard.rules, dashboard: standard.dashboard, check: report.check })

const shop = await openBookshop()
try {
  await runEndToEnd({
    metrics: `${shop.origin}/metrics`,
    failing: `${shop.origin}/reports/sales`,
    rules: join(root, 'examples/monitoring/http-problems.rules.yml'),
    dashboard: join(root, 'examples/monitoring/http-problems.dashboard.json'),
    check: (name, ...rest) => report.check(`the bookshop: ${name}`, ...rest),
  })
} finally {
  await shop.close()
}
process.exitCode = report.end()

/** Generates the files into a folder, and has promtool check what both of them ask. */
function generate(folder, args, name = 'with declared types') {
  const place = join(out, folder)
  run([...args, '--out', place])
  const files = { rules: join(place, 'http-problems.rules.yml'), dashboard: join(place, 'http-problems.dashboard.json') }
  const { passed, said } = promtool('check', 'rules', '--lint-fatal', files.rules)
  report.check(`promtool check rules, ${name}`, passed, said)

  // promtool of Debian knows queries in rules only.
  const variables = { __rate_interval: '5m', __range: '1d', job: 'api', namespace: 'shop' }
  const queries = queriesOf(JSON.parse(readFileSync(files.dashboard, 'utf8')), variables)
  const rules = queries.map(({ expr }, index) => ({ record: `dashboard:query_${index}:asked`, expr }))
  const asked = join(place, 'dashboard.rules.yml')
  // JSON is YAML.
  writeFileSync(asked, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }))
  const checked = promtool('check', 'rules', '--lint-fatal', asked)
  report.check(`the ${queries.length} queries of the dashboard, ${name}`, checked.passed, checked.said)
  return files
}

function run(args) {
  execFileSync(process.execPath, [join(root, 'dist/esm/bin/http-problems.js'), 'monitoring', ...args], {
    cwd: root,
    stdio: 'pipe',
  })
}

function promtool(...args) {
  const { status, stdout, stderr, error } = spawnSync('promtool', args, { encoding: 'utf8', timeout: 120_000 })
  return { passed: status === 0, said: error === undefined ? `${stdout}${stderr}` : String(error) }
}
