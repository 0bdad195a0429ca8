/** The mark by which middleware of this package says what it answers. Copies of the package and both module formats read the marks of each other. */
import { isProblemClass } from '../../../define/problem-class.js'
import { defineHidden } from '../../../guard/bare.js'
import { listOf } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'
import type { LibraryProblem } from './library.js'

// A protocol version, as that of the classes. What stands there is plain data.
const ANSWERS = Symbol.for('http-problems/1/answers')

/** Says on `validate()`, or another middleware of ours, what it answers. */
export function tellAnswers<Handler extends object>(
  handler: Handler,
  evidence: string,
  answers: readonly Omit<LibraryProblem, 'evidence'>[],
): Handler {
  const told = answers.map((answer) => ({ ...answer, evidence }))
  defineHidden(handler, ANSWERS, told)
  return handler
}

/** Gives what a middleware of ours says that it answers. */
export function toldAnswers(handler: unknown): readonly LibraryProblem[] {
  return listOf(stored(handler, ANSWERS)).filter(isLibraryProblem)
}

// Another version of this package could write something else there.
function isLibraryProblem(value: unknown): value is LibraryProblem {
  return isProblemClass(stored(value, 'class')) && typeof stored(value, 'evidence') === 'string'
}
