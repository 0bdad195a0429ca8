/** Measures how long a client waits before it asks again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { cases } from './cases.mjs'

const WIDTH = 6
// Longer than any of the clients waits for the first time.
const LONGEST_WAIT = 8000

// A timer of Node may end a millisecond early.
const EARLY = 2

/** Tries a client with every case; gives a word for each. */
export async function measure(origin, { send }, method) {
  const words = []
  const rest = cases.entries()
  await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      for (const [index, of] of rest) words[index] = await wordOf(() => waitOf(origin.exchangeOf(of), send, method))
    }),
  )
  return words
}

// A busy machine makes a wait longer, never shorter.
async function wordOf(wait) {
  const waits = [await wait(), await wait()]
  if (waits.includes(undefined)) return waits.some((one) => one !== undefined) ? 'at times' : 'no'
  if (waits.every(({ isAtDate }) => isAtDate)) return 'at the date'
  return wordFor(Math.min(...waits.map(({ ms }) => ms)))
}

async function waitOf(exchange, send, method) {
  const given = send(exchange.url, method).then(
    () => true,
    () => false,
  )
  const ended = await Promise.race([given, sleep(LONGEST_WAIT, undefined, { ref: false })])
  if (ended === undefined)
    throw new Error(`${method} and ${exchange.of.status}: neither an answer nor an error in ${LONGEST_WAIT} ms`)
  const [first, second] = exchange.requests
  if (first?.method !== method) throw new Error(`the first request is ${first?.method}, not ${method}`)
  if (second === undefined) return undefined
  const isAtDate = exchange.of.hint === 'a date that is near' && performance.timeOrigin + second.at >= exchange.date - EARLY
  return { ms: second.at - exchange.answered, isAtDate }
}

/** Rounds a wait: the clients add some chance, and a machine is at times busy. */
export function wordFor(ms) {
  if (ms < 75) return 'at once'
  return ms < 700 ? `0.${Math.max(1, Math.floor((ms + 15) / 100))} s` : `${Math.floor((ms + 15) / 1000)} s`
}
