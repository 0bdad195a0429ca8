/** Checks the options of a handler and does, once, all work that does not depend on a request. */
import { type Conversion, prepareConversion } from '../foreign/conversion.js'
import { type FaultCode, misuse } from '../problem/fault.js'
import { type Challenge, challengeLines } from '../problem/fields/challenge.js'
import { FieldError } from '../problem/fields/field-error.js'
import { fieldValue, isToken } from '../problem/fields/field-value.js'
import { ABOUT_BLANK } from '../problem/problem.js'
import { isRecord, nameValue, read } from '../problem/read.js'
import { errorFacts } from '../status/codes.js'
import { createReporter, type Reporter } from './events.js'
import { createMembersValidator, type MembersValidator } from './members-validator.js'
import { type HandlerOptions, optionNames, type TypedClass } from './options.js'
import { jsonRepresentation, type Representation } from './representation.js'

/** What a handler needs at each request. */
export interface Settings<Request = unknown> {
  readonly only: ((request: Request) => boolean) | undefined
  /** What errors become, in front of the families. */
  readonly conversion: Conversion
  readonly defaults: ReadonlyMap<number, { readonly type: string; readonly title: string | undefined }>
  readonly members: HandlerOptions<Request>['members']
  readonly instance: Exclude<HandlerOptions<Request>['instance'], undefined>
  readonly baseUri: string | undefined
  readonly challenges: readonly string[] | undefined
  readonly cacheControl: Exclude<HandlerOptions<Request>['cacheControl'], undefined>
  readonly keepHeaders: ReadonlySet<string>
  readonly maxBytes: number
  readonly debug: boolean
  /** Finds the check for the members of a declared type. */
  readonly membersCheck: MembersValidator
  readonly onInvalid: 'drop' | 'fail'
  readonly report: Reporter<Request>
  /** What can be sent; the first is sent where the client does not care. */
  readonly representations: readonly [Representation, ...Representation[]]
}

const LEAST_BYTES = 1024
const MOST_BYTES = 256 * 1024

/** Checks the options; a wrong one is a TypeError with a code. */
export function prepareSettings<Request>(
  options: HandlerOptions<Request> = {},
  defaultLog: Reporter<Request>,
): Settings<Request> {
  if (!isRecord(options as unknown)) throw wrong('options', 'an object', options)
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(optionNames, name)) throw wrong('options', `one of ${Object.keys(optionNames).join(', ')}`, name)
  }
  for (const name of ['only', 'members', 'onProblem'] as const) check(options[name], name, 'a function', isFunction)
  check(
    options.instance,
    'instance',
    "'none', 'uuid' or a function",
    (value) => value === 'none' || value === 'uuid' || isFunction(value),
  )
  check(options.baseUri, 'baseUri', 'an absolute URI or a path that starts with /', isBase)
  check(options.cacheControl, 'cacheControl', 'a field value or a function', (value) => isFunction(value) || isLine(value))
  check(options.keepHeaders, 'keepHeaders', 'a list of field names', (value) => Array.isArray(value) && value.every(isToken))
  check(
    options.maxBytes,
    'maxBytes',
    `an integer from ${LEAST_BYTES}`,
    (value) => Number.isSafeInteger(value) && (value as number) >= LEAST_BYTES,
  )
  check(options.debug, 'debug', 'true or false', (value) => typeof value === 'boolean')
  check(options.logger, 'logger', 'a function or false', (value) => value === false || isFunction(value))

  check(options.onInvalid, 'onInvalid', "'drop' or 'fail'", (value) => value === 'drop' || value === 'fail')
  check(options.ajv, 'ajv', 'an instance of Ajv', (value) => isFunction(read(value, 'compile')))

  return {
    only: options.only,
    conversion: prepareConversion(options),
    defaults: prepareDefaults(options.defaults),
    members: options.members,
    instance: options.instance ?? 'none',
    baseUri: options.baseUri,
    challenges: prepareChallenges(options.challenges),
    cacheControl: options.cacheControl ?? 'no-store',
    keepHeaders: new Set(options.keepHeaders?.map((name) => name.toLowerCase())),
    maxBytes: options.maxBytes ?? MOST_BYTES,
    debug: options.debug ?? false,
    membersCheck: createMembersValidator(options),
    onInvalid: options.onInvalid ?? 'drop',
    report: createReporter(options, defaultLog),
    representations: [jsonRepresentation],
  }
}

function wrong(place: string, expected: string, got: unknown, code: FaultCode = 'ERR_PROBLEM_OPTION'): TypeError {
  return misuse({ code, place, expected, got: nameValue(got) })
}

function check(value: unknown, name: string, expected: string, accepts: (value: unknown) => boolean): void {
  if (value !== undefined && !accepts(value)) throw wrong(`options.${name}`, expected, value)
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

function isLine(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && fieldValue(value) !== undefined
}

function isBase(value: unknown): boolean {
  return typeof value === 'string' && (/^\/(?!\/)/.test(value) || URL.canParse(value))
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

function prepareDefaults(defaults: HandlerOptions['defaults']): Settings['defaults'] {
  check(defaults, 'defaults', 'an object of classes by status', isRecord)
  const prepared = new Map<number, { type: string; title: string | undefined }>()
  for (const [key, Class] of Object.entries(defaults ?? {}) as [string, TypedClass | undefined][]) {
    const place = `defaults[${key}]`
    if (errorFacts[Number(key)] === undefined) throw wrong('options.defaults', 'registered 4xx and 5xx codes as keys', key)
    check(Class, place, 'a problem class', isFunction)
    if (Class === undefined) continue
    if (typeof Class.type !== 'string' || Class.type === ABOUT_BLANK)
      throw wrong(`options.${place}`, 'a class with a type of its own', Class.type)
    if (Class.status !== Number(key)) throw wrong(`options.${place}`, `a class with the status ${key}`, Class.status)
    prepared.set(Number(key), { type: Class.type, title: Class.title })
  }
  return prepared
}
