/** Problems that another server answered with, thrown on as they were received: they are not what we answer with. */

import { relayedRetryAfter } from '../client/retry-after.js'
import { read } from '../guard/read.js'
import { stored } from '../guard/stored.js'
import { RECEIVED } from '../problem/brand.js'
import { createProblem } from '../problem/create.js'
import { retryAfter } from '../problem/fields/single.js'
import { type HttpProblem, isHttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import { failureStatus, upstreamStatus } from './upstream-status.js'

/** Tells whether a value is a problem, and one of our own. */
export function isOwnProblem(value: unknown): value is HttpProblem {
  return isHttpProblem(value) && stored(value, RECEIVED) !== true
}

/** Makes the problem that we answer with for one that was received: nothing of it passes but Retry-After. */
export function problemOfReceived(received: HttpProblem): HttpProblem {
  const cause = read(received, 'cause')
  const code = read(cause, 'code') ?? read(read(cause, 'cause'), 'code')
  const status = received.status === 0 ? failureStatus(code, read(cause, 'name')) : upstreamStatus(received.status)
  const wait = status === 503 ? relayedRetryAfter(received.headers) : undefined
  const headers = wait === undefined ? {} : { 'Retry-After': retryAfter(wait) }
  return withoutStack(() => createProblem(status, { headers, cause: received }))
}
