/** Makes one answer of what the checks of all parts gave: the values, or one problem with all faults. */
import { type ValidationFault, validationOptions } from '../foreign/validation.js'
import { type CreateOptions, createProblem } from '../problem/create.js'
import { addFault } from '../problem/fault.js'
import type { HttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import type { LocationName } from './locations.js'
import type { Outcome } from './outcome.js'

/** What a part of the request came to. */
export type CheckedPart = readonly [location: LocationName, outcome: Outcome]

/** What a request came to. */
export type Verdict =
  | { readonly values: Readonly<Partial<Record<LocationName, unknown>>> }
  | { readonly problem: HttpProblem; readonly values?: undefined }

/** Reduces the parts to one verdict. A schema that throws is the server's fault, whatever the others found. */
export function verdictOf(parts: readonly CheckedPart[]): Verdict {
  for (const [, outcome] of parts) {
    if ('thrown' in outcome) return { problem: withoutStack(() => createProblem(500, { cause: outcome.thrown })) }
  }
  const faults = parts.flatMap(([, outcome]) => faultsIn(outcome))
  if (faults.length > 0) return { problem: problemOf(parts, faults) }
  return { values: Object.fromEntries(parts.map(([location, outcome]) => [location, (outcome as { value: unknown }).value])) }
}

function problemOf(parts: readonly CheckedPart[], faults: readonly ValidationFault[]): HttpProblem {
  const problem = withoutStack(() => createProblem(statusOf(parts), optionsOf(parts, faults)))
  // Not a 500: many parsers pass a body of another media type on without a trace, so any client could have one.
  if (parts.some(([, outcome]) => 'noBody' in outcome && outcome.noBody === 'unparsed')) addFault(problem, NO_PARSER)
  return problem
}

const NO_PARSER = {
  code: 'ERR_PROBLEM_ARGUMENT',
  place: 'validate.body',
  expected: 'a body parser in front of it that reads this method and media type',
  got: 'a body that nobody has read',
} as const

function optionsOf(parts: readonly CheckedPart[], faults: readonly ValidationFault[]): CreateOptions {
  const options = validationOptions(faults)
  const noBody = parts.map(([, outcome]) => outcome).find((outcome) => 'noBody' in outcome)
  return noBody === undefined ? options : { ...options, detail: bodyFaults[noBody.noBody].detail }
}

const unread = { in: 'body', pointer: '#', code: 'media-type', detail: 'A request body of this media type is not read here.' }
const bodyFaults = {
  missing: { in: 'body', pointer: '#', code: 'required', detail: 'A request body is required.' },
  unread,
  unparsed: unread,
} as const

function faultsIn(outcome: Outcome): readonly ValidationFault[] {
  if ('noBody' in outcome) return [bodyFaults[outcome.noBody]]
  return 'faults' in outcome ? outcome.faults : []
}

// Of several, the one that the client has to mend first: 415 > 400 > 422. What is heavier, a body that is too large (413) or that does not
// come (408), is thrown by the body parser, so it never gets here.
function statusOf(parts: readonly CheckedPart[]): 400 | 415 | 422 {
  const statuses = parts.map(([location, outcome]) => {
    if ('noBody' in outcome) return outcome.noBody === 'missing' ? 400 : 415
    if (!('faults' in outcome)) return 422
    // RFC 9110 15.5.21: the content was understood, and what it says cannot be processed.
    return location === 'body' ? 422 : 400
  })
  return statuses.includes(415) ? 415 : statuses.includes(400) ? 400 : 422
}
