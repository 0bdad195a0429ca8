/** Tells how long ago a request began, where a request logger has noted it: Node does not, and a note of ours would cost every request. */
import { callMethod } from '../../lib/guard/call.js'
import { listOf, read } from '../../lib/guard/read.js'

/** Gives the milliseconds since the request began, where morgan or pino-http has noted when that was. */
export function durationOf(req: object, res: object): number | undefined {
  const milliseconds = sinceHrtime(read(req, '_startAt')) ?? sinceDate(res)
  // The clock of the day may be set back.
  return milliseconds !== undefined && milliseconds >= 0 ? milliseconds : undefined
}

// morgan keeps what process.hrtime() gave.
function sinceHrtime(startAt: unknown): number | undefined {
  const [seconds, nanoseconds] = listOf(startAt)
  if (!Number.isInteger(seconds) || !Number.isInteger(nanoseconds)) return undefined
  // Not imported: every entry would import it, and a browser has none.
  const [s, ns] = listOf(callMethod(read(globalThis, 'process'), 'hrtime', [seconds, nanoseconds]))
  return Number(s) * 1e3 + Number(ns) / 1e6
}

// pino-http keeps what Date.now() gave, under a symbol that nobody else has.
function sinceDate(res: object): number | undefined {
  const symbol = Object.getOwnPropertySymbols(res).find(({ description }) => description === 'startTime')
  const began = symbol === undefined ? undefined : read(res, symbol)
  return typeof began === 'number' && Number.isFinite(began) ? Date.now() - began : undefined
}
