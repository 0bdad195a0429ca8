import type { ProblemDocument } from '../problem/problem.js'
/** A document that is being made. */
export type Draft = { -readonly [Member in keyof ProblemDocument]: ProblemDocument[Member] }
