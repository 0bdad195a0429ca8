/** One constructor for each status, under its number and its name, to be called with `new` or without. */

import { bare, defineHidden, defineOwn } from '../guard/bare.js'
import { isPropertyBag } from '../guard/read.js'
import { problemClasses } from '../problem/classes.js'
import { capturesStack, withoutStack } from '../problem/stack.js'
import { defineName } from '../problem/static-members.js'
import { type ErrorStatus, type errorCodes, errorFacts } from '../status/codes.js'
import { accessor, HttpError, isOrdinaryInstance } from './http-error.js'
import { phraseOf, unregistered } from './phrases.js'

/** Makes errors of one status, with `new` or without. */
export interface HttpErrorConstructor<Status extends number = number> {
  (message?: string): HttpError<Status>
  new (message?: string): HttpError<Status>
  readonly prototype: HttpError<Status>
}

// Where the registry and http-errors call a status by different names, both lead to the constructor.
type Codes = typeof errorCodes
type NamesOf<Facts> = Facts extends { readonly className: infer Name extends string }
  ? Name | (Facts extends { readonly aliases: readonly (infer Alias extends string)[] } ? Alias : never)
  : never

/** The constructors by status and by name. */
export type HttpErrorConstructors = {
  readonly [Status in ErrorStatus as Status | NamesOf<Codes[Status]>]: HttpErrorConstructor<Status>
} & Readonly<Record<509 | 'BandwidthLimitExceeded', HttpErrorConstructor<509>>>

/** Every constructor. */
export const constructors: HttpErrorConstructors = makeConstructors()

function makeConstructors(): HttpErrorConstructors {
  const made: Record<string, HttpErrorConstructor> = {}
  for (const [status, { className, aliases = [] }] of Object.entries({
    ...errorFacts,
    [unregistered.status]: bare({ className: unregistered.className }),
  } as Readonly<Record<string, { readonly className: string; readonly aliases?: readonly string[] }>>)) {
    const [name = className] = aliases
    const Class = constructorOf(Number(status), name.endsWith('Error') ? name : `${name}Error`)
    for (const key of [status, className, ...aliases]) made[key] = Class
  }
  // The keys of the tables are those of the type.
  return made as unknown as HttpErrorConstructors
}

function constructorOf(status: number, name: string): HttpErrorConstructor {
  function StatusError(message?: unknown): Error {
    // The constructor itself where it is called without `new`; V8 leaves its frame out of the stack.
    const Class = new.target ?? StatusError
    const text = message ?? phraseOf(status)
    const make = (): Error => Reflect.construct(Error, [text], Class) as Error
    const error = capturesStack(status) ? make() : withoutStack(make)
    // As in http-errors: a copy by spread has the message as it was given, and no name.
    Object.defineProperty(error, 'message', bare({ value: text, enumerable: true }))
    defineHidden(error, 'name', name, true)
    return error
  }
  const Class = StatusError as unknown as HttpErrorConstructor
  Object.setPrototypeOf(Class.prototype, HttpError.prototype)
  Object.defineProperty(Class, 'name', bare({ value: name, configurable: true }))
  const hasInstance = function (this: unknown, value: unknown): boolean {
    return isOrdinaryInstance(this, value) || (this === Class && isProblemOf(status, value))
  }
  Object.defineProperty(Class, Symbol.hasInstance, bare({ value: hasInstance, configurable: true }))
  defineName(Class.prototype, name)
  const facts = { status, statusCode: status, expose: status < 500 }
  for (const [key, value] of Object.entries(facts)) defineOwn(Class.prototype, key, value)
  const always = errorFacts[status]?.always
  if (always !== undefined) Object.defineProperty(Class.prototype, 'headers', withAlways(always))
  return Class
}

function isProblemOf(status: number, value: unknown): boolean {
  const Problem = (problemClasses as Readonly<Record<number, { [Symbol.hasInstance](value: unknown): boolean } | undefined>>)[
    status
  ]
  return Problem?.[Symbol.hasInstance](value) ?? false
}

// RFC 9110 15.5.9 and 15.5.22: the fields that every 408 and 426 has join those that are given.
function withAlways(always: Readonly<Record<string, string>>): PropertyDescriptor {
  const { set, ...descriptor } = accessor('headers', () => ({ ...always }))
  return bare({
    ...descriptor,
    set(this: object, headers: unknown) {
      set?.call(this, isPropertyBag(headers) ? { ...always, ...headers } : headers)
    },
  })
}
