/** Measures the CPU time that the contenders of one framework take for a request. */
import type { Arguments } from './arguments.js'
import { checkAnswer } from './check.js'
import { Child } from './child.js'
import type { Contenders } from './contenders/contender.js'
import { contendersOf, type Framework } from './contenders/index.js'
import type { LoadAnswer, LoadQuestion, ServerAnswer, ServerQuestion } from './messages.js'
import { median } from './statistics.js'

/** Microseconds of CPU for a request: by contender, one number for each launch. */
export type Measured = Readonly<Record<string, readonly number[]>>

/** A contender that runs. */
interface Running {
  readonly name: string
  readonly server: Child<ServerQuestion, ServerAnswer>
  readonly port: number
  readonly responseBytes: number
  readonly rounds: number[]
}

type Burst = (running: Running, requests: number) => Promise<void>

/**
 * Starts every contender afresh for each launch and lets them take turns, round by round:
 * whatever slows the machine down for a second slows all of them down.
 */
export async function measure(framework: Framework, options: Arguments, progress: (text: string) => void): Promise<Measured> {
  const { launches } = options.plan
  const contenders = await contendersOf(framework)
  const measured: Record<string, number[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let launch = 1; launch <= launches; launch++) {
    progress(`${framework}: launch ${launch} of ${launches}`)
    for (const { name, rounds } of await oneLaunch(framework, contenders, options, launch)) measured[name]?.push(median(rounds))
  }
  return measured
}

async function oneLaunch(
  framework: Framework,
  contenders: Contenders,
  { node, plan, inProcess }: Arguments,
  launch: number,
): Promise<readonly Running[]> {
  const children: { end(): void }[] = []
  try {
    const loader = new Child<LoadQuestion, LoadAnswer>('load.js', [], process.execPath)
    children.push(loader)
    await loader.next()
    const burst: Burst = inProcess ? driveInProcess : (running, requests) => loadFrom(loader, running, requests)
    const all: Running[] = []
    for (const [name, { expected }] of Object.entries(contenders)) {
      const server = new Child<ServerQuestion, ServerAnswer>('server.js', [framework, name], node)
      children.push(server)
      const ready = await server.next()
      if (ready.says !== 'listening') throw new Error(`${framework} ${name} did not listen.`)
      const responseBytes = await checkAnswer(ready.port, expected, `${framework} ${name}`)
      all.push({ name, server, port: ready.port, responseBytes, rounds: [] })
    }
    for (const running of all) await burst(running, plan.warmup)
    for (let round = 0; round < plan.rounds; round++) {
      for (const running of turns(all, launch + round)) running.rounds.push(await oneRound(running, plan.requests, burst))
    }
    return all
  } finally {
    for (const child of children) child.end()
  }
}

/** Begins with another one each time, and goes backwards every second time. */
export function turns<Item>(items: readonly Item[], turn: number): Item[] {
  const start = turn % items.length
  const rotated = [...items.slice(start), ...items.slice(0, start)]
  return turn % 2 === 0 ? rotated : rotated.toReversed()
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
