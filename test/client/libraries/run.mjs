/**
 * Runs http-problems/client, the code of its guide and its recipes with real HTTP clients. `node test/client/libraries/run.mjs`
 *
 * Needs `npm run build`, `npx tsc` and `npm ci --ignore-scripts --prefix test/client/libraries` before. Ends with `N passed, N failed`. `--write`
 * writes docs/reference/retry.md.
 */
import { startReport } from '../../judges/report.mjs'
import { checkMeasured } from './measuring/check.mjs'

const LIMIT = 170_000

const report = startReport()
const limit = setTimeout(() => {
  console.log(`\nThe run took longer than ${LIMIT / 1000} s and was ended.`)
  report.end()
  process.exit(1)
}, LIMIT)

await checkMeasured(report)
clearTimeout(limit)
process.exitCode = report.end()
