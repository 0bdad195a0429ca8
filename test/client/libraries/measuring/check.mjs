/** Measures all clients, and compares the page of the reference with what was seen. */
import { strict as assert } from 'node:assert'
import { readFileSync, writeFileSync } from 'node:fs'
import { adviceOn } from './advice.mjs'
import { cases } from './cases.mjs'
import { contenders } from './contenders.mjs'
import { measure } from './measure.mjs'
import { startOrigin } from './origin.mjs'
import { pageFile, pageOf } from './page.mjs'

/** Runs the measurements as checks of a report. */
export async function checkMeasured(report) {
  report.heading('What clients do by themselves')
  const origin = await startOrigin()
  const measured = new Map()
  for (const contender of contenders) {
    await report.check(`${contender.title} ${contender.version}`, async () => {
      const GET = await measure(origin, contender, 'GET')
      measured.set(contender.title, { GET, POST: await measure(origin, contender, 'POST') })
      return `sends ${GET.filter((word) => word !== 'no').length} of ${cases.length} again`
    })
  }
  origin.stop()
  await report.check('docs/reference/retry.md is what was seen', async () => {
    const page = pageOf(measured, {
      GET: await adviceOn(cases, { method: 'GET' }),
      POST: await adviceOn(cases, { method: 'POST' }),
      keyed: await adviceOn(cases, { method: 'POST', idempotencyKey: 'f4a1' }),
    })
    if (process.argv.includes('--write')) writeFileSync(pageFile, page)
    assert.equal(page, readFileSync(pageFile, 'utf8'))
  })
}
