/** What an assertion expects: a class, a status or any problem, and some of its members. */

import { jsonText } from '../../schemas/json-text.js'
import { type DeclaredClass, definitionOf, type ProblemDefinition } from '../define/definition.js'
import { nameValue } from '../guard/name.js'
import { isPropertyBag, read } from '../guard/read.js'
import { misuse, wrongArgument } from '../guard/refuse.js'
import { standardMembers } from '../problem/members.js'
import type { HttpProblem, ProblemDocument } from '../problem/problem.js'
import { readStaticMembers, staticText } from '../problem/static-members.js'
import { isErrorStatus, titleOf } from '../problem/status.js'
import { bounded } from './body.js'

/** A class of problems with a status: a declared type, a plain class such as `Conflict`, or a subclass of one. */
export type ProblemClass = (abstract new (
  ...args: never
) => HttpProblem) & {
  readonly status: number
  readonly type: string
  readonly title: string
}

/** What a member is expected to be: a value that it equals, or a function that tells whether it is right. `undefined` means that it is absent. */
export type ExpectedMember<Value> = unknown extends Value
  ? string | number | boolean | object | null | undefined | ((value: unknown) => boolean)
  : Value | undefined | ((value: NonNullable<Value>) => boolean)

/** The members of a class: of a declared one those of its declaration, else any. */
export type MembersOfClass<Class extends ProblemClass> = Class extends DeclaredClass
  ? Declared<InstanceType<Class>['extensions']>
  : InstanceType<Class>['extensions']

// Every problem may have any extension member; only the names that a declaration gives are no `string`.
type Declared<Extensions> = { [Name in keyof Extensions as string extends Name ? never : Name]: Extensions[Name] }

/** The members that an assertion names; those that it does not name may be anything. */
export type ExpectedMembers<Class extends ProblemClass = ProblemClass> = {
  readonly [Name in keyof MembersOfClass<Class>]?: ExpectedMember<MembersOfClass<Class>[Name]>
} & {
  readonly title?: ExpectedMember<string>
  readonly detail?: ExpectedMember<string>
  readonly instance?: ExpectedMember<string>
}

/** The document of a problem class, as an assertion gives it. */
export type DocumentOf<Class extends ProblemClass> = ProblemDocument & MembersOfClass<Class>

/** What an assertion expects, checked. */
export interface Expectation {
  /** What is expected, as messages call it. */
  readonly name: string
  readonly status: number | undefined
  /** The type and the title, where a class says them. */
  readonly type: string | undefined
  readonly title: string | undefined
  readonly definition: ProblemDefinition | undefined
  /** The members: values as JSON carries them, and functions. */
  readonly members: Readonly<Record<string, unknown>>
}

const ANY = { name: 'a problem', status: undefined, type: undefined, title: undefined, definition: undefined, members: {} }

/** Reads the arguments of an assertion: none, a class or a status, and members. */
export function expectationOf(args: readonly unknown[]): Expectation {
  if (args.length === 0) return ANY
  const [wanted, members] = args
  const named = { ...(typeof wanted === 'number' ? fromStatus(wanted) : fromClass(wanted)), members: membersOf(members) }
  const names = Object.entries(named.members).map(([name, value]) =>
    typeof value === 'function' ? `a checked ${name}` : `${name} ${jsonText(value) ?? 'absent'}`,
  )
  return names.length === 0 ? named : { ...named, name: `${named.name} with ${names.join(', ')}`.slice(0, 300) }
}

type Named = Omit<Expectation, 'members'>

const EXPECTED = 'a problem class or a status from 400 to 599'

function fromStatus(status: number): Named {
  if (!isErrorStatus(status)) throw wrongArgument('expected', EXPECTED, status)
  return { ...ANY, name: `a problem with ${status} ${titleOf(status)}`, status }
}

// A class that is undefined must not mean any problem: it is a wrong import, or a cycle of imports.
function fromClass(Class: unknown): Named {
  const status = read(Class, 'status')
  if (typeof Class !== 'function' || !isErrorStatus(status))
    throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'expected', expected: EXPECTED, got: nameClass(Class) })
  const { type, title = titleOf(status) } = readStaticMembers(Class)
  const name = `the problem ${staticText(Class, 'name') ?? type} (${status})`
  return { name, status, type, title, definition: definitionOf(Class) }
}

function nameClass(Class: unknown): string {
  return typeof Class === 'function' ? `${Class.name || 'a function'}, which has no status` : nameValue(Class)
}

const FIXED: ReadonlySet<string> = new Set(['type', 'status'])
const READABLE = standardMembers.filter((name) => !FIXED.has(name))

function membersOf(members: unknown): Readonly<Record<string, unknown>> {
  if (members === undefined) return {}
  if (!isPropertyBag(members)) throw wrongArgument('members', 'an object of members', members)
  const fixed = Object.keys(members).find((name) => FIXED.has(name))
  if (fixed !== undefined) {
    const expected = `an extension member or ${READABLE.join(', ')}`
    throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: `members.${fixed}`, expected, got: 'a member that the class decides' })
  }
  // As the wire would carry them: a Date is compared as its text.
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, typeof value === 'function' ? value : bounded(value)]),
  )
}
