/** Looks at the problem pages in Chromium: `node .build/test/browser/pages.js [folder for screenshots]`. */
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launch } from './chromium.js'
import { MARKUP, openPages } from './problem-pages.js'
import { report } from './report.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wide = { viewport: { width: 1000, height: 760 } }
const phone = { viewport: { width: 320, height: 700 }, hasTouch: true }

const { check, finish } = report()
const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'pages-')))
await mkdir(folder, { recursive: true })
const browser = await launch()
const { origin, paths, server } = await openPages()
const everyone = paths.filter((path) => !path.startsWith('/developer'))
try {
  for (const path of everyone) await inspect(browser, path)
  await showMarkupAsText(browser)
  await useKeyboard(browser)
  await readEmbedded(browser)
  await openAsDeveloper(browser)
  await photograph(browser, 'light', '/declined', { ...wide, colorScheme: 'light' })
  await photograph(browser, 'dark', '/declined', { ...wide, colorScheme: 'dark' })
  await photograph(browser, 'narrow', '/declined', { ...phone, colorScheme: 'light' })
  await photograph(browser, 'developer', '/developer?book=7&token=s3cr3t', { ...wide, colorScheme: 'light' })
} catch (error) {
  check('the run reaches its end', false, error)
} finally {
  await browser.close()
  server.close()
}
console.log(`Screenshots: ${folder}`)
finish()

/** Opens a page and collects what the browser complains about, such as a style that the policy refuses. */
async function open(browser: Browser, path: string, options: BrowserContextOptions): Promise<[page: Page, complaints: string[]]> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // Chromium notes every 4xx and 5xx, and these are what the page is for.
    if (!message.text().startsWith('Failed to load resource: the server responded')) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !request.url().endsWith('/favicon.ico')) complaints.push(`loads ${request.url()}`)
  })
  await page.goto(`${origin}${path}`)
  return [page, complaints]
}

async function inspect(browser: Browser, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, size] of Object.entries({ wide, phone })) {
      const name = `${path}, ${colorScheme}, ${width}:`
      const [page, complaints] = await open(browser, path, { ...size, colorScheme })
      check(`${name} nothing is refused, loaded or run`, complaints.length === 0, complaints)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      check(`${name} nothing is wider than the screen`, overflow <= 0, overflow)
      const margin = await page.evaluate(() => getComputedStyle(document.querySelector('main') as Element).maxWidth)
      check(`${name} the style applies`, margin === '640px', margin)
      await page.context().close()
      // The policy lets no script run, so that axe needs a context without it.
      const [free] = await open(browser, path, { ...size, colorScheme, bypassCSP: true })
      await free.addScriptTag({ content: axe })
      const { violations, passes } = (await free.evaluate('axe.run({ resultTypes: ["violations", "passes"] })')) as AxeResults
      check(`${name} axe finds nothing`, violations.length === 0, JSON.stringify(violations, null, 1))
      check(
        `${name} axe has measured the contrast`,
        passes.some(({ id }) => id === 'color-contrast'),
      )
      await free.context().close()
    }
}

interface AxeResults {
  readonly violations: readonly unknown[]
  readonly passes: readonly { readonly id: string }[]
}

async function showMarkupAsText(browser: Browser): Promise<void> {
  for (const bypassCSP of [false, true]) {
    const [page] = await open(browser, '/markup', { ...wide, bypassCSP })
    const elements = await page.locator('img, body script').count()
    check('markup makes no element', elements === 0, elements)
    check('markup does not run', (await page.title()) === `400 ${MARKUP}`, await page.title())
    check('markup is shown as text', (await page.locator('h1').textContent()) === MARKUP)
    check('a name is shown as text', (await page.locator('dt', { hasText: MARKUP }).count()) > 0)
    await page.context().close()
  }
}

async function useKeyboard(browser: Browser): Promise<void> {
  const [page] = await open(browser, '/declined', wide)
  await page.keyboard.press('Tab')
  const focused = await page.evaluate(() => ({
    text: document.activeElement?.textContent,
    outline: getComputedStyle(document.activeElement as Element).outlineStyle,
  }))
  check(
    'the link is reached by keyboard and shows it',
    focused.text === 'About this kind of problem' && focused.outline === 'solid',
    focused,
  )
  await page.context().close()
}

async function readEmbedded(browser: Browser): Promise<void> {
  const [page] = await open(browser, '/markup', wide)
  const text = await page.locator('script[type="application/problem+json"]').textContent()
  const { title, status } = JSON.parse(text ?? '') as { title?: unknown; status?: unknown }
  check('the embedded document is read as it was', title === MARKUP && status === 400, text)
  await page.context().close()
}

async function openAsDeveloper(browser: Browser): Promise<void> {
  const [page, complaints] = await open(browser, '/developer?book=7&token=s3cr3t', wide)
  check("developer: nothing is refused by the page's own policy", complaints.length === 0, complaints)
  const text = (await page.locator('body').textContent()) ?? ''
  check('developer: the message', text.includes('Cannot read the stock of Moby Dick'))
  check('developer: a line of the source', text.includes('throw new TypeError('))
  check('developer: the cause', text.includes('ECONNREFUSED'))
  check('developer: the request, without secrets', text.includes('book=7') && !text.includes('s3cr3t'))
  await page.getByRole('button', { name: 'Raw' }).click()
  check('developer: its scripts run', await page.locator('#stack-frames-raw').isVisible())
  await page.getByRole('button', { name: 'Copy error' }).click()
  check('developer: the button to copy runs', complaints.length === 0, complaints)
  await page.context().close()
  const [hostile, refused] = await open(browser, '/developer-markup', wide)
  check('developer: markup makes no element', (await hostile.locator('img').count()) === 0)
  check('developer: markup does not run', (await hostile.title()) === '500 Internal Server Error', await hostile.title())
  check('developer: markup is not even tried', refused.length === 0, refused)
  await hostile.context().close()
}

async function photograph(browser: Browser, name: string, path: string, options: BrowserContextOptions): Promise<void> {
  const [page] = await open(browser, path, options)
  await page.screenshot({ path: join(folder, `page-${name}.png`), fullPage: name === 'narrow' })
  await page.context().close()
}
