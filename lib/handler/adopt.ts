/** Turns errors that an app answers by hand into problems, for the clients that ask for them. */
import { callNow, nameResult } from '../guard/call.js'
import { tryAddFault } from '../guard/fault.js'
import { isRecord, read } from '../guard/read.js'
import { createProblem } from '../problem/create.js'
import type { HttpProblem } from '../problem/problem.js'
import { acceptedTypes } from '../respond/negotiation/accept.js'
import { fieldText, remembering } from '../respond/negotiation/field.js'
import type { AdoptOptions } from './adopt-options.js'
import { type HandWritten, type Kind, kindOf } from './hand-written.js'

/** Decides what becomes of an answer, for a client with this field Accept. */
export type Adoption = (answer: HandWritten, accept: unknown) => Decision

/** What becomes of an answer that an app wrote by hand. */
export type Decision = {
  /** Whether it may depend on Accept who gets which answer: caches have to know (RFC 9110 12.5.5). */
  readonly varies: boolean
} & (
  | {
      /** `itself`: it stays. `unanswered`: the client asks for problems, and nobody has answered. */
      readonly becomes: 'itself' | 'unanswered'
    }
  | { readonly becomes: 'problem'; readonly problem: HttpProblem }
)

/** What is none of adoption's business stays. */
export const STAYS: Decision = { varies: false, becomes: 'itself' }

/** Prepares adoption. `place` is what stands before the names of its options, such as `options.adopt.`. */
export function prepareAdoption({ for: types = ['application/problem+json'], detail }: AdoptOptions, place: string): Adoption {
  const wanted = types.map((type) => type.toLowerCase())
  const names = remembering((accept) => {
    const wishes = acceptedTypes(accept)
    return wanted.some((type) => (wishes.get(type)?.weight ?? 0) > 0)
  })
  const problemOf = (answer: HandWritten, kind: Kind): HttpProblem | undefined => {
    const { status } = answer
    if (kind === 'nothing') return createProblem(status)
    const body = bodyOf(answer, kind)
    if (kind === 'json' && isProblem(body, status)) return undefined
    return detail === undefined ? createProblem(status) : problemWith(detail, { body, status, place: `${place}detail` })
  }
  return (answer, accept) => {
    const kind = kindOf(answer)
    if (kind === undefined) return STAYS
    // RFC 9110 12.5.1: no field means that everything is accepted.
    if (!names(fieldText(accept) ?? '*/*')) return { varies: true, becomes: 'itself' }
    if (answer.isUnanswered) return { varies: true, becomes: 'unanswered' }
    const problem = problemOf(answer, kind)
    return problem === undefined ? { varies: true, becomes: 'itself' } : { varies: true, becomes: 'problem', problem }
  }
}

function bodyOf(answer: HandWritten, kind: Kind): unknown {
  if (kind !== 'json') return answer.text()
  if (answer.value !== undefined) return answer.value
  // kindOf() calls nothing JSON that is neither a value nor a text.
  const text = answer.text() as string
  const { given, failure } = callNow((): unknown => JSON.parse(text))
  // What is called JSON need not be JSON.
  return failure === undefined ? given : text
}

// RFC 9457 3.1: what somebody wrote by hand as application/json, and says more than we could.
function isProblem(body: unknown, status: number): boolean {
  return isRecord(body) && typeof read(body, 'title') === 'string' && read(body, 'status') === status
}

interface Asked {
  readonly body: unknown
  readonly status: number
  readonly place: string
}

function problemWith(ask: NonNullable<AdoptOptions['detail']>, { body, status, place }: Asked): HttpProblem {
  const { given, failure } = callNow((): unknown => ask(body, status))
  const isGood = typeof given === 'string' && given !== ''
  const problem = isGood ? createProblem(status, { detail: given }) : createProblem(status)
  const got = failure ?? (isGood || given === undefined || given === '' ? undefined : `${nameResult(given)} from it`)
  if (got !== undefined)
    tryAddFault(problem, { code: 'ERR_PROBLEM_HOOK', place, expected: 'a function that gives a text or undefined', got })
  return problem
}
