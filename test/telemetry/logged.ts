/** Makes events as the handlers do, and collects the lines that a logger gets for them. */
import { eventOf, type Origin, type ProblemEvent } from '../../lib/handler/event.js'
import { handle } from '../../lib/handler/handle.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import { NO_FIELDS, type RequestFacts } from '../../lib/respond/facts.js'
import { withoutRoute } from '../../lib/routes/matched.js'
import type { ProblemLoggerOptions } from '../../lib/telemetry/log/options.js'
import { problemLogger } from '../../lib/telemetry/log/problem-logger.js'
import { plainFacts } from '../respond/answer-to.js'

/** What an event is made of, beside what was thrown. */
export interface Given {
  readonly options?: HandlerOptions
  readonly facts?: Partial<RequestFacts>
  readonly route?: string
  readonly duration?: number
  readonly outcome?: ProblemEvent['outcome']
}

/** Makes the event of what was thrown. */
export function eventFor(thrown: unknown, { options, facts, route, duration, outcome = 'answered' }: Given = {}): ProblemEvent {
  const origin: Origin = { template: () => route, duration: () => duration }
  const collect = { carrier: {}, response: () => NO_FIELDS, status: () => undefined, route: () => withoutRoute('GET'), ...origin }
  const settings = prepareSettings({ logger: false, ...options }, () => undefined)
  const handled = handle(thrown, { ...plainFacts, ...facts }, collect, settings)
  if (handled === undefined) throw new Error('The handler was not meant.')
  return eventOf(handled, outcome)
}

/** A line that was written. */
export type Line = Readonly<Record<string, unknown>> & {
  readonly level: string
  readonly msg: string
  readonly problem: Readonly<Record<string, unknown>>
  readonly err: Readonly<Record<string, unknown>>
  readonly req: Readonly<Record<string, unknown>>
}

/** A logger as the console, and what it was given. */
export function consoleLike(): { readonly texts: string[]; readonly logger: object } {
  const texts: string[] = []
  const take = (...args: readonly unknown[]): void => {
    if (args.length !== 1 || typeof args[0] !== 'string') throw new Error('The console got more than a line.')
    texts.push(args[0])
  }
  return { texts, logger: { error: take, warn: take, info: take, debug: take } }
}

/** Logs what was thrown, and gives the text of the one line. */
export function textOf(thrown: unknown, given: Given = {}, options: ProblemLoggerOptions = {}): string {
  const { texts, logger } = consoleLike()
  problemLogger(logger, options)(eventFor(thrown, given))
  if (texts.length !== 1) throw new Error(`There are ${texts.length} lines.`)
  return texts[0] as string
}

/** Logs what was thrown, and gives the one line. */
export function lineOf(thrown: unknown, given: Given = {}, options: ProblemLoggerOptions = {}): Line {
  return JSON.parse(textOf(thrown, given, options)) as Line
}
