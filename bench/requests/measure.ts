/** Measures the CPU time that the contenders of one framework take for a request. */

import { median } from '../statistics.js'
import type { Arguments } from './arguments.js'
import { checkAnswer } from './check.js'
import { Child } from './child.js'
import type { Contender, Contenders } from './contenders/contender.js'
import { contendersOf, type Framework } from './contenders/index.js'
import type { LoadAnswer, LoadQuestion, ServerAnswer, ServerQuestion } from './messages.js'

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

/** A contender that runs. */
interface Running {
  readonly name: string
  readonly server: Child<ServerQuestion, ServerAnswer>
  readonly port: number
  readonly responseBytes: number
  readonly rounds: number[]
}

type Burst = (running: Running, requests: number) => Promise<void>

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
      const [ofSubject, ofBase] = await oneLaunch(framework, contenders, [subject, base], options, launch)
      subjectMicros.push(ofSubject)
      baseMicros.push(ofBase)
    }
  }
  return measured
}

async function oneLaunch(
  framework: Framework,
  contenders: Contenders,
  names: readonly [string, string],
  { node, plan, inProcess }: Arguments,
  launch: number,
): Promise<[number, number]> {
  const children: { end(): void }[] = []
  try {
    const loader = new Child<LoadQuestion, LoadAnswer>('traffic.js', [], process.execPath)
    children.push(loader)
    await loader.next()
    const burst: Burst = inProcess ? driveInProcess : (running, requests) => loadFrom(loader, running, requests)
    const start = async (name: string): Promise<Running> => {
      const server = new Child<ServerQuestion, ServerAnswer>('server.js', [framework, name], node)
      children.push(server)
      const ready = await server.next()
      if (ready.says !== 'listening') throw new Error(`${framework} ${name} did not listen.`)
      const { expected } = contenders[name] as Contender
      const responseBytes = await checkAnswer(ready.port, expected, `${framework} ${name}`)
      return { name, server, port: ready.port, responseBytes, rounds: [] }
    }
    const both: [Running, Running] = [await start(names[0]), await start(names[1])]
    for (const running of both) await burst(running, plan.warmup)
    for (let round = 0; round < plan.rounds; round++) {
      for (const running of turns(both, launch + round)) running.rounds.push(await oneRound(running, plan.requests, burst))
    }
    return [median(both[0].rounds), median(both[1].rounds)]
  } finally {
    for (const child of children) child.end()
  }
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

async function driveInProcess({ server }: Running, requests: number): Promise<void> {
  await server.ask({ ask: 'drive', requests })
}

async function loadFrom(
  loader: Child<LoadQuestion, LoadAnswer>,
  { name, port, responseBytes }: Running,
  requests: number,
): Promise<void> {
  const answer = await loader.ask({ port, requests, responseBytes })
  if (answer.says === 'failed') throw new Error(`${name}: ${answer.reason}`)
}
