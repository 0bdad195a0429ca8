/** Declares problem types: one declaration from which value, type, validator and documents are made. */

import { bare, defineHidden } from '../guard/bare.js'
import { callNow } from '../guard/call.js'
import { collectFaults, type ReportFault } from '../guard/fault.js'
import { nameValue } from '../guard/name.js'
import { isError, isPropertyBag, ownKeys, read } from '../guard/read.js'
import { type AnyClass, brand } from '../problem/brand.js'
import { problemClasses } from '../problem/classes.js'
import type { OptionsOf } from '../problem/options.js'
import { PresetArgument } from '../problem/preset.js'
import type { HttpProblem } from '../problem/problem.js'
import { defineName } from '../problem/static-members.js'
import type { ErrorStatus } from '../status/codes.js'
import type { Declaration, DeclaredDetail } from './declaration.js'
import { type ProblemDefinition, TOLD } from './definition.js'
import { constantFields } from './fields.js'
import type { MembersOf, MembersSchema, NoMembers, StandardMembersSchema } from './members-type.js'
import { prepareDeclaration } from './prepare-declaration.js'
import { defineMember, type ReadableMembers } from './readable-members.js'

type RequiredKeys<T> = { [Key in keyof T]-?: NoMembers extends Pick<T, Key> ? never : Key }[keyof T]

/** The options of a declared problem: those of its status. Its members are the first argument. */
export type DeclaredOptions<Status extends ErrorStatus> = Omit<OptionsOf<Status>, 'extensions'>

/** The arguments of a declared class: members where the type has some, then options. */
export type DeclaredArguments<Members, Options> = keyof Members extends never
  ? RequiredKeys<Options> extends never
    ? [options?: Options]
    : [options: Options]
  : RequiredKeys<Options> extends never
    ? RequiredKeys<Members> extends never
      ? [members?: Members, options?: Options]
      : [members: Members, options?: Options]
    : [members: Members, options: Options]

/** A problem of a declared type. Members whose names `Error` or `HttpProblem` use are found in `extensions` only. */
export type DeclaredProblem<Type extends string, Status extends ErrorStatus, Members> = HttpProblem<Status> &
  ReadableMembers<Members> & { readonly type: Type; readonly extensions: Readonly<Members> }

/** The class of a declared problem type. */
export interface DeclaredProblemClass<Name extends string, Type extends string, Status extends ErrorStatus, Members> {
  new (...args: DeclaredArguments<Members, DeclaredOptions<Status>>): DeclaredProblem<Type, Status, Members>
  readonly name: Name
  readonly type: Type
  readonly status: Status
  readonly title: string
  /** The declaration as checked data. */
  readonly definition: ProblemDefinition
  [Symbol.hasInstance]<Class extends AnyClass>(this: Class, value: unknown): value is InstanceType<Class>
}

/**
 * Declares a problem type (RFC 9457 4) as a class to throw or to extend; its instances are those of the status's class too.
 *
 * @throws TypeError with a code `ERR_PROBLEM_*` where the declaration is wrong
 * @example
 * class SeatTaken extends defineProblem('SeatTaken', {
 *   type: 'https://api.example.com/problems/seat-taken',
 *   status: 409,
 *   title: 'The seat is already taken',
 *   members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
 *   detail: ({ seat }) => `Seat ${seat} was sold a moment ago.`,
 * }) {}
 * console.log(new SeatTaken({ seat: '12A' }).detail) // Seat 12A was sold a moment ago.
 */
export function defineProblem<
  const Name extends string,
  const Type extends string,
  const Status extends ErrorStatus,
  const Schema extends MembersSchema | StandardMembersSchema = { type: 'object'; properties: NoMembers },
>(name: Name, declaration: Declaration<Type, Status, Schema>): DeclaredProblemClass<Name, Type, Status, MembersOf<Schema>> {
  const { definition, detail, stack } = prepareDeclaration(name, declaration)
  const headers = constantFields(definition)
  const Base = problemClasses[definition.status] as unknown as new (...args: unknown[]) => HttpProblem

  class DeclaredProblem extends Base {
    static readonly type = definition.type
    static readonly title = definition.title
    static readonly status = definition.status
    static readonly definition = definition

    constructor(first?: unknown, second?: unknown) {
      const { faults, report } = collectFaults()
      const hasMembers = definition.members !== undefined
      const members = hasMembers && !isError(first) ? givenMembers(first, report) : undefined
      let told = ''
      const explain = (tell: ReportFault): string => {
        told = explanation(detail, members, tell)
        return told
      }
      const own = { members, headers, faults, detail: explain, ...(stack !== undefined && { stack }) }
      super(hasMembers && !isError(first) ? undefined : first, second, new PresetArgument(own))
      if (typeof detail === 'function') defineHidden(this, TOLD, told)
    }
  }
  Object.defineProperty(DeclaredProblem, 'name', bare({ value: name }))
  defineName(DeclaredProblem.prototype, name)
  // With the status: the Idempotency-Key draft shows three problems with one type URI.
  brand(DeclaredProblem, `type ${definition.status} ${definition.type}`)
  for (const member of ownKeys(read(definition.members, 'properties'))) defineMember(DeclaredProblem.prototype, member)
  return DeclaredProblem as unknown as DeclaredProblemClass<Name, Type, Status, MembersOf<Schema>>
}

function givenMembers(given: unknown, report: ReportFault): object {
  if (given === undefined || given === null) return bare({})
  if (isPropertyBag(given)) return given
  report('ERR_PROBLEM_ARGUMENT', 'members', 'an object of members', nameValue(given))
  return {}
}

// Whatever the function of the members does, the problem can be thrown.
function explanation(detail: DeclaredDetail, members: object | undefined, report: ReportFault): string {
  if (typeof detail !== 'function') return detail ?? ''
  const { given, failure } = callNow(() => detail(members ?? bare({})))
  if (typeof given === 'string') return given
  report('ERR_PROBLEM_DEFINITION', 'detail', 'a function that gives a string', failure ?? `${nameValue(given)} from it`)
  return ''
}
