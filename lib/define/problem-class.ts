/** A class of problems, as far as documents and routes need to know it. */
import type { HttpProblem } from '../problem/problem.js'

/** A class of problems: a declared type, `Conflict` and its siblings, a subclass of one, or `HttpProblem` for problems of any type. */
export interface ProblemClass {
  readonly prototype: HttpProblem
  readonly name: string
  readonly type: string
  readonly title: string | undefined
  readonly status: number | undefined
}
