/** Reads a request body on behind its answer, within bounds of bytes and time. */
import type { IncomingMessage } from 'node:http'
import type { Duplex, Writable } from 'node:stream'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'

/** The way that an answer takes, and what ends it. */
export interface Way {
  /** Tells with `finish` that the answer is out; the time counts from there. */
  readonly answer: Pick<Writable, 'writableFinished' | 'once' | 'off'>
  /** Tells with `close` that nothing can come any more. */
  readonly line: Pick<Duplex, 'once' | 'off'>
  /** Called where a bound is reached: nobody reads any more. */
  readonly stop: () => void
  /** Called where a bound is reached and the answer is out. */
  readonly close: () => void
  /** Called when all has come, or nothing can come any more. */
  readonly settled: () => void
}

/** Reads until all has come, or a bound is reached. */
export function readOn(req: IncomingMessage, way: Way, { maxBytes, maxSeconds }: DrainLimits): void {
  const { answer, line } = way
  let left = maxBytes
  // A pipeline that failed has destroyed it and left its connection open. Nothing can be read.
  let isOverdue = req.destroyed
  let timer: NodeJS.Timeout | undefined

  const count = (chunk: string | Uint8Array): void => {
    left -= chunk.length
    if (left < 0) giveUp()
  }
  const giveUp = (): void => {
    // Here all has come, and whoever reads it takes its time.
    if (req.complete) return settle()
    isOverdue = true
    way.stop()
    if (answer.writableFinished) way.close()
  }
  const answered = (): void => {
    if (isOverdue) way.close()
    else timer = setTimeout(giveUp, maxSeconds * 1000).unref()
  }
  const settle = (): void => {
    clearTimeout(timer)
    req.off('data', count).off('close', settle)
    answer.off('finish', answered)
    line.off('close', settle)
    way.settled()
  }

  line.once('close', settle)
  answer.once('finish', answered)
  // Newer versions of Node go on taking what comes for it.
  if (isOverdue) return way.stop()
  // Whoever reads it goes on; one who has stopped and gone leaves it to us. Begun before the answer is out, or Node would drop, uncounted,
  // what comes.
  const isRead = req.listenerCount('data') + req.listenerCount('readable') > 0
  req.on('data', count).once('close', settle)
  if (!isRead) req.resume()
}
