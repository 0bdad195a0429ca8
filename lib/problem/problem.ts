/** The thing that is thrown: an Error that knows its problem details (RFC 9457). */

import { bare, defineOwn } from '../guard/bare.js'
import { addFault, collectFaults } from '../guard/fault.js'
import { has, read } from '../guard/read.js'
import { booleanOption, readOption, reportUnknown, sortArguments, textOption } from './arguments.js'
import { type AnyClass, brand, isInstance } from './brand.js'
import type { FieldValue } from './fields/field-value.js'
import { problemHeaders } from './headers.js'
import { isRootPolluted } from './held.js'
import { copyMembers } from './members.js'
import type { ArgumentsOf } from './options.js'
import { PresetArgument } from './preset.js'
import { capturesStack, type StackLimit, setStackLimit, stackLimit } from './stack.js'
import { ABOUT_BLANK, defineName, type PlainType, staticMembersOf } from './static-members.js'
import { titleOf, usableStatus } from './status.js'

/** The problem details object (RFC 9457 3.1) as it is serialized. */
export interface ProblemDocument {
  readonly type: string
  readonly title?: string
  readonly status: number
  readonly detail?: string
  readonly instance?: string
  readonly [member: string]: unknown
}

/**
 * Represents a problem with an HTTP status; every error class of this package extends it.
 *
 * Making one never throws: what is wrong with the arguments is collected and reported by the handler.
 *
 * @example
 * try {
 *   throw new HttpProblem(409, 'Order 7 is already paid.')
 * } catch (error) {
 *   if (error instanceof HttpProblem) console.log(error.status) // 409
 * }
 */
export class HttpProblem<Status extends number = number> extends Error {
  /** The URI reference that identifies the problem type; a subclass with its own sets it. */
  static readonly type: string | PlainType = ABOUT_BLANK
  /** The short summary of the type; `undefined` where it is the phrase of the status. */
  static readonly title: string | undefined = undefined
  /** The status of the class; `undefined` where each instance has its own. */
  static readonly status: number | undefined = undefined

  declare readonly type: string
  declare readonly title: string
  declare readonly status: Status
  /** Same as `status`, for code that expects it. */
  declare readonly statusCode: Status
  declare readonly detail?: string
  declare readonly instance?: string
  /** The extension members (RFC 9457 3.2). */
  declare readonly extensions: Readonly<Record<string, unknown>>
  /** Header fields that the response carries. */
  declare readonly headers: Readonly<Record<string, FieldValue>>
  /** Whether the positional text may be sent. */
  declare readonly expose: boolean

  constructor(status: Status, ...args: ArgumentsOf<500>)
  constructor(status: Status, first?: unknown, second?: unknown, third?: unknown) {
    const own = PresetArgument.read(third)
    const { faults, report } = collectFaults(own.faults)
    const code = usableStatus(status, report)
    const { text, options, cause } = sortArguments(first, second, report)
    const detail = textOption(options, 'detail', report) || own.detail?.(report) || ''
    const declared = staticMembersOf(new.target, HttpProblem.prototype)
    const type = own.type ?? declared.type
    const title = (own.type === undefined ? declared.title : own.title) ?? titleOf(code)
    const message = text || detail || title

    const named = options !== undefined && has(options, 'cause')
    // Read before the limit is lowered: a getter may make the cause.
    const root = named ? readOption(options, 'cause', report) : cause

    const capture = capturesStack(code, own.stack)
    const limit = stackLimit()
    if (!capture) setStackLimit(0)
    try {
      super(message, named || root !== undefined ? { cause: root } : undefined)
    } finally {
      // Without a call: where the call stack is full, a call would fail and leave the whole process without stacks.
      try {
        ;(Error as StackLimit).stackTraceLimit = limit as number
      } catch {
        // A read-only limit was not changed.
      }
    }

    const expose = booleanOption(options, 'expose', code < 500, report)
    const sent = detail || (expose ? text : '')
    const instance = textOption(options, 'instance', report)
    const given = copyMembers(readOption(options, 'extensions', report), 'extensions', report)
    const extensions = own.members === undefined ? given : { ...given, ...copyMembers(own.members, 'members', report) }
    const headers = problemHeaders(code, options, own.headers, report)
    const self = this as { -readonly [Key in keyof this]: this[Key] }
    try {
      if (isRootPolluted()) throw POLLUTED
      self.type = type
      self.title = title
      self.status = code as Status
      if (sent !== '') self.detail = sent
      if (instance !== '') self.instance = instance
      self.extensions = extensions
      self.headers = headers
      self.expose = expose
    } catch {
      // A subclass has a getter of one of these names, or Object.prototype has anything there.
      defineMembers(this, { type, title, status: code, detail: sent, instance, extensions, headers, expose })
    }
    if (options !== undefined) reportUnknown(options, code, own.known, report)
    for (const fault of faults) addFault(this, fault)
  }

  /** Gives the document: the standard members that are set, and the extension members. */
  toJSON(): ProblemDocument {
    const { type, title, status, extensions } = this
    const detail = read(this, 'detail') as string | undefined
    const instance = read(this, 'instance') as string | undefined
    return {
      type,
      title,
      status,
      ...(detail !== undefined && { detail }),
      ...(instance !== undefined && { instance }),
      ...copyMembers(extensions, 'extensions', () => undefined),
    }
  }

  /**
   * Recognises problems of every copy of the package. A class of a user follows the ordinary rule.
   * Generic in `this`, or TypeScript would not narrow in the false branch.
   */
  static override [Symbol.hasInstance]<Class extends AnyClass>(this: Class, value: unknown): value is InstanceType<Class> {
    return isInstance(this, value)
  }
}

/** Tells whether a value is a problem of this package, of any copy of it. */
export function isHttpProblem(value: unknown): value is HttpProblem {
  return value instanceof HttpProblem
}

brand(HttpProblem, 'problem')
defineName(HttpProblem.prototype, 'HttpProblem')
Object.defineProperty(
  HttpProblem.prototype,
  'statusCode',
  bare({
    configurable: true,
    get(this: HttpProblem) {
      return this.status
    },
    // Old handlers write `err.statusCode = err.statusCode || 500`.
    set(this: { status: unknown }, status: unknown) {
      this.status = status
    },
  }),
)

const POLLUTED = {}

function defineMembers(problem: object, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) if (value !== '') defineOwn(problem, name, value)
}
