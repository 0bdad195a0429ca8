/** Checks the options of a handler and does, once, all work that does not depend on a request. */
import { isAbsoluteUri } from '../../schemas/uri.js'
import { type Conversion, prepareConversion } from '../foreign/conversion.js'
import { pickGiven } from '../guard/bare.js'
import { isRecord, read } from '../guard/read.js'
import { isFunction, misuse, needKnownKeys, needOption, wrongOption } from '../guard/refuse.js'
import { type Challenge, challengeLines } from '../problem/fields/challenge.js'
import { FieldError, fieldValue, isToken } from '../problem/fields/field-value.js'
import { ABOUT_BLANK } from '../problem/problem.js'
import { createMembersValidator, type MembersValidator } from '../respond/members/validator.js'
import { jsonRepresentation } from '../respond/representations/json.js'
import type { DocumentSettings, Settings } from '../respond/settings.js'
import { errorFacts } from '../status/codes.js'
import type { DrainLimits } from './drain-limits.js'
import { prepareDrain } from './drain-limits.js'
import type { Reporter } from './event.js'
import { type HandlerOptions, optionNames, type TypedClass } from './options.js'
import { createReporter } from './report.js'
import type { RouteMemory } from './route-memory.js'
import { createRouteMemory } from './route-memory.js'

/** What a handler needs at each request. */
export interface HandlerSettings<Request = unknown> extends Settings<Request> {
  readonly only: ((request: Request) => boolean) | undefined
  /** What errors become, in front of the families. */
  readonly conversion: Conversion
  /** How much of a request body is read behind its answer. */
  readonly drain: DrainLimits
  /** Tells everybody who listens what became of an error. */
  readonly tell: Reporter<Request>
  /** Whether a route is seen for the first time by those who tell of thrown faults. */
  readonly isFirstOf: RouteMemory
}

const LEAST_BYTES = 1024

const MOST_BYTES = 256 * 1024

/** Checks these options; a wrong one is a TypeError with a code. */
export function prepareDocumentSettings<Request>(
  options: HandlerOptions<Request>,
  membersCheck: MembersValidator,
): DocumentSettings<Request> {
  needOption(options.members, 'members', 'a function', isFunction)
  needOption(
    options.instance,
    'instance',
    "'none', 'uuid' or a function",
    (value) => value === 'none' || value === 'uuid' || isFunction(value),
  )
  needOption(options.baseUri, 'baseUri', 'an absolute URI or a path that starts with /', isBase)
  needOption(
    options.maxBytes,
    'maxBytes',
    `an integer from ${LEAST_BYTES}`,
    (value) => Number.isSafeInteger(value) && (value as number) >= LEAST_BYTES,
  )
  needOption(options.debug, 'debug', 'true or false', (value) => typeof value === 'boolean')
  needOption(options.onInvalid, 'onInvalid', "'drop' or 'fail'", (value) => value === 'drop' || value === 'fail')
  return {
    defaults: prepareDefaults(options.defaults),
    members: options.members,
    instance: options.instance ?? 'none',
    baseUri: options.baseUri,
    maxBytes: options.maxBytes ?? MOST_BYTES,
    debug: options.debug ?? false,
    onInvalid: options.onInvalid ?? 'drop',
    membersCheck,
  }
}

function isBase(value: unknown): boolean {
  return typeof value === 'string' && (/^\/(?!\/)/.test(value) || isAbsoluteUri(value))
}

function prepareDefaults(defaults: HandlerOptions['defaults']): DocumentSettings['defaults'] {
  needOption(defaults, 'defaults', 'an object of classes by status', isRecord)
  const prepared = new Map<number, { type: string; title: string | undefined }>()
  for (const [key, Class] of Object.entries(defaults ?? {}) as [string, TypedClass | undefined][]) {
    const place = `defaults[${key}]`
    if (errorFacts[Number(key)] === undefined) throw wrongOption('options.defaults', 'registered 4xx and 5xx codes as keys', key)
    needOption(Class, place, 'a problem class', isFunction)
    if (Class === undefined) continue
    if (typeof Class.type !== 'string' || Class.type === ABOUT_BLANK)
      throw wrongOption(`options.${place}`, 'a class with a type of its own', Class.type)
    if (Class.status !== Number(key)) throw wrongOption(`options.${place}`, `a class with the status ${key}`, Class.status)
    prepared.set(Number(key), { type: Class.type, title: Class.title })
  }
  return prepared
}

/** Checks the options; a wrong one is a TypeError with a code. */
export function prepareSettings<Request>(
  given: HandlerOptions<Request> = {},
  defaultLog: Reporter<Request>,
): HandlerSettings<Request> {
  if (!isRecord(given as unknown)) throw wrongOption('options', 'an object', given)
  // `app.use(problemHandler)` calls it with each request.
  if (isRequest(given)) throw wrongOption('options', 'options, or none: `problemHandler()` with its parentheses', given)
  needKnownKeys(optionNames, given, 'options')
  const options: HandlerOptions<Request> = pickGiven(given, optionNames)
  for (const name of ['only', 'onProblem'] as const) needOption(options[name], name, 'a function', isFunction)
  needOption(options.cacheControl, 'cacheControl', 'a field value or a function', (value) => isFunction(value) || isLine(value))
  needOption(options.keepHeaders, 'keepHeaders', 'a list of field names', (value) => Array.isArray(value) && value.every(isToken))
  needOption(options.logger, 'logger', 'a function or false', (value) => value === false || isFunction(value))
  needOption(options.ajv, 'ajv', 'an instance of Ajv', (value) => isFunction(read(value, 'compile')))

  return {
    only: options.only,
    conversion: prepareConversion(options),
    ...prepareDocumentSettings(options, createMembersValidator(options)),
    challenges: prepareChallenges(options.challenges),
    cacheControl: options.cacheControl ?? 'no-store',
    keepHeaders: new Set(options.keepHeaders?.map((name) => name.toLowerCase())),
    drain: prepareDrain(options.drain),
    tell: createReporter(options, defaultLog),
    isFirstOf: createRouteMemory(),
    representations: [jsonRepresentation],
  }
}

// Of Express, or the context of Koa. A misspelt option has one of the two names at most.
function isRequest(options: object): boolean {
  return ['method', 'url'].every((name) => typeof read(options, name) === 'string')
}

function isLine(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && fieldValue(value) !== undefined
}

function prepareChallenges(challenges: Challenge | readonly Challenge[] | undefined): readonly string[] | undefined {
  if (challenges === undefined) return undefined
  try {
    return challengeLines(challenges)
  } catch (error) {
    const { expected, got } =
      error instanceof FieldError ? error : { expected: 'readable challenges', got: 'some that throw when they are read' }
    throw misuse({ code: 'ERR_PROBLEM_OPTION', place: 'options.challenges', expected, got })
  }
}
