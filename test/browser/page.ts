/** Where things are on the bookshop's page. */
import type { Locator, Page } from 'playwright-core'
import type { Bookshop } from '../../examples/bookshop/bookshop.js'
import { type Demonstration, demonstrations, type Framework } from '../../examples/bookshop/demonstrations.js'

/** Opens the page on one of the servers. */
export async function open(page: Page, shop: Bookshop, framework: Framework): Promise<void> {
  await page.goto(`${shop.origins[framework]}/`)
  // The first answer comes without a press.
  await page.locator('.status', { hasText: String(demonstrations[0]?.status) }).waitFor()
}

/** Finds the row of a demonstration. */
export function rowOf(page: Page, { label }: Demonstration): Locator {
  return page.locator('main li').filter({ has: page.getByText(label, { exact: true }) })
}

/** Reads the header fields that a row shows. */
export async function fieldsOf(row: Locator): Promise<ReadonlyMap<string, string>> {
  const values = await row.locator('dd').allTextContents()
  return new Map((await row.locator('dt').allTextContents()).map((name, index) => [name, values[index] ?? '']))
}

/** Tells whether the page shows the JSON that the server sent. */
export function same(shown: string, sent: string): boolean {
  return JSON.stringify(JSON.parse(shown)) === JSON.stringify(JSON.parse(sent))
}
