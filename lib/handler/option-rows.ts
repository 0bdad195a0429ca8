/** One row for each option of a handler: what it must be, and what holds where it is not given. The rows are the list of the names. */
import { isAbsoluteUri } from '../../schemas/uri.js'
import { pickGiven } from '../guard/bare.js'
import { isRecord, read } from '../guard/read.js'
import { isFunction, needKnownKeys, needOption, wrongOption } from '../guard/refuse.js'
import { fieldValue, isToken } from '../problem/fields/field-value.js'
import type { HandlerOptions } from './options.js'

interface OptionRow<Value> {
  readonly expected: string
  readonly accepts: (value: unknown) => boolean
  readonly default: Value
}

type OptionRows = { readonly [Name in keyof Required<HandlerOptions>]: OptionRow<HandlerOptions[Name]> }

const LEAST_BYTES = 1024
const MOST_BYTES = 256 * 1024

const hook = { expected: 'a function', accepts: isFunction, default: undefined }
// Options with parts: whoever uses them checks the parts, and says which one is wrong.
const withParts = { expected: 'what its user checks', accepts: () => true, default: undefined }

/** The rows. */
export const optionRows = {
  only: hook,
  map: withParts,
  constraints: withParts,
  thrownFaults: withParts,
  types: withParts,
  onInvalid: { expected: "'drop' or 'fail'", accepts: (value) => value === 'drop' || value === 'fail', default: 'drop' },
  ajv: { expected: 'an instance of Ajv', accepts: (value) => isFunction(read(value, 'compile')), default: undefined },
  validators: withParts,
  defaults: { expected: 'an object of classes by status', accepts: isRecord, default: undefined },
  members: hook,
  instance: {
    expected: "'none', 'uuid' or a function",
    accepts: (value) => value === 'none' || value === 'uuid' || isFunction(value),
    default: 'none',
  },
  baseUri: { expected: 'an absolute URI or a path that starts with /', accepts: isBase, default: undefined },
  challenges: withParts,
  cacheControl: {
    expected: 'a field value or a function',
    accepts: (value) => isFunction(value) || isLine(value),
    default: 'no-store',
  },
  keepHeaders: {
    expected: 'a list of field names',
    accepts: (value) => Array.isArray(value) && value.every(isToken),
    default: undefined,
  },
  maxBytes: {
    expected: `an integer from ${LEAST_BYTES}`,
    accepts: (value) => Number.isSafeInteger(value) && (value as number) >= LEAST_BYTES,
    default: MOST_BYTES,
  },
  drain: withParts,
  debug: { expected: 'true or false', accepts: (value) => typeof value === 'boolean', default: false },
  logger: {
    expected: 'a function or false',
    accepts: (value) => value === false || isFunction(value),
    default: undefined,
  },
  onProblem: hook,
} as const satisfies OptionRows

type Rows = typeof optionRows

/** Options that were checked, with what holds where one was not given. */
export type FilledOptions<Request> = HandlerOptions<Request> & {
  readonly [Name in keyof Rows as Rows[Name]['default'] extends undefined ? never : Name]-?: Exclude<
    HandlerOptions<Request>[Name],
    undefined
  >
}

/** Checks the options, each by its row, and fills in the defaults; an unknown or wrong one is a TypeError with a code. */
export function fillOptions<Request>(given: unknown): FilledOptions<Request> {
  if (!isRecord(given)) throw wrongOption('options', 'an object', given)
  // `app.use(problemHandler)` calls it with each request.
  if (isRequest(given)) throw wrongOption('options', 'options, or none: `problemHandler()` with its parentheses', given)
  needKnownKeys(optionRows, given, 'options')
  const options: Record<string, unknown> = pickGiven<Record<string, unknown>>(given, optionRows)
  for (const [name, row] of Object.entries(optionRows)) {
    needOption(options[name], name, row.expected, row.accepts)
    if (options[name] === undefined) options[name] = row.default
  }
  return options as unknown as FilledOptions<Request>
}

// Of Express, or the context of Koa. A misspelt option has one of the two names at most.
function isRequest(options: object): boolean {
  return ['method', 'url'].every((name) => typeof read(options, name) === 'string')
}

function isBase(value: unknown): boolean {
  return typeof value === 'string' && (/^\/(?!\/)/.test(value) || isAbsoluteUri(value))
}

function isLine(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && fieldValue(value) !== undefined
}
