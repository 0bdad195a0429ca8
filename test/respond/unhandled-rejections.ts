/** Watches for promises whose rejection nobody handles: in a server they end the process. */
import { setTimeout } from 'node:timers/promises'

/** Runs work and gives the rejections that stayed unhandled after it. */
export async function unhandledRejections(work: () => unknown): Promise<unknown[]> {
  const seen: unknown[] = []
  // mocha listens too and would fail the run; for this moment only the list counts.
  const others = process.rawListeners('unhandledRejection') as NodeJS.UnhandledRejectionListener[]
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => seen.push(reason))
  try {
    await work()
    await setTimeout(10)
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
  }
  return seen
}
