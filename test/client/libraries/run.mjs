/**
 * Runs http-problems/client, the code of its guide and its recipes with real HTTP clients. `node test/client/libraries/run.mjs`
 *
 * Needs `npm run build`, `npx tsc` and `npm ci --ignore-scripts --prefix test/client/libraries` before. Ends with `N passed, N failed`. `--write`
 * writes docs/reference/retry.md.
 */
import { openBookshop } from '../../../.build/examples/bookshop/bookshop.js'
import { startReport } from '../../judges/report.mjs'
import { checkAgreement, checkReceived } from './agreement/check.mjs'
import { linkPackage } from './link.mjs'
import { checkMeasured } from './measuring/check.mjs'
import { checkRecipes } from './recipes/check.mjs'
import { checkRetries } from './recipes-retry/check.mjs'

const LIMIT = 170_000

const report = startReport()
const limit = setTimeout(() => {
  console.log(`\nThe run took longer than ${LIMIT / 1000} s and was ended.`)
  report.end()
  process.exit(1)
}, LIMIT)

const { error, info } = console
// The shop logs each 500.
Object.assign(console, { error: () => undefined, info: () => undefined })
const shop = await openBookshop({ host: '127.0.0.1', ports: { express: 0, koa: 0 } })
linkPackage()
await checkAgreement(report)
for (const origin of Object.values(shop.origins)) await checkReceived(report, origin)
await checkRecipes(report, shop.origins.express)
await checkRetries(report, shop.origins.express)
await shop.close()
Object.assign(console, { error, info })
await checkMeasured(report)
clearTimeout(limit)
process.exitCode = report.end()
