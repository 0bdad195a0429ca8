/** What a line says of an error: by a list of what is allowed, since libraries keep whole requests in theirs. */
import { own } from '../../../schemas/json.js'
import { bare, defineOwn } from '../../guard/bare.js'
import { describeError, type ErrorDescription, errorLines } from '../../guard/describe.js'
import { isRecord, read } from '../../guard/read.js'
import type { Scrub } from './scrub.js'

/** What a line says of an error, in the words of pino. */
export interface ErrorFields {
  readonly type: string
  readonly message: string
  readonly code?: string
  /** Name, message and frames, in lines. A further line of a message begins with a bar, as no frame does. */
  readonly stack?: string
  /** The cause, the cause of that, and so on. */
  readonly causes?: readonly ErrorFields[]
  readonly aggregateErrors?: readonly ErrorFields[]
  readonly [key: string]: unknown
}

/** Which parts of it. */
export interface ErrorView {
  readonly hasStack: boolean
  readonly keys: readonly string[]
  readonly scrub: Scrub
}

const LONGEST_MESSAGE = 2000
const LONGEST_STACK = 6000
const LONGEST_KEPT = 500

/** Describes what was thrown. */
export function errorFields(thrown: unknown, view: ErrorView): ErrorFields {
  const described = describeError(thrown)
  const causes = [...causesIn(described)].map((cause) => fieldsOf(cause, view))
  const fields = bare({ ...fieldsOf(described, view), ...(causes.length > 0 && { causes }) })
  for (const key of ['status', 'statusCode', 'errno', 'syscall', ...view.keys]) {
    const value = keptOf(key, isRecord(thrown) ? read(thrown, key) : undefined, view)
    if (value !== undefined && !(key in fields)) defineOwn(fields, key, value)
  }
  return fields
}

function* causesIn(description: ErrorDescription): Generator<ErrorDescription> {
  const cause = own(description, 'cause')
  if (cause === undefined) return
  yield cause
  yield* causesIn(cause)
}

function fieldsOf(description: ErrorDescription, view: ErrorView): ErrorFields {
  const { name, message, stack } = description
  const [code, errors] = [own(description, 'code'), own(description, 'errors')]
  const { scrub } = view
  return bare({
    type: scrub.line(name),
    message: scrub.line(scrub.cut(message, LONGEST_MESSAGE)),
    ...(code !== undefined && { code: scrub.line(code) }),
    ...(view.hasStack && stack.length > 0 && { stack: stackOf(description, scrub) }),
    ...(errors !== undefined && { aggregateErrors: errors.map((one) => fieldsOf(one, view)) }),
  })
}

function stackOf({ name, message, stack }: ErrorDescription, scrub: Scrub): string {
  const lines = errorLines({ name, message: message.slice(0, LONGEST_MESSAGE), stack }).map((line) => scrub.line(line))
  return scrub.cut(lines.join('\n'), LONGEST_STACK)
}

// Node's errors of the system have the last two; a number or a word says nothing that is secret.
function keptOf(key: string, value: unknown, { keys, scrub }: ErrorView): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'string' || !(keys.includes(key) || (key === 'syscall' && /^\w{1,30}$/.test(value)))) return undefined
  return scrub.cut(scrub.text(value), LONGEST_KEPT)
}
