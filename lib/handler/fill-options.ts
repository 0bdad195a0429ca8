/** Checks the options of a handler, each by its row, and fills in what holds where one is not given. */
import { pickGiven } from '../guard/bare.js'
import { isRecord, read } from '../guard/read.js'
import { needKnownKeys, needRules, wrongOption } from '../guard/refuse.js'
import { type HandlerOptions, optionRows } from './options.js'

type Rows = typeof optionRows

/** Options that were checked, every one of them, with what holds where one was not given. */
export type FilledOptions<Request> = {
  readonly [Name in keyof Rows]: Exclude<HandlerOptions<Request>[Name], undefined> | Rows[Name]['default']
}

/** Checks the options and fills in the defaults; an unknown or wrong one is a TypeError with a code. */
export function fillOptions<Request>(given: unknown): FilledOptions<Request> {
  const picked = pickOptions(given)
  needRules(picked, optionRows, 'options.')
  // One entry for each row in the order of the rows, so that all settings have one shape, whichever options were given.
  const filled = Object.entries(optionRows).map(([name, row]) => [name, picked[name] === undefined ? row.default : picked[name]])
  return Object.fromEntries(filled) as FilledOptions<Request>
}

/** Picks the options of a handler, perhaps from among others that are known beside them; any other is a TypeError with a code. */
export function pickOptions(given: unknown, others: object = {}): Readonly<Record<string, unknown>> {
  if (!isRecord(given)) throw wrongOption('options', 'an object', given)
  // `app.use(problemHandler)` calls it with each request.
  if (isRequest(given)) throw wrongOption('options', 'options, or none: `problemHandler()` with its parentheses', given)
  needKnownKeys({ ...optionRows, ...others }, given, 'options')
  return pickGiven<Record<string, unknown>>(given, optionRows)
}

// A request of Express and a context of Koa have both. A misspelt option has one of the two names at most.
function isRequest(options: object): boolean {
  return ['method', 'url'].every((name) => typeof read(options, name) === 'string')
}
