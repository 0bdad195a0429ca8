/** A fetch that rejects with problems. */

import { given } from '../guard/given.js'
import { isBranded } from '../problem/brand.js'
import { type AnsweredResponse, fromResponse } from './from-response.js'
import { type FromResponseOptions, responseSettings } from './from-response-options.js'
import { makeReceived, unknownClass } from './received-problem.js'
import { wrongArgument } from './wrong-argument.js'

/** The fetch of a host, or a function like it. */
export type Fetch = (...args: never) => Promise<AnsweredResponse>

/**
 * Wraps a fetch: the new one rejects with the problem that a 4xx or 5xx stands for, so what it resolves with is what was asked for.
 *
 * Where no response came, it rejects with a problem whose status is 0 and whose `cause` is what fetch rejected with, which may be what it says of
 * a wrong URL; a request that was aborted rejects as it did.
 *
 * @throws TypeError with a code `ERR_PROBLEM_*` where there is no fetch, or an option is wrong
 * @example
 * const answers = async (): Promise<Response> => Response.json({ title: 'Gone', status: 410 }, { status: 410 })
 * const fetchOrThrow = problemFetch(answers) // or: problemFetch(fetch, { types })
 * await fetchOrThrow().catch((problem) => console.log(problem.name, problem.status)) // Gone 410
 */
export function problemFetch<Given extends Fetch>(fetch: Given, options: FromResponseOptions = {}): Given {
  if (typeof fetch !== 'function') throw wrongArgument('fetch', 'a function', fetch)
  responseSettings(options)
  const fetchOrThrow: AnyFetch = async (...args) => {
    const signal = given(args[1], 'signal') ?? given(args[0], 'signal')
    let response: AnsweredResponse
    try {
      response = await (fetch as unknown as AnyFetch)(...args)
    } catch (cause) {
      throw given(signal, 'aborted') || isBranded(cause) || IS_NO_NETWORK.test(String(given(cause, 'name')))
        ? cause
        : failedRequest(cause)
    }
    const problem = await fromResponse(response, options)
    if (problem === undefined) return response
    throw given(signal, 'aborted') ? given(signal, 'reason') : problem
  }
  // It takes what the given one takes, and resolves with what that resolves with.
  return fetchOrThrow as unknown as Given
}

// A request that was aborted, be it by a signal that the wrapped function has added, and code that is wrong: to ask again would help neither.
const IS_NO_NETWORK = /^(Abort|Timeout|Range|Reference|Syntax)Error$/

type AnyFetch = (...args: readonly unknown[]) => Promise<AnsweredResponse>

function failedRequest(cause: unknown): Error {
  const members = { type: 'about:blank', title: 'No Response', status: 0, extensions: {}, headers: {} }
  return makeReceived(unknownClass('HttpProblem', 0), { ...members, detail: undefined, instance: undefined }, { cause })
}
