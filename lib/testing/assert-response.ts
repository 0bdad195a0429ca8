/** The assertion as a function, for every test runner. */

import { isPromise } from '../guard/call.js'
import type { ProblemDocument } from '../problem/problem.js'
import { ProblemAssertionError } from './assertion-error.js'
import { type DocumentOf, type Expectation, type ExpectedMembers, expectationOf, type ProblemClass } from './expectation.js'
import { type FetchResponse, type PlainResponse, type Received, receive, type Unjudged } from './response.js'
import { judge } from './verdict.js'

/**
 * Asserts that a response is a problem of a class, of a status, or any problem, and gives its document.
 * The assertion compares status, media type, the fields that the status calls for, the standard members, the members that are named, and all members with the schema of the class.
 * Of a `fetch` response the body is read from a clone, so this gives a promise; all others are judged at once.
 *
 * @throws ProblemAssertionError that lists all differences
 * @example
 * const response = {
 *   status: 409,
 *   headers: { 'content-type': 'application/problem+json' },
 *   body: { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Order 7 is already paid.', order: 7 },
 * }
 * console.log(assertProblemResponse(response, Conflict, { order: 7 }).detail) // Order 7 is already paid.
 */
export function assertProblemResponse<Class extends ProblemClass>(
  response: FetchResponse,
  expected: Class,
  members?: ExpectedMembers<Class>,
): Promise<DocumentOf<Class>>
export function assertProblemResponse<Class extends ProblemClass>(
  response: PlainResponse,
  expected: Class,
  members?: ExpectedMembers<Class>,
): DocumentOf<Class>
export function assertProblemResponse(
  response: FetchResponse,
  status?: number,
  members?: ExpectedMembers,
): Promise<ProblemDocument>
export function assertProblemResponse(response: PlainResponse, status?: number, members?: ExpectedMembers): ProblemDocument
export function assertProblemResponse(response: unknown, ...expected: readonly unknown[]): unknown {
  const expectation = expectationOf(expected)
  const received = receive(response)
  return isPromise(received) ? settleLater(received, expectation) : settle(received, expectation)
}

async function settleLater(received: Promise<Received | Unjudged>, expectation: Expectation): Promise<unknown> {
  return settle(await received, expectation)
}

function settle(received: Received | Unjudged, expectation: Expectation): unknown {
  const { passed, message, actual, expected, document } = judge(received, expectation)
  if (passed !== true) throw new ProblemAssertionError(message, actual, expected)
  return document
}
