/** Writes one structured line for each problem, to a logger of the app. */
import { bare } from '../../guard/bare.js'
import { callNow } from '../../guard/call.js'
import { read } from '../../guard/read.js'
import type { ProblemEvent } from '../../handler/event.js'
import { isServerError } from '../../handler/server-error.js'
import { errorFields } from './error-fields.js'
import { levelOf } from './level.js'
import { type LogSettings, type ProblemLoggerOptions, prepareLogging } from './options.js'
import { Scrub } from './scrub.js'
import { hasLevel, type LogFields, needLogger, type ProblemLog, writerOf } from './writer.js'

const LONGEST_METHOD = 40
const LONGEST_ID = 100
// Collectors of logs cut or refuse lines of more than a few ten thousand characters.
const LONGEST_DOCUMENT = 8000
const LONGEST_ERRORS = 20_000

/**
 * Makes a listener that writes one line for each problem to pino, winston, or a logger with the methods of `console`: for the option `logger` of a
 * handler, or for `onProblem` beside the default log. A line has the problem document, the error with its causes, the request and the trace.
 * What looks like a secret is left out, and so is all of an error but its name, message, code and stack.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where the logger is none, and ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const lines: string[] = []
 * const logger = { error: (line: string) => lines.push(line), info: (line: string) => lines.push(line) }
 * const app = express()
 * app.get('/orders/:id', () => {
 *   throw new Conflict('Order 7 is already paid.')
 * })
 * app.use(problemHandler({ logger: problemLogger(logger) })) // GET /orders/7: 409
 */
export function problemLogger(logger: ProblemLog, options: ProblemLoggerOptions = {}): (event: ProblemEvent) => unknown {
  needLogger(logger)
  const settings = prepareLogging(options, (level) => level === 'silent' || hasLevel(logger, level))
  const write = writerOf(logger, settings.kind)

  return function logProblem(event) {
    const failures: string[] = []
    const failed = (what: string): void => void failures.push(what)
    const level = levelOf(event, settings.levels, failed)
    if (level === 'silent') return undefined
    const { fields, text } = lineOf(event, settings, failed)
    const written = write(level, fields, text)
    // The line is written; whoever called tells once that a function of the options failed.
    if (failures.length > 0) throw new TypeError(`problemLogger: ${failures.join(', ')} failed`)
    return written
  }
}

function lineOf(event: ProblemEvent, settings: LogSettings, failed: (what: string) => void): { fields: LogFields; text: string } {
  const { document, thrown, outcome, mappedBy, status, duration } = event
  const own = { redact: settings.redact, failed }
  const scrub = new Scrub(own, LONGEST_DOCUMENT)
  const request = requestFields(event, scrub)
  const traceId = traceOf(event, settings, failed)
  const view = { hasStack: isServerError(event), keys: settings.errorKeys, scrub: new Scrub(own, LONGEST_ERRORS) }
  // The member `debug` repeats what `err` says.
  const { debug: _, ...problem } = document
  const fields = bare({
    problem: scrub.value(problem),
    err: errorFields(thrown, view),
    req: request,
    status,
    mappedBy,
    ...(outcome !== 'answered' && { outcome }),
    ...(traceId !== undefined && { traceId: scrub.text(traceId, LONGEST_ID) }),
    ...(duration !== undefined && { responseTime: Math.round(duration) }),
  })
  const what = scrub.text(outcome === 'answered' ? String(document.title ?? '') : outcome)
  return { fields, text: `${status} ${request.method} ${request.route ?? request.path} ${what}`.trimEnd() }
}

/** What a line says of a request. */
interface RequestFields {
  readonly id?: string | number
  readonly method: string
  readonly route?: string
  readonly path: string
}

function requestFields({ method, route, path, facts }: ProblemEvent, scrub: Scrub): RequestFields {
  // What pino-http and others write on a request.
  const id = read(facts.request, 'id')
  return bare({
    ...(typeof id === 'number' && { id }),
    ...(typeof id === 'string' && { id: scrub.text(id, LONGEST_ID) }),
    method: scrub.text(method, LONGEST_METHOD),
    ...(route !== undefined && { route: scrub.line(route) }),
    path: scrub.text(path),
  })
}

function traceOf(event: ProblemEvent, { traceId }: LogSettings, failed: (what: string) => void): string | undefined {
  if (traceId === undefined) return textOf(read(event.document, 'traceId'))
  const { given, failure } = callNow(() => traceId(event))
  if (failure !== undefined) failed('traceId')
  return textOf(given)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
