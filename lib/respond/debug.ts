/** What the `debug` option adds to a document: everything that production never sends. */
import type { HttpProblem } from '../problem/problem.js'
import { isError, read } from '../problem/read.js'

// A cause can be its own cause.
const MOST_CAUSES = 5
const MOST_LINES = 30

/** Describes the error behind a problem: its name, message, stack and causes. */
export function debugMember(problem: HttpProblem): unknown {
  return describe(problem, 0)
}

function describe(error: unknown, depth: number): unknown {
  if (!isError(error)) return { thrown: error }
  const cause = read(error, 'cause')
  return {
    name: text(read(error, 'name')),
    message: text(read(error, 'message')),
    stack: text(read(error, 'stack'))
      ?.split('\n')
      .slice(1, MOST_LINES)
      .map((line) => line.trim()),
    ...(cause !== undefined && depth < MOST_CAUSES && { cause: describe(cause, depth + 1) }),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
