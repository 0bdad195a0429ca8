/** Measures the CPU time that the contenders of one framework take for a request. */

import { median } from '../statistics.js'
import type { Arguments } from './arguments.js'
import type { Contenders } from './contenders/contender.js'
import { contendersOf, type Framework } from './contenders/index.js'
import { type Burst, type Running, withServers } from './servers.js'

/** What is compared: two servers of one framework that take turns. */
export interface Pair {
  readonly subject: string
  readonly base: string
}

/** Microseconds of CPU for a request, one number for each launch. */
export interface Measured extends Pair {
  readonly subjectMicros: readonly number[]
  readonly baseMicros: readonly number[]
}

/** Lists the pairs: ours against each other way to fail, and the success path with ours and once more against the one without. */
export function pairsOf(contenders: Contenders): Pair[] {
  const [successes, failures] = [true, false].map((wanted) =>
    Object.keys(contenders).filter((name) => name.startsWith('success') === wanted),
  ) as [string[], string[]]
  return [
    ...failures.filter((name) => name !== 'ours').map((base) => ({ subject: 'ours', base })),
    ...successes.filter((name) => name !== 'success').map((subject) => ({ subject, base: 'success' })),
  ]
}

/**
 * Measures pair by pair. The two servers of a pair start afresh for each launch and take turns, round by round: whatever slows the
 * machine down for a second slows both down. Only two, because each server that runs takes caches from the others.
 */
export async function measure(framework: Framework, options: Arguments, progress: (text: string) => void): Promise<Measured[]> {
  const { launches } = options.plan
  const contenders = await contendersOf(framework)
  const measured = pairsOf(contenders).map((pair) => ({ ...pair, subjectMicros: [] as number[], baseMicros: [] as number[] }))
  for (let launch = 1; launch <= launches; launch++) {
    progress(`${framework}: launch ${launch} of ${launches}`)
    for (const { subject, base, subjectMicros, baseMicros } of measured) {
      const [ofSubject, ofBase] = await oneLaunch(framework, [subject, base], options, launch)
      subjectMicros.push(ofSubject)
      baseMicros.push(ofBase)
    }
  }
  return measured
}

function oneLaunch(
  framework: Framework,
  names: readonly [subject: string, base: string],
  options: Arguments,
  launch: number,
): Promise<[ofSubject: number, ofBase: number]> {
  const { plan } = options
  return withServers(framework, names, options, async (servers, burst) => {
    const both = servers.map((running) => ({ running, rounds: [] as number[] }))
    for (const { running } of both) await burst(running, plan.warmup)
    for (let round = 0; round < plan.rounds; round++) {
      for (const { running, rounds } of turns(both, launch + round)) {
        rounds.push(await oneRound(running, plan.requests, burst))
      }
    }
    const [ofSubject = Number.NaN, ofBase = Number.NaN] = both.map(({ rounds }) => median(rounds))
    return [ofSubject, ofBase]
  })
}

/** Begins with another one each time. */
export function turns<Item>(items: readonly Item[], turn: number): Item[] {
  const start = turn % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

async function oneRound(running: Running, requests: number, burst: Burst): Promise<number> {
  const before = await cpuOf(running)
  await burst(running, requests)
  return ((await cpuOf(running)) - before) / requests
}

async function cpuOf({ server, name }: Running): Promise<number> {
  const answer = await server.ask({ ask: 'cpu' })
  if (answer.says !== 'cpu') throw new Error(`${name} did not tell its CPU time.`)
  return answer.micros
}
