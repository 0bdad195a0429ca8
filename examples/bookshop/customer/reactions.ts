/** What the page does about a problem: decided by its class, from its members, without a look at its text. */
import type { HttpProblem, InternalServerError } from 'http-problems'
import { matchProblem, retryAdvice } from 'http-problems/client'
import type { OutOfCredit, QuotaExceeded, SoldOut, ValidationError } from '../problems.js'

/** What a customer sees. */
export interface Reaction {
  readonly text: string
  /** The fields of the form that are wrong. */
  readonly wrong?: readonly string[]
  /** How many copies can be had. */
  readonly available?: number
  /** A page that helps. */
  readonly link?: { readonly text: string; readonly href: string }
  /** When the page asks again by itself. */
  readonly againInMs?: number
  /** What support looks the error up by. */
  readonly traceId?: string
}

/** Decides. */
export function reactionTo(error: unknown): Reaction {
  return matchProblem(error, {
    SoldOut: ({ available }: SoldOut) => ({
      available,
      text: available === 0 ? 'Sold out.' : `There are only ${available} left.`,
    }),
    OutOfCredit: ({ balance, price, accounts: [href = ''] }: OutOfCredit) => ({
      text: `This costs ${price}, and the account has ${balance}.`,
      link: { text: 'Look at the account', href },
    }),
    ValidationError: ({ errors }: ValidationError) => ({
      text: errors.map(({ detail }) => detail).join(' '),
      wrong: errors.map(({ pointer }) => pointer.slice('#/'.length)),
    }),
    QuotaExceeded: (problem: QuotaExceeded) => ({
      text: 'That was one search too many.',
      againInMs: retryAdvice(problem, { method: 'GET', attempt: 1 }).afterMs,
    }),
    InternalServerError: ({ extensions }: InternalServerError) => ({
      text: 'The shop made a mistake. Support finds it by',
      traceId: String(extensions['traceId']),
    }),
    default: (problem: HttpProblem) => ({
      text: problem.status === 0 ? 'No answer. Is the shop still running?' : (problem.detail ?? problem.title),
    }),
  })
}
