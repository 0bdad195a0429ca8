/** Has a document encoded by code of others: whatever it does, there is content that can be sent, or a word on why there is none. */
import { isThenable } from '../../guard/call.js'
import { nameValue } from '../../guard/name.js'
import { plainCopy } from '../../guard/plain-copy.js'
import { isRecord, read } from '../../guard/read.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { type FormFields, readFields } from '../fields/form-fields.js'
import type { Form } from './form.js'
import { type Content, isContent, type RepresentationContext } from './representation.js'

/** What is sent, with the fields that belong to it. */
export interface Sendable extends FormFields {
  readonly body: Content
}

/** What came of an encoder. */
export type Attempt = Sendable | { readonly body: undefined; readonly failure: string }

/** Calls an encoder. What comes later never rejects, and comes within a second. */
export function encodeIn(form: Form, document: ProblemDocument, context: RepresentationContext): Attempt | Promise<Attempt> {
  try {
    // Some write the old body into what they get. The status is read from the document when they are done.
    const made = form.encode(plainCopy(document), context)
    return isThenable(made) ? settled(made) : sendable(made)
  } catch {
    return THROWS
  }
}

const THROWS = { body: undefined, failure: 'one that throws' } as const
const IS_SLOW = { body: undefined, failure: 'one that takes longer than a second' } as const

const NO_FIELDS: FormFields = { fields: [], wrong: undefined }

function sendable(made: unknown): Attempt {
  if (isContent(made)) return { body: made, ...NO_FIELDS }
  const body = isRecord(made) ? read(made, 'body') : undefined
  if (!isContent(body)) return { body: undefined, failure: `${nameValue(made)} from it` }
  const headers = read(made, 'headers')
  return { body, ...(headers === undefined ? NO_FIELDS : readFields(headers)) }
}

const LONGEST_WAIT = 1000

function settled(made: PromiseLike<unknown>): Promise<Attempt> {
  // A host without timers waits for as long as it takes.
  const setTimer = read(globalThis, 'setTimeout')
  const clearTimer = read(globalThis, 'clearTimeout')
  return new Promise((resolve) => {
    const timer =
      typeof setTimer === 'function' ? Reflect.apply(setTimer, globalThis, [() => resolve(IS_SLOW), LONGEST_WAIT]) : undefined
    const end = (attempt: Attempt): void => {
      if (typeof clearTimer === 'function') Reflect.apply(clearTimer, globalThis, [timer])
      resolve(attempt)
    }
    // Not Promise.resolve(), which asks what was given for its class.
    new Promise((give) => give(made)).then(sendable).then(end, () => end(THROWS))
  })
}
