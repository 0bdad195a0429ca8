/** Several errors at once: an AggregateError becomes the most urgent of its problems (RFC 9457 3). */

import { isError, read } from '../guard/read.js'
import { createProblem } from '../problem/create.js'
import { givenFields } from '../problem/fields/given-fields.js'
import { isFraming } from '../problem/headers.js'
import type { HttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import { ABOUT_BLANK } from '../problem/static-members.js'

// Bounds for hostile aggregates: more members than anyone reads, deeper than anyone nests.
const MOST_ERRORS = 50

/** How deep aggregates are looked into; one below that counts as an unknown error. */
export const DEEPEST_AGGREGATE = 2

// A server that failed cannot judge the request, so any 5xx comes before any 4xx. Among the 5xx, what a retry does not mend comes first;
// among the 4xx, what the client must settle before the rest can be judged. A status that is not named stands behind those that are.
const URGENCY = [500, 501, 502, 504, 503, 401, 407, 403, 429, 413, 408, 415, 400, 422, 409, 404]

/** Tells whether a value is an AggregateError that has members. */
export function isAggregate(thrown: unknown): boolean {
  return isError(thrown) && read(thrown, 'name') === 'AggregateError' && membersOf(thrown).length > 0
}

/** Reduces an AggregateError to its most urgent problem; the others become `errors`, as far as they may be sent. */
export function reduceAggregate(thrown: unknown, toProblem: (error: unknown) => HttpProblem): HttpProblem {
  const problems = membersOf(thrown).map(toProblem)
  const [first, ...others] = problems.toSorted((a, b) => urgency(read(a, 'status')) - urgency(read(b, 'status'))) as [
    HttpProblem,
    ...HttpProblem[],
  ]
  // A plain 500 says nothing that is safe, and a 5xx beside it would only repeat that.
  const listed = others.filter((problem) => problem.status !== 500)
  return withoutStack(() =>
    createProblem(first.status, {
      type: first.type,
      ...(first.type !== ABOUT_BLANK && { title: first.title }),
      detail: textOf(first, 'detail'),
      instance: textOf(first, 'instance'),
      headers: Object.fromEntries((givenFields(first.headers) ?? []).filter(([name]) => !isFraming(String(name)))),
      // A member of the problem's own, such as the faults of a 422, says more than the list.
      extensions: listed.length === 0 ? first.extensions : { errors: listed.map(summary), ...first.extensions },
      cause: thrown,
    }),
  )
}

// Read item by item: the list may be a Proxy, or have methods of its own.
function membersOf(thrown: unknown): unknown[] {
  try {
    const errors = read(thrown, 'errors')
    return Array.isArray(errors) ? Array.prototype.slice.call(errors, 0, MOST_ERRORS) : []
  } catch {
    return []
  }
}

function textOf(problem: HttpProblem, name: 'detail' | 'instance'): string | undefined {
  // The problem may be of another copy of the package, whose own check has passed the text.
  return read(problem, name) as string | undefined
}

function urgency(status: unknown): number {
  const rank = URGENCY.indexOf(status as number)
  return rank >= 0 ? rank : (status as number) >= 500 ? URGENCY.indexOf(502) - 0.5 : URGENCY.length
}

function summary(problem: HttpProblem): Record<string, unknown> {
  const { type, title, status } = problem
  const detail = textOf(problem, 'detail')
  return { type, title, status, ...(detail !== undefined && { detail }) }
}
