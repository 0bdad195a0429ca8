/** Writes to a logger of any of the usual kinds, which take what a line says in different orders. */
import { read } from '../../guard/read.js'
import { wrongArgument } from '../../guard/refuse.js'

/** A logger: an object with methods named after levels, `error()` and `info()` at least, which are looked for when a listener is made. */
export type ProblemLog = object

/** How the methods of a logger are called. */
export type LoggerKind = (typeof loggerKinds)[number]

/** The kinds that are known. */
export const loggerKinds = ['pino', 'winston', 'console'] as const

/** The fields of a line. */
export type LogFields = Readonly<Record<string, unknown>>

/** Writes one line; gives what the logger gave, which may be a promise. */
export type WriteLine = (level: string, fields: LogFields, text: string) => unknown

/** Where a logger has no method of a level. Winston with the levels of syslog has neither `debug` for all, nor `warn`. */
const others: Readonly<Record<string, readonly string[]>> = {
  debug: ['verbose', 'info', 'log'],
  info: ['notice', 'log', 'debug'],
  error: ['err', 'warn', 'log'],
}

/** Tells whether a logger has a method of a level. */
export function hasLevel(logger: ProblemLog, level: string): boolean {
  return typeof read(logger, level) === 'function'
}

/** Checks a logger; what has no methods to write with is a TypeError with a code. */
export function needLogger(logger: unknown): void {
  if (!isLogger(logger)) throw wrongArgument('problemLogger', 'a logger with the methods error() and info()', logger)
}

/** Makes the writer for a logger. */
export function writerOf(logger: ProblemLog, kind: LoggerKind | undefined): WriteLine {
  const argumentsOf = callsOf[kind ?? kindOf(logger)]
  return (level, fields, text) => {
    const name = hasLevel(logger, level) ? level : (others[level]?.find((other) => hasLevel(logger, other)) ?? 'info')
    const method = read(logger, name) as (...args: unknown[]) => unknown
    return method.apply(logger, argumentsOf(fields, text, level))
  }
}

const callsOf: Readonly<Record<LoggerKind, (fields: LogFields, text: string, level: string) => unknown[]>> = {
  pino: (fields, text) => [fields, text],
  winston: (fields, text) => [text, fields],
  // One line, where the console of Node would print an object on many.
  console: (fields, text, level) => [JSON.stringify({ level, msg: text, ...fields })],
}

function isLogger(value: unknown): value is ProblemLog {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return isObject && hasLevel(value, 'error') && hasLevel(value, 'info')
}

// pino has child() and bindings(), bunyan child() and addStream(); winston has child(), too, and is configured.
function kindOf(logger: ProblemLog): LoggerKind {
  const has = (...names: readonly string[]): boolean => names.every((name) => hasLevel(logger, name))
  if (has('child', 'bindings') || has('child', 'addStream')) return 'pino'
  return has('log', 'configure') ? 'winston' : 'console'
}
