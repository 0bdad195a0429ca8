/** What a middleware of a library answers requests with. */
import type { ProblemClass } from '../../../define/problem-class.js'

/** A problem that a middleware answers with. */
export interface LibraryProblem {
  readonly class: ProblemClass
  /** Who says so, in words: `express.json()`. */
  readonly evidence: string
  /** The JSON Schema (2020-12) of members that the middleware adds to a problem of the class. */
  readonly members?: object
  /** It counts only for methods whose requests have content. */
  readonly methods?: 'with content'
}
