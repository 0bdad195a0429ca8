/**
 * Asks zod what it would say of an issue by itself: in the language, or with the words, that `z.config()` or `z.setErrorMap()` has set for all schemas.
 * Newer versions of zod 4 keep these where they can be called; in older ones, and in zod 3, a schema of the same zod leads to them.
 */

import { callMethod, callNow } from '../../guard/call.js'
import { isRecord, listOf, read } from '../../guard/read.js'
import type { Known } from './seen.js'

/** Tells whether a text is what the settings of zod 4 say of an issue, whatever the value was. */
export function isConfiguredText(issue: unknown, text: string): boolean {
  const config = read(globalThis, '__zod_globalConfig')
  const maps = [read(config, 'customError'), read(config, 'localeError')].filter((map) => typeof map === 'function')
  return maps.some((map) => {
    const say = (input: unknown): unknown => textBy(map as ErrorMap, issue as object, input)
    return KINDS.some((input) => say(input) === text) || STAND_INS.some((input) => isAround(say(input), text))
  })
}

/** Tells whether a text is what the zod of a schema says of an issue. No function of the schema's author is called for it. */
export function isAskedText(issue: unknown, text: string, { schema, values }: Known): boolean {
  const asking = isRecord(read(schema, '_zod')) ? askingVersion4 : askingVersion3
  const { given: ask } = callNow(() => asking(schema, issue as object))
  // The words of an app may fail for one kind of value.
  return ask !== undefined && [...values, ...KINDS].some((input) => textsIn(callNow(() => ask(input)).given).includes(text))
}

/** Gives what zod makes of an issue about a value. */
type Ask = (input: unknown) => unknown

type ErrorMap = (issue: object) => unknown

function textBy(map: ErrorMap, issue: object, input: unknown): unknown {
  const { given } = callNow(() => map({ ...issue, input }))
  return typeof given === 'string' ? given : read(given, 'message')
}

// A word, a number and the name of a class that nobody sends. What stands around them is said of other values, too.
const WORD = 'zqxjvkwypz'
const NUMBER = 8_675_309_241
const NAMED = new (Object.defineProperty(class {}, 'name', { value: WORD }))()
const STAND_INS: readonly unknown[] = [WORD, NUMBER, [WORD], { a: WORD }, NAMED]

function isAround(said: unknown, text: string): boolean {
  const parts = typeof said === 'string' ? said.split(new RegExp(`${WORD}|${NUMBER}`)) : []
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  return parts.length > 1 && text.length >= first.length + last.length && text.startsWith(first) && text.endsWith(last)
}

// The words for an issue are found when a check has added it: `null` passes a nullable schema without a look at what is inside.
function askingVersion4(schema: unknown, issue: object): Ask | undefined {
  let input: unknown
  const check = ({ issues }: { readonly issues: object[] }): void => {
    issues.push({ ...issue, message: undefined, inst: undefined, input })
  }
  const nullable = callMethod(schema, 'nullable')
  const [asked, passing] =
    nullable === undefined ? [emptyObject(schema, check), {}] : [callMethod(nullable, 'check', check), null]
  return (value) => {
    input = value
    return callMethod(asked, 'safeParse', passing)
  }
}

// The schemas of zod/mini have no such method, but the class of an object makes an empty one.
function emptyObject(schema: unknown, check: unknown): unknown {
  const internals = read(schema, '_zod')
  if (read(read(internals, 'def'), 'type') !== 'object') return undefined
  const Schema = read(internals, 'constr') as new (def: object) => unknown
  return new Schema({ type: 'object', shape: {}, checks: [{ _zod: { def: { check: 'custom' }, check, onattach: [] } }] })
}

// Here it is a preprocessing that adds it, since that knows the value.
function askingVersion3(schema: unknown, issue: object): Ask | undefined {
  const nullable = callMethod(schema, 'nullable')
  const Effects = read(
    callMethod(nullable, 'superRefine', () => undefined),
    'constructor',
  )
  const add = (_: unknown, context: { readonly addIssue: (issue: object) => void }): null => {
    context.addIssue({ ...issue, message: undefined })
    return null
  }
  const asked = callMethod(Effects, 'createWithPreprocess', add, nullable)
  return asked === undefined ? undefined : (value) => callMethod(asked, 'safeParse', value)
}

function textsIn(result: unknown): readonly unknown[] {
  return listOf(read(read(result, 'error'), 'issues')).map((issue) => read(issue, 'message'))
}

// One of each kind of value that a request can hold, or a conversion make.
const KINDS: readonly unknown[] = [
  undefined,
  null,
  '',
  0,
  Number.NaN,
  Infinity,
  true,
  0n,
  [],
  {},
  new Date(0),
  new Map(),
  new Set(),
  new Uint8Array(),
  () => undefined,
  Symbol('a'),
]
