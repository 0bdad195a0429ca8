/** Turns whatever was thrown into a problem. */

import { owns } from '../../schemas/json.js'
import { bare, pickGiven } from '../guard/bare.js'
import { collectFaults, type ReportFault, tryAddFault } from '../guard/fault.js'
import { isRecord, read } from '../guard/read.js'
import { InternalServerError } from '../problem/classes.js'
import { createProblem } from '../problem/create.js'
import { type HttpProblem, isHttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import { isErrorStatus } from '../problem/status.js'
import { type DescribeFault, describedBy } from '../validate/describe-fault.js'
import { DEEPEST_AGGREGATE, isAggregate, reduceAggregate } from './aggregate.js'
import { type ConstraintPointers, withPlaces } from './constraints.js'
import { type Conversion, readConversion } from './conversion.js'
import { type ExposedErrors, exposedProblem } from './expose.js'
import { type ForeignFacts, foreignFactNames } from './facts.js'
import { foreignError } from './family.js'
import { findRow, statusOfRow, throughCause } from './find-row.js'
import { askMappers, type ErrorMapper, type Mapped } from './map.js'
import { isOwnProblem, problemOfReceived } from './received.js'
import { areOfRequest, type ThrownFaults, tellThrownFaults } from './thrown-faults.js'

/** Options of `toProblem`. */
export interface ToProblemOptions {
  /** What of the request helps to describe an error. */
  readonly facts?: ForeignFacts
  /**
   * What errors of your own become, as the option `map` of a handler.
   * @default none
   */
  readonly map?: readonly ErrorMapper[]
  /**
   * Errors of your own whose status and message are meant for clients, as the option `expose` of a handler.
   * @default none
   */
  readonly expose?: readonly ExposedErrors[]
  /**
   * Says what is wrong with one value of a request, as the option `describeFault` of a handler.
   * @default our words
   */
  readonly describeFault?: DescribeFault
  /**
   * Where in a request the values of a database constraint stand, as the option `constraints` of a handler.
   * @default none
   */
  readonly constraints?: ConstraintPointers
  /**
   * Whose fault an error of a validator is, as the option `thrownFaults` of a handler.
   * @default 'client'
   */
  readonly thrownFaults?: ThrownFaults
}

/**
 * Turns any thrown value into a problem: a problem as it is, an error that `map` names, a known library's error by its table, anything else
 * into a 500 without detail. Total: never throws and never changes what was thrown, which is the `cause` of the problem. A wrong option
 * counts as not given, and is a fault of the problem.
 *
 * @example
 * console.log(toProblem(new Error('db-17 is down')).toJSON())
 * // { type: 'about:blank', title: 'Internal Server Error', status: 500 }
 */
export function toProblem(thrown: unknown, options: ToProblemOptions = {}): HttpProblem {
  if (isOwnProblem(thrown)) return thrown
  const { faults, report } = collectFaults()
  const { problem } = convertThrown(thrown, readFacts(options), readConversion(options, report), report)
  for (const fault of faults) tryAddFault(problem, fault)
  return problem
}

/** A problem, and who made it of what was thrown. */
export interface Converted {
  readonly problem: HttpProblem
  /** As in the event of a handler, which says what the words mean. */
  readonly mappedBy: string
}

/** Turns a thrown value into a problem with options that were checked; faults of the user's functions are reported. */
export function convertThrown(thrown: unknown, facts: ForeignFacts, conversion: Conversion, report: ReportFault): Converted {
  try {
    const known = recognise(thrown, { ...conversion, facts, report }, 0)
    return known ?? unknownError(thrown, read(facts, 'responseStatus'))
  } catch {
    // A value that changes while it is read can surprise every family.
    return unknownError(thrown)
  }
}

const NO_FACTS: ForeignFacts = bare({})

function readFacts(options: unknown): ForeignFacts {
  const facts = read(options, 'facts')
  return isRecord(facts) ? pickGiven<ForeignFacts>(facts, foreignFactNames) : NO_FACTS
}

type MappedTo = Extract<Mapped, { readonly instead: unknown }>

interface Context extends Conversion {
  readonly facts: ForeignFacts
  readonly report: ReportFault
}

/** Makes the problem of an error that somebody knows; `undefined` where nobody does. */
function recognise(thrown: unknown, context: Context, depth: number): Converted | undefined {
  if (isOwnProblem(thrown)) return { problem: thrown, mappedBy: 'own' }
  const mapped = context.mappers.length === 0 ? undefined : askMappers(context.mappers, thrown, context.report)
  if (mapped !== undefined && owns(mapped, 'problem')) return { problem: mapped.problem, mappedBy: mapped.owner }
  // An error in the place of another is not mapped again, or two entries could throw to each other for ever.
  if (mapped !== undefined) return recogniseInstead(mapped, context, depth)
  // What another server says is not what an app exposes of its own.
  if (isHttpProblem(thrown)) return { problem: problemOfReceived(thrown), mappedBy: 'received problems' }
  const exposed = context.exposed.length === 0 ? undefined : exposedProblem(context.exposed, thrown, context.report)
  if (exposed !== undefined) return { problem: exposed, mappedBy: 'expose' }
  return isAggregate(thrown) && depth < DEEPEST_AGGREGATE
    ? recogniseSome(thrown, context, depth)
    : recogniseForeign(thrown, context)
}

function recogniseInstead({ instead, owner }: MappedTo, context: Context, depth: number): Converted | undefined {
  const known = recognise(instead, { ...context, mappers: [] }, depth)
  return known && { problem: known.problem, mappedBy: owner }
}

function recogniseSome(thrown: unknown, context: Context, depth: number): Converted | undefined {
  let isKnown = false
  const problem = reduceAggregate(thrown, (error) => {
    const known = recognise(error, context, depth + 1)
    isKnown ||= known !== undefined
    return (known ?? unknownError(error)).problem
  })
  return isKnown ? { problem, mappedBy: 'several errors' } : undefined
}

function recogniseForeign(thrown: unknown, context: Context): Converted | undefined {
  const { facts, constraints, thrownFaults, describeFault, report } = context
  const error = foreignError(thrown)
  // A primitive has no properties that any row could ask for.
  const found = typeof thrown === 'object' || typeof thrown === 'function' ? findRow(error, facts) : undefined
  const told = found ?? throughCause(error, facts)
  if (told === undefined) return undefined
  const detailOf = describedBy(describeFault, read(facts, 'request'), report)
  const options = withPlaces(told.row, told.row.options?.(told.error, facts, report, detailOf), thrown, constraints, detailOf)
  if (told.mayBeOwnData && !areOfRequest(options)) {
    if (thrownFaults === 'server') return undefined
    if (thrownFaults === undefined) tellThrownFaults(report)
  }
  const problem = withoutStack(() => createProblem(statusOfRow(told), { ...options, cause: thrown }))
  return { problem, mappedBy: told.family.name }
}

// As plain Express does: an error that has no status takes that of the response. Its text stays inside, whatever the status.
function unknownError(thrown: unknown, status?: unknown): Converted {
  if (!isErrorStatus(status))
    return { problem: withoutStack(() => new InternalServerError({ cause: thrown })), mappedBy: 'unknown' }
  return { problem: withoutStack(() => createProblem(status, { cause: thrown })), mappedBy: 'status of the response' }
}
