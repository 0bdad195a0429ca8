/** Asks respond() for the answer to a problem, with facts and settings that a test changes where it cares. */

import { collectFaults, faultsOf, type ProblemFault } from '../../lib/guard/fault.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { NO_FIELDS, type RequestFacts, type ResponseFacts } from '../../lib/respond/facts.js'
import { type Answer, respond } from '../../lib/respond/respond.js'
import type { Settings } from '../../lib/respond/settings.js'

/** What surrounds a problem. */
export interface Surroundings {
  readonly options?: HandlerOptions
  readonly facts?: Partial<RequestFacts>
  /** The fields that were set before, names in lower case, and the methods of the resource. */
  readonly response?: { readonly fields?: Readonly<Record<string, unknown>>; readonly allow?: ResponseFacts['allow'] }
}

/** The facts of a plain GET over HTTP/1.1. */
export const plainFacts: RequestFacts = { method: 'GET', url: '/orders/7', httpVersionMajor: 1, headers: {}, request: {} }

/** An answer as JSON, with the faults that were noted while it was made. */
export interface Answered extends Answer {
  readonly body: string
  readonly faults: readonly ProblemFault[]
}

/** Makes the answer. */
export function answerTo(problem: HttpProblem, { options, facts, response }: Surroundings = {}): Answered {
  const { fields = {}, allow } = response ?? {}
  const collect = (): ResponseFacts => ({
    names: Object.keys(fields),
    field: (name) => fields[name],
    ...(allow !== undefined && { allow }),
  })
  return answered(
    problem,
    { ...plainFacts, ...facts },
    collect,
    prepareSettings(options, () => undefined),
  )
}

/** Makes the answers of one handler, whose options are prepared once: to compile a schema for each of thousands takes minutes. */
export function answersOf(options: HandlerOptions): (problem: HttpProblem) => Answered {
  const settings = prepareSettings(options, () => undefined)
  return (problem) => answered(problem, plainFacts, () => NO_FIELDS, settings)
}

/** Makes the answer with settings that a test has prepared, or changed. */
export function answered(problem: HttpProblem, facts: RequestFacts, collect: () => ResponseFacts, settings: Settings): Answered {
  const { faults, report } = collectFaults(faultsOf(problem), 100)
  const answer = respond({ problem, facts, settings, report }, collect)
  // Every representation that the tests of this folder ask for is text.
  return { ...answer, body: answer.body as string, faults }
}

/** Gives the value that an answer sets for a field; its name in any case. */
export function fieldOf({ fields }: Answer, name: string): unknown {
  return fields.set.findLast(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

/** Lists the faults of an answer as `code place`. */
export function faultsIn({ faults }: Answered): string[] {
  return faults.map(({ code, place }) => `${code} ${place}`)
}

/** Changes public members of a problem, as a copy of the package or a careless handler could. */
export function tampered<Problem extends HttpProblem>(problem: Problem, members: Readonly<Record<string, unknown>>): Problem {
  for (const [name, value] of Object.entries(members)) Object.defineProperty(problem, name, { value, configurable: true })
  return problem
}
