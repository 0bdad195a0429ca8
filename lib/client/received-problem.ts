/** The error that stands for a response: an instance of the class that the server threw, as far as it is known here. */

import { own } from '../../schemas/json.js'
import type { ProblemClass } from '../define/problem-class.js'
import { defineHidden, defineOwn } from '../guard/bare.js'
import { has, read } from '../guard/read.js'
import { brandBy } from '../problem/brand.js'
import type { HttpProblem } from '../problem/problem.js'
import type { ReceivedDocument } from './document.js'
import { phrases, type VendorFacts } from './generated/status-facts.js'

/** A problem that another server answered with. A member of its class that is named `document` or `vendor` takes the place of ours. */
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
  readonly document: ReceivedDocument | undefined
  readonly vendor: VendorFacts | undefined
  readonly cause?: unknown
}

/** Makes the error. No constructor of a class runs, as it would be given what a server says. */
export function makeReceived(
  { document, vendor, cause, ...members }: ReceivedMembers,
  Class: ProblemClass | undefined,
): ReceivedProblem {
  const problem: object = Reflect.construct(Error, [members.detail ?? members.title], (Class ?? Unrevived) as typeof Unrevived)
  for (const [name, value] of Object.entries({ ...members, expose: false }))
    if (value !== undefined) defineOwn(problem, name, value)
  if (cause !== undefined) defineHidden(problem, 'cause', cause, true)
  if (Class === undefined) defineHidden(problem, 'name', nameOf(members.status), true)
  for (const [name, value] of Object.entries({ document, vendor }))
    if (!has(problem, name)) defineHidden(problem, name, value, true)
  // Each property of the interface was defined, and the class has what all problems have.
  return problem as ReceivedProblem
}

/** The class of errors whose own class is not known here. */
class Unrevived extends Error {
  declare readonly status: number

  get statusCode(): number {
    return this.status
  }

  toJSON(): object {
    const extensions = read(this, 'extensions')
    const standard = ['type', 'title', 'status', 'detail', 'instance'].map((name) => [name, read(this, name)] as const)
    return { ...Object.fromEntries(standard.filter(([, value]) => value !== undefined)), ...(extensions as object) }
  }
}

// What a console shows beside the name of the instance.
defineHidden(Unrevived, 'name', 'HttpProblem')

// An instance of the class of its status: `instanceof` goes by these marks.
brandBy(Unrevived.prototype, (problem) => {
  const status = classStatus(read(problem, 'status') as number)
  return status === 0 ? ['problem'] : ['problem', String(status)]
})

/** Gives the status whose class a status belongs to: of an unregistered one that is the x00 (RFC 9110 15), of none it is 0. */
function classStatus(status: number): number {
  if (status === 0 || own(phrases, status) !== undefined) return status
  return status >= 400 && status < 500 ? 400 : 500
}

// The names of the classes are the phrases, written together.
function nameOf(status: number): string {
  const phrase = own(phrases, classStatus(status)) ?? 'Http Problem'
  return phrase.replace(/'/g, '').replace(/ (.)/g, (_, letter: string) => letter.toUpperCase())
}
