/** Runs rows, one after the other, in a process of their own, and tells the parent about each. */
import './provoke/globals.mjs'
import { instead } from './expect/instead.mjs'
import { harmless } from './expect/planted.mjs'
import { outcomes } from './expect/status.mjs'
import { judge, seesLeaks } from './judge/judge.mjs'
import { changesOf, snapshot } from './judge/untouched.mjs'
import { rethrow } from './provoke/apps.mjs'
import { helper } from './provoke/helper.mjs'
import { stayHere } from './provoke/network.mjs'
import { compile } from './provoke/snippet.mjs'

const FRAMEWORKS = ['express', 'koa']

// What goes wrong behind a row's back counts for the row that is running.
let strays = []
process.on('uncaughtException', (error) => strays.push(error))
stayHere((host) => strays.push(new Error(`tried to reach ${host}`)))

process.on('disconnect', () => process.exit())
process.on('message', async (rows) => {
  for (const row of rows) {
    process.send({ begins: row.id })
    process.send({ ended: await run(row) })
  }
  process.exit()
})

async function run(row) {
  const began = Date.now()
  const result = { id: row.id, package: row.package, frameworks: {} }
  strays = []
  try {
    const watched = row.id in outcomes
    const h = helper({ watched })
    const { err } = await compile(instead[row.id]?.snippet ?? row.snippet)(h)
    const strange = strangeness(row, err)
    if (strange !== undefined) return { ...result, broken: strange }
    if (row.wouldLeak !== '-' && !(row.id in harmless) && !seesLeaks(row, err, h.planted))
      return { ...result, broken: 'the judge would not see a leak: see harmless in expect/planted.mjs' }
    for (const framework of FRAMEWORKS) result.frameworks[framework] = await judged(row, framework, err, h, watched)
  } catch (error) {
    result.broken = String(error?.stack ?? error)
  }
  return { ...result, strays: strays.map((error) => String(error?.stack ?? error)), ms: Date.now() - began }
}

async function judged(row, framework, err, h, watched) {
  const origin = h.exchange
  const isOrigin = origin?.framework === framework
  const before = snapshot(err)
  const exchange = isOrigin
    ? origin
    : await rethrow(
        framework,
        err,
        { ...origin?.request, path: '/' },
        { when: outcomes[row.id]?.outcome, status: origin?.status },
        watched,
      )
  // Before the judge reads it: reading alone changes errors that make members when they are first asked for.
  const changes = isOrigin ? [] : changesOf(err, before)
  const faults = judge(row, exchange, { isOrigin, planted: h.planted })
  if (changes.length > 0) faults.push({ kind: 'changed', text: `the thrown value was changed: ${changes.join(', ')}` })
  const { status, rawHeaders, body } = exchange.answer
  return { status, rawHeaders, body, isOrigin, faults }
}

// A row is only worth something while its snippet provokes what it says.
function strangeness({ recognise, observed = {} }, err) {
  if (compile(recognise)(err) !== true) return `the snippet gave another error: ${describe(err)}`
  if (observed.ctor !== undefined && err?.constructor?.name !== observed.ctor)
    return `the error is a ${err?.constructor?.name}, not a ${observed.ctor}`
  return undefined
}

function describe(err) {
  try {
    return `${err?.name} ${err?.code} ${err?.message}`
  } catch {
    return 'one that cannot be read'
  }
}
