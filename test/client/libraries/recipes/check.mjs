/** Runs the recipes that the guide shows, and then what is exported there against answers that are odd. */
import { strict as assert } from 'node:assert'
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openBookshop } from '../../../../.build/examples/bookshop/bookshop.js'
import { clientsOn, runClientOfShop } from '../../../../.build/test/docs/clients-of-shop.js'
import { BadGateway, Conflict, HttpProblem, ImATeapot, ServiceUnavailable } from '../../../../dist/esm/lib/index.js'
import { oddAnswers, startFront } from './front.mjs'
import { uses } from './uses.mjs'

const guide = new URL('../../../../docs/guides/react-to-problems.md', import.meta.url)
const root = fileURLToPath(new URL('../../../..', import.meta.url))
const build = fileURLToPath(new URL('../.build', import.meta.url))

/** Runs the recipes as checks of a report. */
export async function checkRecipes(report) {
  report.heading('The recipes of the guide, on the bookshop')
  const { error, info } = console
  console.error = () => undefined
  console.info = () => undefined
  linkPackage()
  const shop = await openBookshop({ host: '127.0.0.1', ports: { express: 0, koa: 0 } })
  const front = await startFront(shop.origins.express)
  try {
    for (const fence of clientsOn(readFileSync(guide, 'utf8'), true)) await checkRecipe(report, fence, front.origin)
  } finally {
    front.stop()
    await shop.close()
    Object.assign(console, { error, info })
  }
}

async function checkRecipe(report, fence, origin) {
  const library = /from '(?!http-problems|\.)([^']+)'/.exec(fence.text)?.[1]
  let exported
  await report.check(`${library}: line ${fence.line} of the guide does what it shows`, async () => {
    exported = (await runClientOfShop(`guide-${fence.line}`, fence, origin, `${build}/guide`)).exports
  })
  const use = uses[library]
  if (use === undefined || exported === undefined) return
  for (const name of Object.keys(oddAnswers)) {
    await report.check(`${library}: an answer that is ${name}`, async () => {
      judge(name, await errorOf(use.call(exported, `/odd/${name}`, origin)), use)
    })
  }
}

function judge(name, error, { tells }) {
  if (name === 'gone') return assert.equal(error instanceof HttpProblem ? `a problem with the status ${error.status}` : error.name, tells)
  assert.ok(error instanceof classes[name], `it is ${error}`)
  judges[name](error)
}

const classes = { html: BadGateway, vendor: HttpProblem, empty: ServiceUnavailable, broken: Conflict, unlisted: ImATeapot }

const judges = {
  html: ({ document }) => assert.equal(document, undefined),
  vendor: ({ status, vendor }) => assert.deepEqual([status, vendor?.vendor], [524, 'Cloudflare']),
  empty: ({ headers }) => assert.equal(headers['retry-after'], '1'),
  broken: ({ document }) => assert.equal(document, undefined),
  unlisted: ({ type, extensions }) => assert.deepEqual([type, extensions], ['https://example.com/probs/short-and-stout', { spouts: 1 }]),
}

async function errorOf(answer) {
  try {
    await answer
  } catch (error) {
    return error
  }
  throw new Error('it is given as an answer that is good')
}

/** Lets the code of the guide find the package by its name, as this folder is a package of its own. */
export function linkPackage() {
  rmSync(build, { recursive: true, force: true })
  mkdirSync(`${build}/node_modules`, { recursive: true })
  symlinkSync(root, `${build}/node_modules/http-problems`)
}
