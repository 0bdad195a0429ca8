/** Measures the CPU time that the contenders of one framework take for a request. */

import type { Plan } from '../arguments.js'
import { median } from '../statistics.js'
import type { Contenders } from './contenders/contender.js'
import { contendersOf, type Framework } from './contenders/index.js'
import { type Burst, type How, type Running, withServers } from './servers.js'

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

/**
 * Lists the pairs: ours against each other way to fail; our other way and the floors against an answer by hand; and the success path with ours
 * and once more against the one without.
 */
export function pairsOf(contenders: Contenders): Pair[] {
  const names = Object.keys(contenders)
  const successes = names.filter((name) => name.startsWith('success-'))
  const againstByHand = names.filter((name) => /^(?:ours-|floor-)/.test(name))
  const others = names.filter((name) => !/^(?:ours|floor-|success)/.test(name))
  return [
    ...others.map((base) => ({ subject: 'ours', base })),
    ...againstByHand.map((subject) => ({ subject, base: 'by-hand' })),
    ...successes.map((subject) => ({ subject, base: 'success' })),
  ]
}

/**
 * Measures pair by pair. The two servers of a pair start afresh for each launch and take turns, round by round: whatever slows the
 * machine down for a second slows both down. Only two, because each server that runs takes caches from the others.
 */
export async function measure(framework: Framework, how: How, plan: Plan, progress: (text: string) => void): Promise<Measured[]> {
  const { launches } = plan
  const contenders = await contendersOf(framework)
  const measured = pairsOf(contenders).map((pair) => ({ ...pair, subjectMicros: [] as number[], baseMicros: [] as number[] }))
  for (let launch = 1; launch <= launches; launch++) {
    progress(`${framework}: launch ${launch} of ${launches}`)
    for (const { subject, base, subjectMicros, baseMicros } of measured) {
      const [ofSubject, ofBase] = await oneLaunch(framework, [subject, base], how, plan, launch)
      subjectMicros.push(ofSubject)
      baseMicros.push(ofBase)
    }
  }
  return measured
}

function oneLaunch(
  framework: Framework,
  names: readonly [subject: string, base: string],
  how: How,
  plan: Plan,
  launch: number,
): Promise<[ofSubject: number, ofBase: number]> {
  return withServers(framework, names, how, async (servers, burst) => {
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
