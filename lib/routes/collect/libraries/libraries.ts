/** Recognises middleware of libraries by what it is. */
import type { LibraryProblem } from './library.js'

/** Gives the problems that a middleware answers with; none for a function that is not known. */
export function libraryProblems(_handler: unknown): readonly LibraryProblem[] {
  return []
}
