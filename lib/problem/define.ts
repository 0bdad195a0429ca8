/** Declares problem types: one declaration from which value, type, validator and documents are made. */
import type { ErrorStatus } from '../status/codes.js'
import { type AnyClass, brand } from './brand.js'
import { type CheckedDeclaration, checkDeclaration } from './check-definition.js'
import { problemClasses } from './classes.js'
import { constantFields } from './declared-fields.js'
import { type DocumentedField, type ProblemDefinition, type RetryAdvice, TOLD } from './definition.js'
import { collectFaults, type ReportFault } from './fault.js'
import type { FieldValue } from './fields/field-value.js'
import type { MembersOf, MembersSchema, NoMembers, StandardMembersSchema } from './members-type.js'
import type { OptionsOf } from './options.js'
import { WithParticulars } from './particulars.js'
import { defineName, HttpProblem } from './problem.js'
import { isError, isPropertyBag, nameValue, read } from './read.js'

/** What `defineProblem` takes besides the name. */
export interface Declaration<Type extends string, Status extends ErrorStatus, Schema> {
  /** A URI reference that identifies the type (RFC 9457 3.1.1); an absolute URI is best. It never changes. */
  readonly type: Type
  /** The registered status code that the type is used with. */
  readonly status: Status
  /** A short summary for people, the same for every occurrence (RFC 9457 3.1.3). */
  readonly title: string
  /** The schema of the extension members (RFC 9457 3.2): JSON Schema with `type: 'object'`, or a Standard Schema that gives its JSON Schema. */
  readonly members?: Schema | undefined
  /** The explanation of an occurrence: a text, or a function of the members. It is always sent. */
  readonly detail?: string | ((members: MembersOf<Schema>) => string) | undefined
  /** What the type means and how it is resolved, for the documents (CommonMark). */
  readonly description?: string | undefined
  /** Fields of the response: with a value, sent always; with a description, documented, and given when a problem is made. */
  readonly headers?: Readonly<Record<string, FieldValue | number | DocumentedField>> | undefined
  /** What a client may do. `afterSeconds` is sent as Retry-After. */
  readonly retry?: RetryAdvice | undefined
  /** The Cache-Control of the answers. */
  readonly cacheControl?: string | undefined
  /** Members of typical occurrences, for documents; they are checked against the schema. */
  readonly examples?: readonly MembersOf<Schema>[] | undefined
  /** Whether the type should not be used any more. */
  readonly deprecated?: boolean | undefined
  /** Earlier type URIs of the same problem. */
  readonly aliases?: readonly string[] | undefined
  /** Whether instances capture a stack. By default the status and the environment decide. */
  readonly stack?: boolean | undefined
}

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

// Not `Omit`, which loses the names of an object that has others as well.
type ReadableMembers<Members> = { readonly [Name in keyof Members as Name extends TakenName ? never : Name]: Members[Name] }
type TakenName = keyof HttpProblem | keyof typeof Object.prototype

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
  const { definition, detail, stack } = checkDeclaration(name, declaration)
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
      super(hasMembers && !isError(first) ? undefined : first, second, new WithParticulars(own))
      if (typeof detail === 'function') Object.defineProperty(this, TOLD, { value: told })
    }
  }
  Object.defineProperty(DeclaredProblem, 'name', { value: name })
  defineName(DeclaredProblem.prototype, name)
  // With the status: the Idempotency-Key draft shows three problems with one type URI.
  brand(DeclaredProblem, `type ${definition.status} ${definition.type}`)
  for (const member of Object.keys((definition.members?.['properties'] ?? {}) as object))
    defineMember(DeclaredProblem.prototype, member)
  return DeclaredProblem as unknown as DeclaredProblemClass<Name, Type, Status, MembersOf<Schema>>
}

function givenMembers(given: unknown, report: ReportFault): object {
  if (given === undefined || given === null) return {}
  if (isPropertyBag(given)) return given
  report('ERR_PROBLEM_ARGUMENT', 'members', 'an object of members', nameValue(given))
  return {}
}

// Whatever the function does, the problem can be thrown.
function explanation(detail: CheckedDeclaration['detail'], members: object | undefined, report: ReportFault): string {
  if (typeof detail !== 'function') return detail ?? ''
  try {
    const text = detail(members ?? {})
    if (typeof text === 'string') return text
    // That of an asynchronous function: an unhandled rejection would end the process.
    if (typeof read(text, 'then') === 'function') Promise.resolve(text).catch(() => undefined)
    report('ERR_PROBLEM_DEFINITION', 'detail', 'a function that gives a string', `${nameValue(text)} from it`)
  } catch {
    report('ERR_PROBLEM_DEFINITION', 'detail', 'a function that gives a string', 'one that throws')
  }
  return ''
}

// On the prototype: an instance pays nothing for it. Names that errors have keep their meaning.
function defineMember(prototype: object, name: string): void {
  if (name in HttpProblem.prototype || OWN.has(name)) return
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: HttpProblem) {
      return read(read(this, 'extensions'), name)
    },
    // Loggers and frameworks write to errors, `code` for example.
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true })
    },
  })
}

// What instances have of their own.
const OWN: ReadonlySet<string> = new Set([
  'type',
  'title',
  'status',
  'detail',
  'instance',
  'extensions',
  'headers',
  'expose',
  'cause',
  'stack',
])
