/** The boundary to other servers: what they refuse us becomes a problem of ours, and what they say stays inside unless it is allowed out. */

import { readUpstreamDocument } from '../client/body.js'
import { describeUpstream, responseIn, type UpstreamResponse } from '../client/response.js'
import { relayedRetryAfter } from '../client/retry-after.js'
import { isProblemClass } from '../define/problem-class.js'
import { isThenable } from '../guard/call.js'
import { collectFaults, type ReportFault, tryAddFault } from '../guard/fault.js'
import { nameValue } from '../guard/name.js'
import { isPropertyBag, ownKeys, read } from '../guard/read.js'
import { createProblem } from '../problem/create.js'
import { retryAfter } from '../problem/fields/single.js'
import { type HttpProblem, isHttpProblem } from '../problem/problem.js'
import { problemOfClass, problemOrNothing, type SimpleProblemClass } from './outcome.js'
import { isOwnProblem } from './received.js'
import { toProblem } from './to-problem.js'
import { blamesUpstream, failureStatus, upstreamStatus } from './upstream-status.js'

/** What may pass from another server to our clients. */
export interface UpstreamPolicy {
  /**
   * Problem types of the other server that are ours too, by type URI: the class that takes the place, or a function that gets the other
   * server's problem and returns ours, or `undefined` for the ordinary answer.
   * @default none
   */
  readonly types?: Readonly<Record<string, SimpleProblemClass | ((upstream: HttpProblem) => HttpProblem | undefined)>>
}

/**
 * Makes a problem of ours of the response of another server, or of the error of a client such as fetch, axios or got: 503 where it asks us
 * to wait, 504 where it did not answer in time, else 502. What the other server said is the `cause`; only its Retry-After passes, and the
 * problem types that the policy names. Of the body, 64 KiB of problem details are read at most; any other is cancelled. A promise is
 * awaited. Never rejects. Where nothing may wait, `toProblem(error)` does the same for the errors of clients, without the body.
 *
 * @example
 * const response = new Response('<h1>Just a moment</h1>', { status: 522 }) // or: await fetch(...)
 * if (!response.ok) console.log((await upstreamProblem(response)).toJSON())
 * // { type: 'about:blank', title: 'Gateway Timeout', status: 504 }
 */
export async function upstreamProblem(given: unknown, policy: UpstreamPolicy = {}): Promise<HttpProblem> {
  const responseOrError = isThenable(given) ? await settled(given) : given
  if (isOwnProblem(responseOrError)) return responseOrError
  const { faults, report } = collectFaults()
  const response = responseIn(responseOrError)
  const problem =
    response === undefined
      ? failureProblem(responseOrError)
      : answerTo(await describe(responseOrError, response), response, checkedTypes(policy, report), report)
  for (const fault of faults) tryAddFault(problem, fault)
  return problem
}

// `upstreamProblem(fetch(url))`: what it rejects with is an error of the client.
async function settled(later: PromiseLike<unknown>): Promise<unknown> {
  try {
    return await later
  } catch (error) {
    return error
  }
}

async function describe(responseOrError: unknown, response: UpstreamResponse): Promise<HttpProblem> {
  // A client of ours has read it already.
  if (isHttpProblem(responseOrError)) return responseOrError
  const document = await readUpstreamDocument(response)
  return describeUpstream(response, document, relayed(response), responseOrError)
}

// Without a response: refused, too late, or never asked.
function failureProblem(error: unknown): HttpProblem {
  const known = toProblem(error)
  if (blamesUpstream(known.status)) return known
  const code = read(error, 'code') ?? read(read(error, 'cause'), 'code')
  return createProblem(failureStatus(code, read(error, 'name')), { cause: error })
}

function answerTo(
  upstream: HttpProblem,
  response: UpstreamResponse,
  types: UpstreamPolicy['types'],
  report: ReportFault,
): HttpProblem {
  const declared = types !== undefined && Object.hasOwn(types, upstream.type) ? types[upstream.type] : undefined
  const ours = declared === undefined ? undefined : redeclared(declared, upstream, relayed(response), report)
  if (ours !== undefined) return ours
  const status = upstreamStatus(response.status)
  return createProblem(status, { headers: status === 503 ? relayed(response) : {}, cause: upstream })
}

function redeclared(
  declared: unknown,
  upstream: HttpProblem,
  headers: Readonly<Record<string, string>>,
  report: ReportFault,
): HttpProblem | undefined {
  const fault = (expected: string, got: string): void => report('ERR_PROBLEM_HOOK', 'policy.types', expected, got)
  try {
    if (isProblemClass(declared)) return problemOfClass(declared, upstream, headers)
    return problemOrNothing((declared as (upstream: HttpProblem) => unknown)(upstream), fault)
  } catch {
    fault('a class or function that does not throw', 'one that did')
    return undefined
  }
}

function relayed({ headers }: UpstreamResponse): Readonly<Record<string, string>> {
  const wait = relayedRetryAfter(headers)
  return wait === undefined ? {} : { 'Retry-After': retryAfter(wait) }
}

// A policy is used where an error is on its way, so a wrong one is a fault and no exception.
function checkedTypes(policy: unknown, report: ReportFault): UpstreamPolicy['types'] {
  for (const name of ownKeys(policy))
    if (name !== 'types') report('ERR_PROBLEM_OPTION', 'policy', 'nothing but types', nameValue(name))
  const types = read(policy, 'types')
  if (types === undefined) return undefined
  if (isPropertyBag(types) && ownKeys(types).every((type) => typeof read(types, type) === 'function'))
    return types as UpstreamPolicy['types']
  report('ERR_PROBLEM_OPTION', 'policy.types', 'problem classes or functions by type URI', nameValue(types))
  return undefined
}
