/** Starts contenders in processes of their own, with one process that sends requests, and ends all of them. */
import { checkAnswer } from './check.js'
import { Child } from './child.js'
import type { Contender } from './contenders/contender.js'
import { contendersOf, type Framework } from './contenders/index.js'
import type { LoadAnswer, LoadQuestion, ServerAnswer, ServerQuestion } from './messages.js'

/** A contender that runs, and whose answer has been compared with what it must be. */
export interface Running {
  readonly name: string
  readonly server: Child<ServerQuestion, ServerAnswer>
  readonly port: number
  readonly responseBytes: number
}

/** What runs the servers, and how requests reach them. */
export interface How {
  /** The path of Node.js. */
  readonly node: string
  /** Whether sockets are in memory only. */
  readonly inProcess: boolean
}

/** Sends so many requests to a contender. */
export type Burst = (running: Running, requests: number) => Promise<void>

type Loader = Child<LoadQuestion, LoadAnswer>

/** Runs contenders of one framework for as long as the given function takes. */
export async function withServers<Result>(
  framework: Framework,
  names: readonly string[],
  { node, inProcess }: How,
  use: (servers: readonly Running[], burst: Burst) => Promise<Result>,
): Promise<Result> {
  const children: { end(): void }[] = []
  try {
    // The load comes from the same Node.js, whichever runs the servers.
    const loader: Loader = new Child('traffic.js', [], process.execPath)
    children.push(loader)
    await loader.next()
    const contenders = await contendersOf(framework)
    const servers: Running[] = []
    for (const name of names) {
      const contender = contenders[name]
      if (contender === undefined)
        throw new TypeError(`No contender ${name} for ${framework}: ${Object.keys(contenders).join(', ')}.`)
      const server: Running['server'] = new Child('server.js', [framework, name], node)
      children.push(server)
      servers.push(await ready(`${framework} ${name}`, contender, { name, server }))
    }
    return await use(servers, inProcess ? driveInProcess : (running, requests) => loadFrom(loader, running, requests))
  } finally {
    for (const child of children) child.end()
  }
}

async function ready(
  title: string,
  { expected }: Contender,
  { name, server }: Pick<Running, 'name' | 'server'>,
): Promise<Running> {
  const answer = await server.next()
  if (answer.says !== 'listening') throw new Error(`${title} did not listen.`)
  return { name, server, port: answer.port, responseBytes: await checkAnswer(answer.port, expected, title) }
}

async function driveInProcess({ server }: Running, requests: number): Promise<void> {
  await server.ask({ ask: 'drive', requests })
}

async function loadFrom(loader: Loader, { name, port, responseBytes }: Running, requests: number): Promise<void> {
  const answer = await loader.ask({ port, requests, responseBytes })
  if (answer.says === 'failed') throw new Error(`${name}: ${answer.reason}`)
}
