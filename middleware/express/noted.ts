/** What the handler leaves with a response that it answers: the error, which request loggers look for, and who takes errors that come too late. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bare, defineOwn } from '../../lib/guard/bare.js'
import { prototypeOf, read } from '../../lib/guard/read.js'
import { note } from '../node/ability.js'

/** Takes an error that comes when the response is answered. */
export type TakeLate = (thrown: unknown, req: IncomingMessage, res: ServerResponse) => void

/** What is noted of a response. */
export interface Noted {
  /** What was answered: `res.err`. */
  error: unknown
  /** Express has no error handlers left for late errors, and closes the connection. */
  takeLate: TakeLate | undefined
  /** Whether a handler has written its answer: what it sends is no answer of the app's, whatever form it has. */
  isWritten: boolean
}

// Beside the response and not on it: V8 up to Node 22 knows a response of Express by nothing but its own shape, and a new property costs it
// microseconds.
const notes = new WeakMap<object, Noted>()

/** Notes the error that a response answers: request loggers find it in `res.err`. */
export function noteError(res: ServerResponse, error: unknown): Noted {
  const before = notes.get(res)
  const noted: Noted = { error, takeLate: before?.takeLate, isWritten: before?.isWritten ?? false }
  notes.set(res, noted)
  if (!hasAccessor(res)) note(res, { err: error })
  return noted
}

/** Gives what is noted of a response. */
export function notedOf(res: ServerResponse): Noted | undefined {
  return notes.get(res)
}

/** Notes that a handler writes its answer to a response. */
export function noteWritten(res: ServerResponse): void {
  const noted = notes.get(res)
  // Mostly there is the note of the error: a second collection of responses would cost as much as that.
  if (noted === undefined) notes.set(res, { error: undefined, takeLate: undefined, isWritten: true })
  else noted.isWritten = true
}

/** Tells whether a handler has written its answer to a response. */
export function isWritten(res: ServerResponse): boolean {
  return notes.get(res)?.isWritten === true
}

// The objects from which Express makes the responses of an app, where these have the accessor.
const prepared = new WeakSet<object>()

// All responses of an app share an accessor for `err`.
function hasAccessor(res: ServerResponse): boolean {
  const responses = prototypeOf(res)
  if (responses === null) return false
  if (!prepared.has(responses)) {
    // Node's own prototype, and that of a double, are not ours to change.
    if (responses !== read(read(res, 'app'), 'response') || !canPrepare(responses)) return false
    prepared.add(responses)
  }
  return !Object.hasOwn(res, 'err')
}

const accessor = bare({
  configurable: true,
  get(this: object): unknown {
    return notes.get(this)?.error
  },
  // Middleware that notes an error of its own, or an app that has one on all its responses.
  set(this: object, error: unknown): void {
    prepared.delete(this)
    defineOwn(this, 'err', error)
  },
})

function canPrepare(responses: object): boolean {
  for (let object: object | null = responses; object !== null; object = prototypeOf(object)) {
    const found = Object.getOwnPropertyDescriptor(object, 'err')
    // A mounted app inherits that of its parent; what else is there is the app's own.
    if (found !== undefined) return found.get === accessor.get
  }
  return Reflect.defineProperty(responses, 'err', accessor)
}
