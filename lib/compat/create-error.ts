/** `createError()` of http-errors 2, whose errors are problems. */

import { isGiven } from '../../schemas/json.js'
import { assignOwn, bare, setOwn } from '../guard/bare.js'
import { read } from '../guard/read.js'
import { misuse } from '../guard/refuse.js'
import { isHttpProblem } from '../problem/problem.js'
import { capturesStack } from '../problem/stack.js'
import { isErrorStatus } from '../problem/status.js'
import { constructors, type HttpErrorConstructor, type HttpErrorConstructors } from './constructors.js'
import { HttpError, isHttpError, isOrdinaryInstance } from './http-error.js'
import { phraseBelow400 } from './phrases.js'

/** What follows the status: a message or an error, and properties. */
export type HttpErrorArgument = string | Error | object | null | undefined

/** The function with its properties. */
export interface CreateError extends HttpErrorConstructors {
  <const Status extends number>(status: Status, ...rest: readonly HttpErrorArgument[]): HttpError<Status>
  (...args: readonly HttpErrorArgument[]): HttpError
  readonly HttpError: typeof HttpError
  readonly isHttpError: typeof isHttpError
}

function makeError(...args: readonly unknown[]): Error {
  const { given, message, status, properties } = sort(args)
  const Class = classOf(status)
  const error: Changeable = given ?? fresh(Class, status, message)
  if (!isSettled(error, Class) || read(error, 'status') !== status)
    assignOwn(error, { expose: status < 500, statusCode: status, status })
  // Inherited ones too, as in http-errors.
  for (const name in properties)
    if (name !== 'status' && name !== 'statusCode' && isGiven(properties, name)) setOwn(error, name, properties[name])
  return error
}

/**
 * Makes an error with an HTTP status, or gives one to an error: `([status], [message or error], [properties])`.
 *
 * Works as http-errors 2; `undefined` counts as absent. The error is a problem, and its message is the `detail` while `expose` is true.
 *
 * @example
 * const error = createError(404, 'There is no book 8.', { shelf: 3 })
 * console.log(isHttpProblem(error), error.expose, error['shelf']) // true true 3
 */
export const createError: CreateError = assignOwn(makeError as never, { HttpError, isHttpError, ...constructors })
Object.defineProperty(createError, 'name', bare({ value: 'createError' }))

type Changeable = Error & { [name: string]: unknown }

interface Sorted {
  readonly given: Changeable | undefined
  readonly message: string | undefined
  readonly status: number
  readonly properties: Readonly<Record<string, unknown>> | null
}

function sort(args: readonly unknown[]): Sorted {
  let given: Changeable | undefined
  let message: string | undefined
  let status: unknown = 500
  let properties: Sorted['properties'] = null
  for (const [index, argument] of args.entries()) {
    if (argument === undefined) continue
    // An error of another realm is an object like others, as in http-errors: nobody said that its message may be sent.
    if (argument instanceof Error) {
      given = argument as Changeable
      status = read(given, 'status') || read(given, 'statusCode') || status
    } else if (typeof argument === 'number' && index === 0) status = argument
    else if (typeof argument === 'string') message = argument
    else if (typeof argument === 'object') properties = argument as Sorted['properties']
    else throw unsupported(index, typeof argument)
  }
  return { given, message, status: usable(status), properties }
}

// The words of http-errors, which tests of its users compare.
function unsupported(index: number, kind: string): TypeError {
  const place = `argument #${index + 1}`
  const fault = misuse({
    code: 'ERR_PROBLEM_ARGUMENT',
    place,
    expected: 'a status first, then texts, errors and objects',
    got: kind,
  })
  return assignOwn(fault, { message: `${place} unsupported type ${kind}` })
}

function usable(status: unknown): number {
  return isErrorStatus(status) || (typeof status === 'number' && phraseBelow400(status) !== undefined) ? (status as number) : 500
}

// RFC 9110 15: an unassigned code counts as the x00 of its class.
function classOf(status: number): HttpErrorConstructor | undefined {
  if (status < 400) return undefined
  const all = constructors as unknown as Readonly<Record<number, HttpErrorConstructor | undefined>>
  return all[status] ?? all[status < 500 ? 400 : 500]
}

function fresh(Class: HttpErrorConstructor | undefined, status: number, message: string | undefined): Changeable {
  const error = Class === undefined ? new Error(message || phraseBelow400(status)) : new Class(message)
  // The first frame is the caller's. Not every engine has it.
  if (capturesStack(status)) (Error as { captureStackTrace?: CaptureStack }).captureStackTrace?.(error, makeError)
  return error as Changeable
}

type CaptureStack = (error: object, above: unknown) => void

// A problem of the main entry says itself what of it may be sent.
function isSettled(error: Error, Class: HttpErrorConstructor | undefined): boolean {
  if (isOrdinaryInstance(HttpError, error)) return isOrdinaryInstance(Class, error)
  return isHttpProblem(error)
}
