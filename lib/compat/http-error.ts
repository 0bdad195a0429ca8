/** The abstract class of the errors of http-errors, here a kind of problem. */

import { bare, defineOwn } from '../guard/bare.js'
import { read } from '../guard/read.js'
import { brandBy } from '../problem/brand.js'
import { HttpProblem, isHttpProblem, type ProblemDocument } from '../problem/problem.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import { titleOf } from '../problem/status.js'
import { exposedMessage, isAnsweredAsItIs } from './answer.js'

/** An error as http-errors makes it: everything can be changed until it is answered. */
export interface HttpError<Status extends number = number> extends Error {
  status: Status
  statusCode: Status
  /** Whether the message may be sent. */
  expose: boolean
  headers?: Record<string, string | readonly string[]> | undefined
  /** The message, where it may be sent and says more than the status. */
  readonly detail?: string
  toJSON(): ProblemDocument
  /** A property of the argument `properties`. */
  [property: string]: unknown
}

/** The abstract class: to be compared with, never to be made. */
export interface AbstractHttpError {
  (): never
  new (): never
  readonly prototype: HttpError
}

function AbstractError(): never {
  throw new TypeError('cannot construct abstract class')
}

/** The class that every error extends which `createError()` makes. All problems count as its instances. */
export const HttpError = AbstractError as unknown as AbstractHttpError

Object.defineProperty(HttpError, 'name', bare({ value: 'HttpError' }))
Object.setPrototypeOf(HttpError.prototype, HttpProblem.prototype)
const properties: Readonly<Record<string, PropertyDescriptor>> = {
  type: bare({ value: ABOUT_BLANK, writable: true }),
  extensions: bare({ value: Object.freeze({}), writable: true }),
  title: accessor('title', ({ status }) => titleOf(status)),
  // Read when it is answered: message and expose may change until then.
  detail: accessor('detail', (error) => (error.expose === true ? exposedMessage(error, error.status) : undefined)),
}
for (const [name, property] of Object.entries(properties)) Object.defineProperty(HttpError.prototype, name, property)

function hasInstance(this: unknown, value: unknown): boolean {
  return isOrdinaryInstance(this, value) || (this === HttpError && isHttpProblem(value))
}
// Koa writes a rule of its own there.
Object.defineProperty(HttpError, Symbol.hasInstance, bare({ value: hasInstance, configurable: true }))

brandBy(HttpError.prototype, (error) => (isAnsweredAsItIs(error) ? ['problem', String((error as HttpError).status)] : []))

/**
 * Tells whether a value is an error of http-errors: a problem, or an Error with `expose`, `status` and the same `statusCode`.
 *
 * @example
 * console.log(isHttpError(createError(404)), isHttpError(new Error())) // true false
 */
export function isHttpError(value: unknown): value is HttpError {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof HttpError) return true
  const [expose, status, statusCode] = ['expose', 'status', 'statusCode'].map((name) => read(value, name))
  return value instanceof Error && typeof expose === 'boolean' && typeof statusCode === 'number' && status === statusCode
}

/** Decides `instanceof` by prototypes alone. */
export function isOrdinaryInstance(Class: unknown, value: unknown): boolean {
  return Function.prototype[Symbol.hasInstance].call(Class as () => void, value)
}

/** Makes a property that computes its value until somebody writes one. */
export function accessor(name: string, value: (error: HttpError) => unknown): PropertyDescriptor {
  return bare({
    configurable: true,
    get(this: HttpError) {
      return value(this)
    },
    set(this: object, written: unknown) {
      defineOwn(this, name, written)
    },
  })
}
