/** Is a customer of the bookshop: what each error becomes on the page, and what it must never become. */
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Bookshop } from '../../examples/bookshop/bookshop.js'
import type { Framework } from '../../examples/bookshop/demonstrations.js'
import type { Check } from './report.js'

const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true }

/** Uses the page on one of the servers. */
export async function beCustomer(
  browser: Browser,
  shop: Bookshop,
  framework: Framework,
  check: Check,
  folder: string,
): Promise<void> {
  const page = await browser.newPage({ ...wide, colorScheme: 'light' })
  const complaints: string[] = []
  const origins = new Set<string>()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // Chromium notes every 4xx and 5xx.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  await openShop(page, shop, framework)
  const name = `${framework}, customer:`
  check(`${name} the balance is there`, (await textOf(page.locator('.who').last())).endsWith('has 30'))
  await page.screenshot({ path: join(folder, `${framework}-customer-first.png`), fullPage: true })

  const crime = rowOf(page, 'Crime and Punishment')
  await crime.getByRole('button').click()
  const soldOut = await textOf(messageIn(crime))
  check(`${name} sold out, by its class`, /^Sold out\.SoldOut 409 .*"available":0/.test(soldOut), soldOut)
  check(`${name} what is sold out cannot be ordered again`, await crime.getByRole('button', { name: 'Sold out' }).isDisabled())

  const pride = rowOf(page, 'Pride and Prejudice')
  await pride.getByRole('textbox').fill('0')
  await pride.getByRole('button').click()
  const invalid = await textOf(messageIn(pride))
  check(`${name} a fault of a field`, invalid.startsWith('Send a whole number from 1 to 100.ValidationError 422'), invalid)
  check(`${name} the field is marked`, (await pride.getByRole('textbox').getAttribute('aria-invalid')) === 'true')
  await pride.getByRole('textbox').fill('1')
  await pride.getByRole('button').click()
  await messageIn(pride).filter({ hasText: 'is yours' }).waitFor()
  check(`${name} a field that is right is no longer marked`, (await pride.locator('[aria-invalid]').count()) === 0)

  await page.getByLabel('Bob').check()
  const golden = rowOf(page, 'Gödel, Escher, Bach')
  await golden.getByRole('button').click()
  const poor = await textOf(messageIn(golden))
  check(`${name} not enough money, by its class`, /^This costs 50, and the account has 30\..*OutOfCredit 403/.test(poor), poor)
  const help = await messageIn(golden).getByRole('link').getAttribute('href')
  check(`${name} a link to the account`, help === '/accounts/bob', help)

  await page.getByRole('button', { name: 'Report of the sales' }).click()
  const crash = await textOf(messageIn(page.locator('#office')))
  check(
    `${name} a 500 with the id of the trace`,
    /[0-9a-f]{32}InternalServerError 500/.test(crash) && !crash.includes('hunter2'),
    crash,
  )
  await searchTooOften(page, name, check, join(folder, `${framework}-customer-all.png`))

  check(`${name} no page errors`, complaints.length === 0, complaints)
  origins.delete('null')
  check(`${name} nothing is loaded from elsewhere`, [...origins].join() === shop.origins[framework], [...origins])
  await page.close()
  await meetOthers(browser, shop, framework, check)
  await look(browser, shop, framework, check, folder)
}

async function searchTooOften(page: Page, name: string, check: Check, picture: string): Promise<void> {
  const message = page.locator('#found .message')
  const limited = message.filter({ hasText: 'Goes on by itself in' })
  await page.getByRole('textbox', { name: 'Words of a title' }).fill('moby')
  for (let sent = 0; sent < 5 && !(await limited.isVisible()); sent++) {
    const answered = page.waitForResponse((response) => response.url().includes('/search'))
    await page.getByRole('button', { name: 'Search' }).click()
    await answered
    await page.waitForTimeout(100)
  }
  const first = await secondsIn(message)
  const facts = await textOf(message)
  check(`${name} the countdown of a rate limit`, first > 0 && first <= 10 && facts.includes('QuotaExceeded 429'), facts)
  await page.screenshot({ path: picture, fullPage: true })
  const shown = [first]
  for (let looks = 0; looks < 120 && (await message.isVisible()); looks++) {
    const seconds = await secondsIn(message)
    if (shown.at(-1) !== seconds) shown.push(seconds)
    await page.waitForTimeout(100)
  }
  const expected = Array.from({ length: first }, (_, index) => first - index)
  check(`${name} the countdown counts down to the last second`, shown.join() === expected.join(), shown)
  const titles = await page.locator('#books b').allTextContents()
  check(`${name} the search goes on by itself`, titles.join() === 'Moby-Dick', titles)
}

// What comes from elsewhere than the shop, or from one that is not to be trusted.
async function meetOthers(browser: Browser, shop: Bookshop, framework: Framework, check: Check): Promise<void> {
  const name = `${framework}, customer:`
  const page = await browser.newPage(wide)
  await openShop(page, shop, framework)
  const row = rowOf(page, 'Moby-Dick')
  const order = async (status: number, contentType: string, body: string): Promise<string> => {
    await page.route('**/orders', (route) => route.fulfill({ status, contentType, body }))
    await row.getByRole('button').click()
    const text = await textOf(messageIn(row))
    await page.unroute('**/orders')
    return text
  }
  const html = await order(502, 'text/html', '<img src=x onerror=alert(1)>')
  check(
    `${name} the page of a proxy is a 502`,
    html.startsWith('Bad Gateway') && html.endsWith('BadGateway 502 {}, retry: false (method)'),
    html,
  )
  const markup = '<img src=x onerror=alert(1)>'
  const problem = {
    type: 'https://example.com/probs/out-of-credit',
    title: markup,
    balance: markup,
    price: 1,
    accounts: ['javascript:alert(1)'],
  }
  await order(403, 'application/problem+json', JSON.stringify(problem))
  check(`${name} markup is text, and no link runs a script`, (await page.locator('img, a[href^=javascript]').count()) === 0)
  await page.route('**/orders', (route) => route.abort())
  await row.getByRole('button').click()
  const gone = await textOf(messageIn(row))
  check(`${name} a shop that is gone`, gone.startsWith('No answer. Is the shop still running?'), gone)
  await page.close()
}

async function look(browser: Browser, shop: Bookshop, framework: Framework, check: Check, folder: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ ...phone, colorScheme })
    await openShop(page, shop, framework)
    for (const title of ['Crime and Punishment', 'Gödel, Escher, Bach']) {
      await rowOf(page, title).getByRole('button').click()
      await textOf(messageIn(rowOf(page, title)))
    }
    await page.getByRole('button', { name: 'Report of the sales' }).click()
    await textOf(messageIn(page.locator('#office')))
    await page.screenshot({ path: join(folder, `${framework}-customer-phone-${colorScheme}.png`), fullPage: true })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    check(`${framework}, customer: nothing is wider than a phone`, overflow <= 0, overflow)
    await page.close()
  }
}

async function openShop(page: Page, shop: Bookshop, framework: Framework): Promise<void> {
  await page.goto(`${shop.origins[framework]}/customer`)
  await page.locator('#books li').nth(3).waitFor()
  await page.locator('.who', { hasText: 'has 30' }).waitFor()
}

function rowOf(page: Page, title: string): Locator {
  return page.locator('#books > li').filter({ hasText: title })
}

function messageIn(parent: Locator): Locator {
  return parent.locator('.message:not([hidden])')
}

async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? ''
}

async function secondsIn(message: Locator): Promise<number> {
  return Number(/in (\d+) s/.exec(await textOf(message))?.[1])
}
