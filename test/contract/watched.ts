/** Starts an app with the default log and writes down everything that an operator would see. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProblemEvent } from '../../lib/handler/event.js'

/** A running app, and what is seen of it. */
export interface Watched {
  readonly port: number
  readonly url: string
  readonly seen: Seen
  /** Settled when the first request has come. */
  readonly requested: Promise<unknown>
  readonly close: () => Promise<void>
}

/** What an operator sees. */
export interface Seen {
  readonly events: ProblemEvent[]
  /** What was printed with `console.error`: the default log, Koa's own too. */
  readonly lines: string[]
  /** Rejections that nobody handled: they would end the process. */
  readonly unhandled: unknown[]
}

/** Outcome and status of each event. */
export function outcomes({ events }: Seen): string[] {
  return events.map(({ outcome, status }) => `${outcome} ${status}`)
}

/** Collects what is seen from now on; call the second function to stop. */
export function watch(): [Seen, stop: () => void] {
  const seen: Seen = { events: [], lines: [], unhandled: [] }
  const { error } = console
  const noteRejection = (reason: unknown): void => void seen.unhandled.push(reason)
  console.error = (...args: unknown[]) => void seen.lines.push(args.join(' '))
  // Those of mocha would fail the test without a word about where.
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', noteRejection)
  const stop = (): void => {
    console.error = error
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
  }
  return [seen, stop]
}

/** Starts a listener that is made with a function for its events. */
export async function startWatched(make: (onProblem: (event: ProblemEvent<never>) => void) => unknown): Promise<Watched> {
  const [seen, stop] = watch()
  // Both frameworks' apps are listeners of node:http, in types that do not fit each other.
  const server = createServer(make((event) => void seen.events.push(event as ProblemEvent)) as RequestListener)
  const requested = new Promise((resolve) => server.once('request', resolve))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    stop()
  }
  return { port, url: `http://127.0.0.1:${port}`, seen, requested, close }
}

/** Waits until there are so many events, and a moment more for one too many; after two seconds it gives up and the test tells. */
export async function settled({ events }: Seen, count: number): Promise<void> {
  for (let waited = 0; waited < 2000 && events.length < count; waited += 10)
    await new Promise((resolve) => setTimeout(resolve, 10))
  await new Promise((resolve) => setTimeout(resolve, 60))
}
