/** Looks at the OpenAPI document of the bookshop as people read it: in Swagger UI. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Bookshop } from '../../examples/bookshop/bookshop.js'
import type { Framework } from '../../examples/bookshop/demonstrations.js'
import type { Check } from './report.js'

// An operation with several problems of one status: those of the shop and those of its body parser.
const OPERATION = 'payOrder'
const TITLES = ['You do not have enough credit.', 'OutOfCredit', 'Conflict', 'InternalServerError']

/** Opens an operation and reads what the viewer says of its problems. */
export async function readInViewer(
  browser: Browser,
  shop: Bookshop,
  framework: Framework,
  check: Check,
  folder: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const complaints: string[] = []
  const origins = new Set<string>()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  await page.goto(`${shop.origins[framework]}/viewer`)
  const operation = page.locator(`#operations-Orders-${OPERATION}`)
  await operation.locator('.opblock-summary').click()
  await operation.locator('.responses-table').waitFor()
  const rows = operation.locator('.responses-table > tbody > tr.response')
  const statuses = (await rows.locator('td.response-col_status').allTextContents()).map((text) => text.trim().slice(0, 3))
  const expected = ['201', '400', '403', '404', '409', '413', '415', '500']
  const isThere = expected.every((status) => statuses.includes(status))
  check(`${framework}: the viewer lists each status of ${OPERATION}`, isThere, statuses)

  const refused = rows.filter({ hasText: '403' }).first()
  const example = (await refused.locator('pre.example').textContent()) ?? ''
  check(`${framework}: the viewer shows the example of a problem`, example.includes('"balance": 30'), example)
  await page.screenshot({ path: join(folder, `${framework}-viewer.png`), fullPage: true })
  await refused.getByText('Schema', { exact: true }).click()
  const schema = (await refused.textContent()) ?? ''
  check(
    `${framework}: the viewer names the type of a problem`,
    TITLES.some((title) => schema.includes(title)),
    schema,
  )
  await page.screenshot({ path: join(folder, `${framework}-viewer-schema.png`), fullPage: true })
  check(`${framework}: the viewer has no errors`, complaints.length === 0, complaints)
  check(`${framework}: the viewer loads nothing from elsewhere`, origins.size === 1, [...origins])
  const errors = await page.locator('.errors-wrapper').count()
  check(`${framework}: the viewer finds nothing wrong with the document`, errors === 0, errors)
  await page.close()
}
