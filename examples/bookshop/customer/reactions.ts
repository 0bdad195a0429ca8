/** What the page does about a problem: decided by its class, from its members, without a look at its text. */
import { isHttpProblem } from 'http-problems'
import { matchProblem, retryAdvice } from 'http-problems/client'
import { types } from '../problems.js'

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
  return matchProblem(
    error,
    {
      SoldOut: ({ available }) => ({ available, text: available === 0 ? 'Sold out.' : `There are only ${available} left.` }),
      OutOfCredit: ({ balance, price, accounts: [href = ''] }) => ({
        text: `This costs ${price}, and the account has ${balance}.`,
        link: { text: 'Look at the account', href },
      }),
      ValidationError: ({ errors }) => ({
        text: errors.map(({ detail }) => detail).join(' '),
        wrong: errors.map(({ pointer }) => pointer.slice('#/'.length)),
      }),
      QuotaExceeded: (problem) => ({
        text: 'That was one search too many.',
        againInMs: retryAdvice(problem, { method: 'GET', attempt: 1 }).afterMs,
      }),
      InternalServerError: ({ extensions }) => ({
        text: 'The shop made a mistake. Support finds it by',
        traceId: String(extensions['traceId']),
      }),
      default: other,
    },
    types,
  )
}

function other(error: unknown): Reaction {
  if (!isHttpProblem(error)) throw error
  return { text: error.status === 0 ? 'No answer. Is the shop still running?' : (error.detail ?? error.title) }
}
