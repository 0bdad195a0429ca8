/** Turns errors that an app answers by hand into problems, for the clients that ask for them. */
import { callNow, nameResult } from '../guard/call.js'
import { tryAddFault } from '../guard/fault.js'
import { isRecord, read } from '../guard/read.js'
import { createProblem } from '../problem/create.js'
import type { HttpProblem } from '../problem/problem.js'
import { acceptedTypes } from '../respond/negotiation/accept.js'
import type { AdoptOptions } from './adopt-options.js'
import type { HandWritten, Kind } from './hand-written.js'

/** What adoption does, with its options prepared. */
export interface Adoption {
  /** Tells whether a client asks for problems. */
  asks(accept: unknown): boolean
  /** Makes the problem of an answer of a kind; `undefined` where it is one already. */
  problem(answer: HandWritten, kind: Kind): HttpProblem | undefined
}

// Clients send a few dozen different fields.
const MOST_KNOWN = 100
const LONGEST_KNOWN = 256

/** Prepares adoption. `place` is what stands before the names of its options, such as `options.adopt.`. */
export function prepareAdoption({ for: types = ['application/problem+json'], detail }: AdoptOptions, place: string): Adoption {
  const wanted = types.map((type) => type.toLowerCase())
  const known = new Map<string, boolean>()
  const names = (accept: string): boolean => {
    const wishes = acceptedTypes(accept)
    return wanted.some((type) => (wishes.get(type)?.weight ?? 0) > 0)
  }
  return {
    asks(accept) {
      // RFC 9110 12.5.1: no field means that everything is accepted.
      const field = typeof accept === 'string' ? accept : '*/*'
      const before = known.get(field)
      if (before !== undefined) return before
      const asked = names(field)
      if (field.length > LONGEST_KNOWN) return asked
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(field, asked)
      return asked
    },
    problem(answer, kind) {
      const body = bodyOf(answer, kind)
      if (kind === 'json' && isProblem(body, answer.status)) return undefined
      return kind === 'nothing' || detail === undefined
        ? createProblem(answer.status)
        : problemWith(detail, { body, status: answer.status, place: `${place}detail` })
    },
  }
}

function bodyOf(answer: HandWritten, kind: Kind): unknown {
  if (kind !== 'json') return answer.text()
  if (answer.value !== undefined) return answer.value
  // Its kind is that of a text.
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
