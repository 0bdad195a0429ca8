/** Makes problems whose status or type is known only at run time. */

import { collectFaults, type ReportFault } from '../guard/fault.js'
import { nameValue } from '../guard/name.js'
import { isError, isPropertyBag } from '../guard/read.js'
import type { ErrorStatus } from '../status/codes.js'
import { readOption } from './arguments.js'
import { problemClasses } from './classes.js'
import type { ProblemOptions, SpecialOptions } from './options.js'
import { PresetArgument } from './preset.js'
import { HttpProblem } from './problem.js'
import { ABOUT_BLANK } from './static-members.js'
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
  const options = given.find((argument) => isPropertyBag(argument) && !isError(argument)) as object | undefined
  const code = usableStatus(status, report)
  const Class = (problemClasses as unknown as Readonly<Record<number, Maker | undefined>>)[code]
  // HttpProblem reports an unassigned status itself.
  if (Class === undefined) faults.length = 0
  const own = new PresetArgument({ ...customType(options, report), known: TYPE_OPTIONS, faults })
  const problem =
    Class === undefined ? new (HttpProblem as unknown as Maker)(code, args[0], args[1], own) : new Class(args[0], args[1], own)
  return problem as ProblemOf<Status>
}

type Maker = new (...args: unknown[]) => HttpProblem

const TYPE_OPTIONS: ReadonlySet<string> = new Set(['type', 'title'])

function customType(options: object | undefined, report: ReportFault): { readonly type?: string; readonly title?: string } {
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
  if (!custom) return {}
  return { type, ...(typeof title === 'string' && title !== '' && { title }) }
}
