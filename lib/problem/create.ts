/** Makes problems whose status or type is known only at run time. */
import type { ErrorStatus } from '../status/codes.js'
import { problemClasses } from './classes.js'
import { addFault, collectFaults, type ReportFault } from './fault.js'
import { makersOf } from './headers.js'
import { commonOptions, type ProblemOptions, type SpecialOptions } from './options.js'
import { ABOUT_BLANK, HttpProblem } from './problem.js'
import { has, isError, isPropertyBag, nameValue, ownKeys, readOption } from './read.js'
import { usableStatus } from './status.js'

/** The options of `createProblem`: those of every class, and the type. */
export type CreateOptions = ProblemOptions &
  Partial<AllOptions> & {
    /** A URI reference that identifies the problem type. */
    readonly type?: string | undefined
    /** The short summary of the type. A custom one needs a custom `type` (RFC 9457 4.2.1). */
    readonly title?: string | undefined
  }

type UnionToIntersection<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer All) => void
  ? All
  : never
type AllOptions = Omit<UnionToIntersection<SpecialOptions[keyof SpecialOptions]>, keyof ProblemOptions>

/** The instance type of a status that is a literal, else of any problem. */
export type ProblemOf<Status extends number> = number extends Status
  ? HttpProblem
  : Status extends ErrorStatus
    ? InstanceType<(typeof problemClasses)[Status]>
    : HttpProblem

/**
 * Makes a problem of the status's class. Never throws: a status that is none becomes 500, and the fault is reported.
 *
 * @example
 * const problem = createProblem(403, 'Your balance is 30, but that costs 50.', {
 *   type: 'https://example.com/probs/out-of-credit',
 *   title: 'You do not have enough credit.',
 *   extensions: { balance: 30 },
 * })
 * console.log(problem.status, problem.title) // 403 'You do not have enough credit.'
 */
export function createProblem<const Status extends number>(
  status: Status,
  ...args: [text?: string | Error, options?: CreateOptions] | [options?: CreateOptions]
): ProblemOf<Status> {
  const { faults, report } = collectFaults()
  const given: readonly unknown[] = args
  const options = given.find((argument): argument is CreateOptions => isPropertyBag(argument) && !isError(argument))
  const code = usableStatus(status, report)
  const Class = (problemClasses as unknown as Readonly<Record<number, Maker | undefined>>)[code]
  // HttpProblem reports an unassigned status itself.
  if (Class === undefined) faults.length = 0
  const sorted = namesType(options)
    ? given.map((argument) => (argument === options ? withoutType(options, code, report) : argument))
    : given
  const problem = Class === undefined ? new (HttpProblem as unknown as Maker)(code, ...sorted) : new Class(...sorted)
  if (options !== undefined) setType(problem, options, report)
  for (const fault of faults) addFault(problem, fault)
  return problem as ProblemOf<Status>
}

type Maker = new (...args: unknown[]) => HttpProblem

// The classes would report these two as unknown; without them the options can be passed on as they are.
function namesType(options: object | undefined): options is object {
  return options !== undefined && ownKeys(options).some((name) => name === 'type' || name === 'title')
}

// By name, not by key: an option may be inherited or a getter of a class.
function withoutType(options: object, status: number, report: ReportFault): Record<string, unknown> {
  const names = new Set([...commonOptions, ...makersOf(status).map(({ option }) => option), ...ownKeys(options)])
  names.delete('type')
  names.delete('title')
  return Object.fromEntries(
    [...names].filter((name) => has(options, name)).map((name) => [name, readOption(options, name, report)]),
  )
}

function setType(problem: HttpProblem, options: object, report: ReportFault): void {
  const type = readOption(options, 'type', report)
  const title = readOption(options, 'title', report)
  const custom = typeof type === 'string' && type !== '' && type !== ABOUT_BLANK
  if (type !== undefined && !custom && type !== ABOUT_BLANK)
    report('ERR_PROBLEM_TYPE', 'type', 'a URI reference', nameValue(type))
  if (title !== undefined && !(custom && typeof title === 'string')) {
    report(
      'ERR_PROBLEM_TYPE',
      'title',
      'a string together with a type',
      typeof title === 'string' ? 'a title without one' : nameValue(title),
    )
  }
  if (!custom) return
  Object.assign(problem, { type, ...(typeof title === 'string' && title !== '' && { title }) })
}
