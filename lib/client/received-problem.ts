/** The error that stands for a response: an instance of the class that the server threw, as far as it is known here. */

import { BRAND, RECEIVED } from '../problem/brand.js'
import type { HttpProblem } from '../problem/problem.js'
import type { ReceivedDocument } from './document.js'
import { memberSchema, type SharedClass } from './shared-class.js'
import type { VendorFacts } from './status-facts.js'

/** A problem that another server answered with. A member of its class that has the name of one of these properties takes its place. */
export interface ReceivedProblem extends HttpProblem {
  /** The status of the response; 0 where there was none. That of the document may differ. */
  readonly status: number
  /** The header fields of the response, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The problem details as they were sent; `undefined` where the response had none. */
  readonly document: ReceivedDocument | undefined
  /** What is known of a status that a vendor uses without registration. */
  readonly vendor: VendorFacts | undefined
}

/** What the error has of its own. */
export interface ReceivedMembers {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string | undefined
  readonly instance: string | undefined
  readonly extensions: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
}

/** What the error has beside its members. */
export interface ReceivedFacts {
  readonly document?: ReceivedDocument | undefined
  readonly vendor?: VendorFacts | undefined
  readonly cause?: unknown
}

/** Makes an error of a class. Its constructor does not run, as it would be given what a server says. */
export function makeReceived(Class: SharedClass, members: ReceivedMembers, facts: ReceivedFacts): ReceivedProblem {
  const text = members.detail ?? members.title
  const problem = Reflect.construct(Error, [text], Class as unknown as ErrorConstructor) as ReceivedProblem
  define(problem, members, true)
  define(problem, { ...facts, statusCode: members.status, expose: false, [RECEIVED]: true }, false, Class)
  return problem
}

/** Makes the class of an error whose own class is not known here. Its marks make the error an instance of the class of a status; of 0, of none. */
export function unknownClass(name: string, status: number): SharedClass {
  class Unknown extends Error {
    get [BRAND](): readonly string[] {
      return ['problem', `${status}`]
    }

    toJSON(): object {
      // The members that it was made with, and what the app has added.
      const { extensions, headers: _, ...members } = this as unknown as ReceivedMembers
      return { ...members, ...extensions }
    }
  }
  define(Unknown, { name })
  define(Unknown.prototype, { name })
  return Unknown as unknown as SharedClass
}

// A member that a class declares keeps its name.
function define(target: object, properties: object, enumerable?: boolean, Class?: SharedClass): void {
  for (const name of Reflect.ownKeys(properties)) {
    const value = (properties as Readonly<Record<PropertyKey, unknown>>)[name]
    if (value !== undefined && !memberSchema(Class, name))
      Object.defineProperty(target, name, { __proto__: null, value, enumerable, writable: true, configurable: true } as object)
  }
}
