/** What `problemLogger()` takes, and how it is checked. */
import { isClass } from '../../foreign/outcome.js'
import { bare, pickGiven } from '../../guard/bare.js'
import { itemsOf } from '../../guard/read.js'
import { isFunction, needOption, wrongOption } from '../../guard/refuse.js'
import type { ProblemEvent } from '../../handler/event.js'
import type { AnyClass } from '../../problem/brand.js'
import { needOptions } from '../need-options.js'
import { type LoggerKind, loggerKinds } from './writer.js'

/** Whom a rule is for: errors of a class, what was thrown or its problem; or events that a function picks. */
export type LogTarget = AnyClass | ((event: ProblemEvent) => boolean)

/** Options of `problemLogger`. */
export interface ProblemLoggerOptions {
  /**
   * Levels that differ, in pairs of a class or a function and the name of a method of the logger, or `'silent'`; the first that fits holds:
   * `[[OutOfStock, 'warn'], [({ route }) => route === '/health', 'silent']]`.
   * @default `error` for an error of the server, `debug` for a client that has gone, else `info`
   */
  readonly levels?: readonly (readonly [target: LogTarget, level: string])[]
  /**
   * Names the trace that a line belongs to.
   * @default the member `traceId` of the problem document, where it has one
   */
  readonly traceId?: (event: ProblemEvent) => string | undefined
  /**
   * Properties of errors that are logged beside their name, message, code, status and stack, such as `['constraint', 'table']`: those that are texts,
   * numbers or booleans.
   * @default none
   */
  readonly errorKeys?: readonly string[]
  /**
   * Takes more out of a text, such as numbers of customers; what looks like a secret is out of it already.
   * @default nothing
   */
  readonly redact?: (text: string) => string
  /**
   * How the methods of the logger are called. `pino`: `error(fields, text)`, as of bunyan. `winston`: `error(text, fields)`. `console`: `error(line)`,
   * with a line of JSON.
   * @default told by its methods
   */
  readonly kind?: LoggerKind
}

/** Options that were checked. */
export interface LogSettings extends Omit<ProblemLoggerOptions, 'levels'> {
  readonly levels: readonly LevelRule[]
  readonly errorKeys: readonly string[]
}

/** One rule for levels. */
export interface LevelRule {
  readonly level: string
  readonly fits: (event: ProblemEvent) => unknown
}

const optionNames: { readonly [Name in keyof Required<ProblemLoggerOptions>]: true } = {
  levels: true,
  traceId: true,
  errorKeys: true,
  redact: true,
  kind: true,
}

/** Checks the options; a wrong one is a TypeError with a code. */
export function prepareLogging(given: unknown, hasLevel: (level: string) => boolean): LogSettings {
  needOptions(optionNames, given, 'problemLogger')
  const options = pickGiven<ProblemLoggerOptions>(given as object, optionNames)
  needOption(options.traceId, 'traceId', 'a function', isFunction)
  needOption(options.redact, 'redact', 'a function', isFunction)
  needOption(options.kind, 'kind', `one of ${loggerKinds.join(', ')}`, (kind) => loggerKinds.includes(kind as LoggerKind))
  needOption(options.errorKeys, 'errorKeys', 'a list of names', (keys) => itemsOf(keys)?.every(isName) === true)
  return bare({ ...options, levels: prepareLevels(options.levels, hasLevel), errorKeys: [...(options.errorKeys ?? [])] })
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function prepareLevels(given: unknown, hasLevel: (level: string) => boolean): readonly LevelRule[] {
  if (given === undefined) return []
  const rules = itemsOf(given)
  if (rules === undefined) throw wrongOption('options.levels', 'a list of pairs', given)
  return rules.map((rule, index) => {
    const [target, level, ...more] = itemsOf(rule) ?? []
    const place = `options.levels[${index}]`
    if (typeof target !== 'function' || more.length > 0) throw wrongOption(place, 'a class or a function, and a level', rule)
    if (typeof level !== 'string' || !hasLevel(level))
      throw wrongOption(place, "the name of a method of the logger, or 'silent'", level)
    return { level, fits: fitting(target as LogTarget) }
  })
}

function fitting(target: LogTarget): LevelRule['fits'] {
  // Not a Boolean of what it gives: a promise would be true.
  return isClass(target) ? ofClass(target) : (event) => (target as (event: ProblemEvent) => boolean)(event)
}

function ofClass(target: AnyClass): LevelRule['fits'] {
  return ({ thrown, problem }) => thrown instanceof target || problem instanceof target
}
