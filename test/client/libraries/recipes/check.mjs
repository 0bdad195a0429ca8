/** Runs the recipes that the guide shows, and then what is exported there against answers that are odd. */
import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { clientsOn, runClientOfShop } from '../../../../.build/test/docs/clients-of-shop.js'
import { BadGateway, Conflict, HttpProblem, ImATeapot, ServiceUnavailable } from '../../../../dist/esm/lib/index.js'
import { build } from '../link.mjs'
import { oddAnswers, startFront } from './front.mjs'
import { uses } from './uses.mjs'

const guide = new URL('../../../../docs/guides/react-to-problems.md', import.meta.url)
/** Runs the recipes as checks of a report. */
export async function checkRecipes(report, shop) {
  report.heading('The recipes of the guide, on the bookshop')
  const front = await startFront(shop)
  for (const fence of clientsOn(readFileSync(guide, 'utf8'), true)) await checkRecipe(report, fence, front)
  front.stop()
}

async function checkRecipe(report, fence, front) {
  const { origin } = front
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
  if (use.again === undefined) return
  await report.check(`${library}: asks again when the advice says, three times in all`, async () => {
    const path = '/odd/empty?again'
    assert.ok((await errorOf(use.again(exported, path, origin))) instanceof ServiceUnavailable)
    const waits = front.waitsFor(path)
    assert.equal(waits.length, 2)
    for (const wait of waits) assert.ok(wait >= 995 && wait <= 1300, `it waits ${wait} ms`)
    return waits.map((wait) => `${Math.round(wait)} ms`).join(' and ')
  })
}

function judge(name, error, { tells }) {
  if (name === 'gone') return assert.ok(tells(error), `it is ${error}`)
  assert.ok(error instanceof classes[name], `it is ${error}`)
  judges[name](error)
}

const classes = { html: BadGateway, vendor: HttpProblem, empty: ServiceUnavailable, broken: Conflict, unlisted: ImATeapot }

const judges = {
  html: ({ document }) => assert.equal(document, undefined),
  vendor: ({ status, vendor }) => assert.deepEqual([status, vendor?.name], [524, 'Cloudflare']),
  empty: ({ headers }) => assert.equal(headers['retry-after'], '1'),
  broken: ({ document }) => assert.equal(document, undefined),
  unlisted: ({ type, extensions }) =>
    assert.deepEqual([type, extensions], ['https://example.com/probs/short-and-stout', { spouts: 1 }]),
}

async function errorOf(answer) {
  try {
    await answer
  } catch (error) {
    return error
  }
  throw new Error('it is given as an answer that is good')
}
