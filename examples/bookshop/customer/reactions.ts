/** What the page does about a problem: pure, and by class. */
import { matchProblem, retryAdvice } from 'http-problems/client'
import type { types } from '../problems.js'

/** What a customer sees. */
export interface Reaction {
  readonly text: string
  /** The fields of the form that are wrong. */
  readonly wrong?: readonly string[]
  /** How many copies can be had. */
  readonly available?: number
  /** A link that helps. */
  readonly link?: { readonly text: string; readonly href: string }
  /** When the page asks again by itself. */
  readonly againInMs?: number
  /** What support looks the error up by. */
  readonly traceId?: string
}
