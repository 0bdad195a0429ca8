/**
 * Judges the OpenAPI documents from outside: linters, parsers and client generators. `node test/judges/run.mjs`
 *
 * Needs `npm run build`, `npx tsc` and `npm ci --prefix test/judges` before. Ends with `N passed, N failed`.
 */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { judgeClients } from './clients.mjs'
import { bookshops } from './fixtures/bookshop.mjs'
import { sixtyTypes } from './fixtures/sixty-types.mjs'
import { twoHundredRoutes } from './fixtures/two-hundred-routes.mjs'
import { judgeControls, judgeDocuments } from './judging.mjs'
import { startReport } from './report.mjs'

// The longest time of the whole run; a judge that hangs must not hold the others.
const LIMIT = 400_000

const out = fileURLToPath(new URL('.build/', import.meta.url))
rmSync(out, { recursive: true, force: true })

const fixtures = [...bookshops, sixtyTypes, ...twoHundredRoutes]
const report = startReport()
const limit = setTimeout(() => {
  console.log(`\nThe run took longer than ${LIMIT / 1000} s and was ended.`)
  report.end()
  process.exit(1)
}, LIMIT)

report.heading('Documents')
await judgeDocuments({ report, fixtures, out })
report.heading('Documents that are wrong')
await judgeControls({ report, fixture: fixtures[0], out })
report.heading('Clients')
await judgeClients({ report, fixtures, out })
clearTimeout(limit)
process.exitCode = report.end()
