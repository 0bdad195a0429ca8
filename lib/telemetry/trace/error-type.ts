/** Names what went wrong in one word, for `error.type`: few different words, since backends count by it. */
import { definitionOf } from '../../define/definition.js'
import { isError, read } from '../../guard/read.js'
import type { ProblemEvent } from '../../handler/event.js'

/** Names the error: the declared type, else the class of what was thrown, else that of the problem. */
export function errorTypeOf({ thrown, problem }: Pick<ProblemEvent, 'thrown' | 'problem'>): string {
  return className(definitionOf(problem)?.name) ?? classOf(thrown) ?? classOf(problem) ?? OTHER
}

// What the semantic conventions have for what nobody names.
const OTHER = '_OTHER'

// Most errors say `Error` in their name, and have a class that says more.
function classOf(error: unknown): string | undefined {
  if (!isError(error)) return undefined
  const name = className(read(error, 'name'))
  return name !== undefined && name !== 'Error' ? name : (className(read(read(error, 'constructor'), 'name')) ?? name)
}

// A name can be any text, such as `Request 4711 failed`.
function className(name: unknown): string | undefined {
  return typeof name === 'string' && /^[A-Za-z_$][\w$.]{0,99}$/.test(name) ? name : undefined
}
