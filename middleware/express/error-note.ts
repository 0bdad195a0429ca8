/** Leaves an error where request loggers look for it: in `res.err`. */
import type { ServerResponse } from 'node:http'
import { bare, defineOwn } from '../../lib/guard/bare.js'
import { prototypeOf, read } from '../../lib/guard/read.js'
import { note } from '../node/ability.js'

const errors = new WeakMap<object, unknown>()
// The objects from which Express makes the responses of an app, where these have the accessor.
const prepared = new WeakSet<object>()

/**
 * Notes an error on a response. It is found by an accessor that all responses of an app share: V8 up to Node 22 knows a response of Express by
 * nothing but its own shape, and a new property costs it microseconds.
 */
export function noteError(res: ServerResponse, error: unknown): void {
  if (hasAccessor(res)) errors.set(res, error)
  else note(res, { err: error })
}

function hasAccessor(res: ServerResponse): boolean {
  const responses = prototypeOf(res)
  if (responses === null || Object.hasOwn(res, 'err')) return false
  // Node's own prototype, and that of a double, are not ours to change.
  if (!prepared.has(responses) && responses === read(read(res, 'app'), 'response') && canPrepare(responses))
    prepared.add(responses)
  return prepared.has(responses)
}

const accessor = bare({
  configurable: true,
  get(this: object): unknown {
    return errors.get(this)
  },
  // Middleware that notes an error of its own.
  set(this: object, error: unknown): void {
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
