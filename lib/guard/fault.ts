/**
 * Notes what is wrong with a problem or with the way it was made.
 *
 * Throwing a problem must always work, so its faults are collected on it and reported by the handler. Declarations and handler options are
 * checked at start-up, where the same fault becomes a TypeError: see refuse.ts.
 */

import { defineHidden } from './bare.js'
import { read } from './read.js'

/** What each code means and what to do about it. The reference page of the error codes is made from this table. */
export const faultCodes = {
  ERR_PROBLEM_ARGUMENT: 'A function of this package got a value of the wrong kind. Pass what the message names.',
  ERR_PROBLEM_BODY:
    'The body was larger than `maxBytes`. Extension members were left out, largest first; send less or raise the limit.',
  ERR_PROBLEM_CHALLENGE: 'A 401 or 407 had no challenge, so a default one was sent. Give the error `challenges`, or the handler.',
  ERR_PROBLEM_DEFINITION: 'A problem type is declared wrongly. Correct its declaration; the message names the place.',
  ERR_PROBLEM_DOCUMENT:
    'An OpenAPI document cannot be used as it is. Correct it at the place that the message names, a JSON Pointer into the document.',
  ERR_PROBLEM_HEADER:
    'A header field has a name or value that cannot be sent. The field was left out; correct it where it is made.',
  ERR_PROBLEM_HOOK:
    'A function from the handler options threw or gave a useless value. The answer was sent without it; mend the function.',
  ERR_PROBLEM_MEMBER:
    'A member of the document cannot be sent as it is. It was left out or replaced; correct it where it is made.',
  ERR_PROBLEM_MEMBERS:
    'Members do not fit the schema of their problem type. What does not fit was left out; pass what the declaration says.',
  ERR_PROBLEM_OPTION:
    'An option is unknown or has a wrong value. Look the name up in the reference; types catch this at compile time.',
  ERR_PROBLEM_SCHEMA:
    'A schema cannot be used. Members are then not checked; `validate()` refuses to start. Give JSON Schema with an object at the top, or a Standard Schema (for members one that JSON Schema can express); where ajv cannot run, pass `validators` from `http-problems compile`.',
  ERR_PROBLEM_STATUS: 'A status is no registered 4xx or 5xx code. Another one was sent; use the code that the message names.',
  ERR_PROBLEM_TYPE:
    'A problem type is no URI reference, or a custom title came without a type. A declaration is refused; a thrown problem is sent as `about:blank`.',
  ERR_PROBLEM_VALIDATOR:
    "Nobody can tell whether a validator's error is about the request or about data of the server's own, such as a row, so it was answered as a fault of the client. For data of your own, catch the error there and throw another one, or set `thrownFaults: 'server'`, which makes it a logged 500. For requests, use `validate()`, or set `thrownFaults: 'client'`, which says so and ends this message.",
} as const

/** The code of a fault, in `fault.code` and in the `code` of a TypeError. */
export type FaultCode = keyof typeof faultCodes

/** One thing that is wrong, as data. */
export interface ProblemFault {
  readonly code: FaultCode
  /** Where it is: an option, a member or a field, such as `extensions.seats` or `headers.Allow`. */
  readonly place: string
  readonly expected: string
  /** What came instead; long and secret values are described, not quoted. */
  readonly got: string
}

/** Takes note of a fault. */
export type ReportFault = (code: FaultCode, place: string, expected: string, got: string) => void

// One hostile object could have a fault in each of a million members.
const MOST_FAULTS = 20
const FAULTS = Symbol.for('http-problems/1/faults')

/** Says in a sentence what was expected, what came, what to do, and where to read on. */
export function faultMessage({ code, place, expected, got }: ProblemFault): string {
  return `${place}: expected ${expected}, got ${got}. ${faultCodes[code]} (${code}, see docs/reference/faults.md in the package http-problems)`
}

/** Starts a list of faults with the function that adds to it. */
export function collectFaults(
  first: readonly ProblemFault[] = [],
  most = MOST_FAULTS,
): { readonly faults: ProblemFault[]; readonly report: ReportFault } {
  const faults = [...first]
  return {
    faults,
    report: (code, place, expected, got) => {
      if (faults.length < most) faults.push({ code, place, expected, got })
    },
  }
}

/** Collects a fault on the problem that has it. */
export function addFault(problem: object, fault: ProblemFault): void {
  const faults = (problem as { [FAULTS]?: ProblemFault[] })[FAULTS]
  if (faults) {
    if (faults.length < MOST_FAULTS) faults.push(fault)
  } else defineHidden(problem, FAULTS, [fault])
}

/** Collects a fault where the problem takes one: a problem that a function of the user made may be frozen, and it counts more than the fault. */
export function tryAddFault(problem: object, fault: ProblemFault): void {
  try {
    addFault(problem, fault)
  } catch {
    // Nobody can note it.
  }
}

function isFault(value: unknown): value is ProblemFault {
  const code = read(value, 'code')
  if (typeof code !== 'string' || !Object.hasOwn(faultCodes, code)) return false
  return ['place', 'expected', 'got'].every((name) => typeof read(value, name) === 'string')
}

/** Reads the faults that were collected on a problem. */
export function faultsOf(problem: unknown): readonly ProblemFault[] {
  // Another copy of the package, or a forger, may have put anything there.
  const faults = read(problem, FAULTS)
  if (faults === undefined) return []
  return Array.from({ length: MOST_FAULTS }, (_, index) => read(faults, index)).filter(isFault)
}
