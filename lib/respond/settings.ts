/** Checks the options of a handler and does, once, all work that does not depend on a request. */
import { type Conversion, prepareConversion } from '../foreign/conversion.js'
import { pickGiven } from '../guard/bare.js'
import { misuse } from '../guard/fault.js'
import { isRecord, read } from '../guard/read.js'
import { type DrainLimits, prepareDrain } from '../handler/drain-limits.js'
import { type HandlerOptions, optionNames } from '../handler/options.js'
import { createReporter, type Reporter } from '../handler/report.js'
import { createRouteMemory, type RouteMemory } from '../handler/route-memory.js'
import { type Challenge, challengeLines } from '../problem/fields/challenge.js'
import { FieldError } from '../problem/fields/field-error.js'
import { fieldValue, isToken } from '../problem/fields/field-value.js'
import { wrongOption } from '../problem/wrong-option.js'
import { check, isFunction } from './check-option.js'
import { type DocumentSettings, prepareDocumentSettings } from './document-settings.js'
import { createMembersValidator } from './members/validator.js'
import { jsonRepresentation, type Representation } from './representations/json.js'

/** What a handler needs at each request. */
export interface Settings<Request = unknown> extends DocumentSettings<Request> {
  readonly only: ((request: Request) => boolean) | undefined
  /** What errors become, in front of the families. */
  readonly conversion: Conversion
  readonly challenges: readonly string[] | undefined
  readonly cacheControl: Exclude<HandlerOptions<Request>['cacheControl'], undefined>
  readonly keepHeaders: ReadonlySet<string>
  /** How much of a request body is read behind its answer. */
  readonly drain: DrainLimits
  readonly report: Reporter<Request>
  /** Whether a route is seen for the first time by those who tell of thrown faults. */
  readonly isFirstOf: RouteMemory
  /** What can be sent; the first is sent where the client does not care. */
  readonly representations: readonly [Representation, ...Representation[]]
}

/** Checks the options; a wrong one is a TypeError with a code. */
export function prepareSettings<Request>(given: HandlerOptions<Request> = {}, defaultLog: Reporter<Request>): Settings<Request> {
  if (!isRecord(given as unknown)) throw wrongOption('options', 'an object', given)
  // `app.use(problemHandler)` calls it with each request.
  if (isRequest(given)) throw wrongOption('options', 'options, or none: `problemHandler()` with its parentheses', given)
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(optionNames, name)) throw wrongOption('options', `one of ${Object.keys(optionNames).join(', ')}`, name)
  }
  const options: HandlerOptions<Request> = pickGiven(given, optionNames)
  for (const name of ['only', 'onProblem'] as const) check(options[name], name, 'a function', isFunction)
  check(options.cacheControl, 'cacheControl', 'a field value or a function', (value) => isFunction(value) || isLine(value))
  check(options.keepHeaders, 'keepHeaders', 'a list of field names', (value) => Array.isArray(value) && value.every(isToken))
  check(options.logger, 'logger', 'a function or false', (value) => value === false || isFunction(value))
  check(options.ajv, 'ajv', 'an instance of Ajv', (value) => isFunction(read(value, 'compile')))

  return {
    only: options.only,
    conversion: prepareConversion(options),
    ...prepareDocumentSettings(options, createMembersValidator(options)),
    challenges: prepareChallenges(options.challenges),
    cacheControl: options.cacheControl ?? 'no-store',
    keepHeaders: new Set(options.keepHeaders?.map((name) => name.toLowerCase())),
    drain: prepareDrain(options.drain),
    report: createReporter(options, defaultLog),
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
