/** Measures the recipes of the guide that retry, on real servers: how long they wait, when they stop, and what a POST does. */
import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { clientsOn, runClientOfShop } from '../../../../.build/test/docs/clients-of-shop.js'
import { build } from '../link.mjs'
import { startServer } from './server.mjs'
import { PAGE, startShop } from './shop.mjs'

const guide = new URL('../../../../docs/guides/react-to-problems.md', import.meta.url)

/** Runs the checks; the code of the guide talks to the bookshop first. */
export async function checkRetries(report, bookshop) {
  report.heading('The recipes of the guide that retry, on servers that fail')
  for (const library of ['p-retry', 'cockatiel']) {
    const recipe = await findRecipe(library, bookshop)
    const check = (name, run) => report.check(`${library}: ${name}`, async () => run(await recipe()))
    for (const status of [429, 503]) await check(`waits a second for a ${status} that says so`, (send) => waits(send, status))
    await check('waits for the date that a server names', waitsForDate)
    await check('makes three attempts, and gives the problem of the last', gives)
    await check('does not repeat what is not worth it', doesNotRepeat)
    await check('a POST without a key is sent once', sendsOnce)
    await check('an aborted call ends', endsAborted)
    for (const [name, answer] of Object.entries(DEAD))
      await check(`a server that ${name} gets at most 35 retries of 1,000 calls`, (send) => sparesDead(send, answer, library))
    await report.check(`${library}: a POST with a key has its effect once, though the first answer is lost`, async () =>
      ordersOnce(await recipe(keyTypes)),
    )
  }
  await report.check('cockatiel: opens the circuit after five failures in a row, and a 4xx is none', async () =>
    opens(await (await findRecipe('cockatiel', bookshop))()),
  )
}

const keyTypes = `[...types, ...Object.values((await import('http-problems')).idempotencyTypes('${PAGE}'))]`

// A new module each time, with a budget and a breaker of its own.
async function findRecipe(library, bookshop) {
  const fence = clientsOn(readFileSync(guide, 'utf8'), true).find(({ text }) => text.includes(`from '${library}'`))
  assert.ok(fence, `the guide has no recipe for ${library}`)
  return async (types = 'types') => {
    const text = fence.text.replace('{ types })', `{ types: ${types} })`)
    const { exports } = await runClientOfShop(`retry-${library}`, { ...fence, text }, bookshop, `${build}/retries`)
    return exports.send
  }
}

async function onServer(answer, use) {
  const server = await startServer(answer)
  try {
    return await use(server)
  } finally {
    server.stop()
  }
}

const fails =
  (status, headers = {}) =>
  (res) =>
    res.writeHead(status, headers).end()
const recovers = (fail) => (res, count) => (count === 1 ? fail(res) : res.end('done'))

function waits(send, status) {
  return onServer(recovers(fails(status, { 'Retry-After': '1' })), async ({ url, times }) => {
    assert.equal(await (await send(url)).text(), 'done')
    const [wait] = gaps(times)
    assert.ok(wait >= 1000 && wait <= 1300, `it waits ${wait} ms`)
    return `${wait} ms`
  })
}

function gaps(times) {
  return times.slice(1).map((time, index) => Math.round(time - times[index]))
}

function waitsForDate(send) {
  const date = new Date(Date.now() + 2000)
  return onServer(recovers(fails(503, { 'Retry-After': date.toUTCString() })), async ({ url }) => {
    await send(url)
    // The field has whole seconds.
    const late = Date.now() - Math.floor(date / 1000) * 1000
    assert.ok(late >= 0 && late <= 300, `it comes ${late} ms after the date`)
    return `${late} ms after it`
  })
}

function gives(send) {
  return onServer(fails(502), async ({ url, times }) => {
    const error = await errorOf(send(url))
    assert.deepEqual([error.name, error.status, times.length], ['BadGateway', 502, 3])
    const [first, second] = gaps(times)
    assert.ok(first <= 150 && second <= 200, `it waits ${first} and ${second} ms`)
  })
}

async function doesNotRepeat(send) {
  for (const status of [400, 401, 404, 409, 412, 422, 501, 505, 507])
    await onServer(fails(status, { 'Retry-After': '1' }), async ({ url, times }) => {
      assert.equal((await errorOf(send(url))).status, status)
      assert.equal(times.length, 1, `${status} is repeated`)
    })
}

async function sendsOnce(send) {
  const shop = await startShop()
  try {
    const error = await errorOf(send(`${shop.origin}/unsafe`, { method: 'POST', body: 'a book' }))
    assert.deepEqual([error.status, shop.orders.length], [503, 1])
  } finally {
    shop.stop()
  }
}

function endsAborted(send) {
  return onServer(
    () => undefined,
    async ({ url, times }) => {
      const error = await errorOf(send(url, { signal: AbortSignal.timeout(100) }))
      assert.ok(error.cause?.name === 'TimeoutError' || error.name === 'TimeoutError', `it is ${error.name}`)
      assert.equal(times.length, 1)
    },
  )
}

const DEAD = {
  'answers 503': fails(503),
  'breaks off': (res) => res.destroy(),
}

function sparesDead(send, answer, library) {
  return onServer(answer, async ({ url, times }) => {
    const errors = []
    const call = async () => {
      while (errors.length < 1000) {
        const slot = errors.push(undefined) - 1
        errors[slot] = await errorOf(send(url))
      }
    }
    await Promise.all(Array.from({ length: 20 }, call))
    assert.equal(errors.length, 1000)
    const open = errors.filter(({ name }) => name === 'BrokenCircuitError' || name === 'Error').length
    const calls = 1000 - open
    const retries = times.length - calls
    assert.ok(retries <= 35, `${retries} retries`)
    // Without a breaker every call is made, and the budget is used up to its last retry.
    if (library === 'p-retry') assert.deepEqual([calls, retries], [1000, 35])
    return `${times.length} requests`
  })
}

async function ordersOnce(send) {
  const shop = await startShop()
  try {
    const url = `${shop.origin}/orders`
    const options = { method: 'POST', body: 'a book', headers: { 'Content-Type': 'text/plain' } }
    const idempotencyKey = crypto.randomUUID()
    const answer = await send(url, { ...options, idempotencyKey })
    assert.equal(await answer.text(), 'order 1')
    assert.deepEqual(shop.orders, ['a book'])
    // The answer was lost, the second request came while the first was running, the third got its answer.
    assert.deepEqual(shop.asked, Array(3).fill(`"${idempotencyKey}"`))

    const reused = await errorOf(send(url, { ...options, body: 'two books', idempotencyKey }))
    assert.equal(reused.name, 'IdempotencyKeyReused')
    assert.equal((await errorOf(send(url, options))).name, 'IdempotencyKeyMissing')
    assert.equal(shop.asked.length, 5)
  } finally {
    shop.stop()
  }
}

function opens(send) {
  return onServer(
    (res, count) => fails(count <= 9 ? 404 : 500)(res),
    async ({ url, times }) => {
      for (let call = 1; call <= 9; call++) assert.equal((await errorOf(send(url))).status, 404)
      const errors = []
      for (let call = 1; call <= 4; call++) errors.push(await errorOf(send(url)))
      assert.equal(times.length, 9 + 5)
      assert.deepEqual(
        errors.map(({ status }) => status),
        [500, undefined, undefined, undefined],
      )
      assert.match(errors[3].message, /circuit breaker is open/)
    },
  )
}

async function errorOf(answer) {
  try {
    await answer
  } catch (error) {
    return error
  }
  throw new Error('it succeeds')
}
