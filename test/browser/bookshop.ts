/** Presses every button of the bookshop's pages in Chromium: `node .build/test/browser/bookshop.js [folder for screenshots]`. */
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBookshop } from '../../examples/bookshop/bookshop.js'
import { type Demonstration, demonstrations, type Framework, showsProblem } from '../../examples/bookshop/demonstrations.js'
import { launch } from './chromium.js'
import { beCustomer } from './customer.js'
import { fieldsOf, open, rowOf, same } from './page.js'
import { report } from './report.js'
import { readInViewer } from './viewer.js'

const secrets = ['hunter2', 'supplier_contract', 'stock_not_negative']
const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true }

const { check, finish } = report()
const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'bookshop-')))
await mkdir(folder, { recursive: true })
const browser = await launch()
const shop = await openBookshop({ host: '127.0.0.1', ports: { express: 0, koa: 0 } })
try {
  await pressAll(browser, 'express')
  await pressAll(browser, 'koa')
  for (const framework of ['express', 'koa'] as const) await readInViewer(browser, shop, framework, check, folder)
  for (const framework of ['express', 'koa'] as const) await beCustomer(browser, shop, framework, check, folder)
  await useKeyboard(browser)
  await insertMarkup(browser)
  await loseServer(browser)
  await look(browser, 'phone', { ...phone, colorScheme: 'light' })
  await look(browser, 'phone-dark', { ...phone, colorScheme: 'dark' })
  await look(browser, 'desktop-dark', { ...wide, colorScheme: 'dark' })
} catch (error) {
  check('the run reaches its end', false, error)
} finally {
  await browser.close()
  await shop.close()
}
console.log(`Screenshots: ${folder}`)
finish()

async function pressAll(browser: Browser, framework: Framework): Promise<void> {
  const page = await browser.newPage({ ...wide, colorScheme: 'light' })
  const complaints: string[] = []
  const origins = new Set<string>()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // Chromium notes every 4xx and 5xx, and these are what the page is for.
    const isStatus = /^Failed to load resource: the server responded with a status of [45]\d\d/.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !isStatus) complaints.push(message.text())
  })
  page.on('request', (request) => origins.add(new URL(request.url()).origin))

  await open(page, shop, framework)
  await page.screenshot({ path: join(folder, `${framework}-first.png`) })
  for (const demonstration of demonstrations) await press(page, framework, demonstration)
  await page.screenshot({ path: join(folder, `${framework}-all.png`), fullPage: true })

  check(`${framework}: one button for each demonstration`, (await page.locator('button').count()) === demonstrations.length)
  check(`${framework}: no page errors and no console errors`, complaints.length === 0, complaints)
  origins.delete('null')
  check(`${framework}: nothing is loaded from elsewhere`, [...origins].join() === shop.origins[framework], [...origins])
  await page.getByRole('link', { name: 'OpenAPI document' }).click()
  const document = JSON.parse((await page.locator('pre').textContent()) ?? '') as { openapi?: unknown }
  check(`${framework}: the link leads to the OpenAPI document`, document.openapi === '3.1.2', document.openapi)
  await page.goBack()
  const other = framework === 'express' ? 'koa' : 'express'
  await page.getByRole('link', { name: other }).click()
  check(`${framework}: the link leads to the other server`, new URL(page.url()).origin === shop.origins[other], page.url())
  await page.close()
}

async function press(page: Page, framework: Framework, demonstration: Demonstration): Promise<void> {
  const { label, status, path } = demonstration
  const row = rowOf(page, demonstration)
  const answered = page.waitForResponse((response) => response.url().endsWith(path) && response.status() === status)
  await row.getByRole('button').click()
  const response = await answered
  const text = await response.text()
  await row.locator('.screen:not([aria-busy])').waitFor()
  await row.locator('.status', { hasText: String(status) }).waitFor()

  const name = `${framework}: ${label}:`
  const shown = { status: await row.locator('.status').textContent(), body: (await row.locator('.body').textContent()) ?? '' }
  const fields = await fieldsOf(row)
  check(`${name} the status line`, shown.status === `HTTP/1.1 ${status} ${response.statusText()}`, shown.status)
  check(`${name} the body as it came`, same(shown.body, text), shown.body)
  const mediaType = fields.get('Content-Type')?.split(';')[0]
  check(`${name} the media type`, mediaType === (showsProblem(demonstration) ? 'application/problem+json' : 'application/json'))
  const member = showsProblem(demonstration) ? (JSON.parse(shown.body) as { status?: unknown }).status : status
  check(`${name} the member status`, member === status, member)
  check(
    `${name} no secret`,
    !secrets.some((secret) => `${shown.body}${[...fields.values()].join()}`.includes(secret)),
    shown.body,
  )
  check(`${name} the row says that it is open`, (await row.getByRole('button').getAttribute('aria-expanded')) === 'true')
  if (status === 405) check(`${name} Allow`, fields.get('Allow')?.includes('GET') === true, fields)
  if (status === 429) check(`${name} Retry-After`, /^\d+$/.test(fields.get('Retry-After') ?? ''), fields)
  if (status === 429) check(`${name} RateLimit`, fields.get('RateLimit')?.startsWith('"search";r=0') === true, fields)
  if (status === 201) check(`${name} Location`, fields.get('Location')?.startsWith('/orders/') === true, fields)
}

async function useKeyboard(browser: Browser): Promise<void> {
  const page = await browser.newPage(wide)
  await open(page, shop, 'express')
  const [, second] = demonstrations
  // Five links, the first row, the second row.
  for (let step = 0; step < 7; step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const status = page.locator('.status', { hasText: String(second?.status) })
  await status.waitFor()
  check('the second row opens by keyboard', (await status.count()) === 1)
  await page.screenshot({ path: join(folder, 'keyboard.png') })
  await page.close()
}

async function insertMarkup(browser: Browser): Promise<void> {
  const page = await browser.newPage(wide)
  await open(page, shop, 'express')
  const markup = '<img src=x onerror=alert(1)>'
  const json = { contentType: 'application/problem+json', headers: { Allow: markup } }
  await page.route('**/books/*', (route) => route.fulfill({ status: 404, body: JSON.stringify({ [markup]: markup }), ...json }))
  await page.getByRole('button').first().click()
  await page.locator('.body', { hasText: markup }).first().waitFor()
  check('markup in an answer is shown as text', (await page.locator('img').count()) === 0)
  check('markup in a field is shown as text', (await page.locator('dd', { hasText: markup }).count()) === 1)
  await page.close()
}

async function loseServer(browser: Browser): Promise<void> {
  const page = await browser.newPage(wide)
  await open(page, shop, 'express')
  await page.route('**/books/*', (route) => route.abort())
  await page.getByRole('button').first().click()
  await page.locator('.status', { hasText: 'Is the server still running?' }).waitFor()
  check('a server that is gone leaves no old answer', (await page.locator('.body').first().textContent()) === '')
  await page.close()
}

async function look(browser: Browser, name: string, options: BrowserContextOptions): Promise<void> {
  const page = await browser.newPage(options)
  await open(page, shop, 'koa')
  await page.screenshot({ path: join(folder, `${name}-first.png`) })
  for (const demonstration of demonstrations) {
    await rowOf(page, demonstration).getByRole('button').click()
    await rowOf(page, demonstration)
      .locator('.status', { hasText: String(demonstration.status) })
      .waitFor()
  }
  await page.screenshot({ path: join(folder, `${name}-all.png`), fullPage: true })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  check(`${name}: nothing is wider than the screen`, overflow <= 0, overflow)
  await page.close()
}
