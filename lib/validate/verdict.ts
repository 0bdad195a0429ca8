/** Makes one answer of what the checks of all parts gave: the values, or one problem with all faults. */
import { owns } from '../../schemas/json.js'
import { addFault, collectFaults } from '../guard/fault.js'
import { createProblem } from '../problem/create.js'
import type { HttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import { type DescribeFault, type DetailOf, describedBy } from './describe-fault.js'
import { statusOfFaults, type ValidationFault, validationOptions } from './faults.js'
import type { Outcome } from './outcome.js'
import type { PartName } from './place.js'

/** What a part of the request came to. */
export type CheckedPart = readonly [part: PartName, outcome: Outcome]

/** What a request came to. */
export type Verdict =
  | { readonly values: Readonly<Partial<Record<PartName, unknown>>> }
  | { readonly problem: HttpProblem; readonly values?: undefined }

/** Reduces the parts to one verdict. A schema that throws is the server's fault, whatever the others found. */
export function verdictOf<Request>(
  parts: readonly CheckedPart[],
  describeFault: DescribeFault<Request> | undefined,
  request: Request | undefined,
): Verdict {
  for (const [, outcome] of parts) {
    if (owns(outcome, 'thrown')) return { problem: withoutStack(() => createProblem(500, { cause: outcome.thrown })) }
  }
  const faults = parts.flatMap(([, outcome]) => faultsIn(outcome))
  if (faults.length > 0) {
    const { faults: told, report } = collectFaults()
    const problem = problemOf(parts, faults, describedBy(describeFault, request, report))
    for (const fault of told) addFault(problem, fault)
    return { problem }
  }
  return { values: Object.fromEntries(parts.map(([part, outcome]) => [part, (outcome as { value: unknown }).value])) }
}

// Of several statuses, the one that the client has to mend first: 415 > 400 > 422. What is heavier, a body that is too large (413) or that
// does not come (408), is thrown by the body parser, so it never gets here.
function problemOf(
  parts: readonly CheckedPart[],
  faults: readonly ValidationFault[],
  detailOf: DetailOf | undefined,
): HttpProblem {
  const noBody = parts.map(([, outcome]) => outcome).find((outcome) => owns(outcome, 'noBody'))?.noBody
  const options = validationOptions(faults, detailOf)
  if (noBody === undefined) return withoutStack(() => createProblem(statusOfFaults(faults), options))
  const { status, fault } = BODY_FAULTS[noBody]
  const problem = withoutStack(() => createProblem(status, { ...options, detail: fault.detail }))
  // Not a 500: many parsers pass a body of another media type on without a trace, so any client could have one.
  if (noBody === 'unparsed') addFault(problem, NO_PARSER)
  return problem
}

const NO_PARSER = {
  code: 'ERR_PROBLEM_ARGUMENT',
  place: 'validate.body',
  expected: 'a body parser in front of it that reads this method and media type',
  got: 'a body that nobody has read',
} as const

const UNREAD = {
  status: 415,
  fault: { in: 'body', pointer: '#', code: 'media-type', detail: 'A request body of this media type is not read here.' },
} as const
const BODY_FAULTS = {
  missing: { status: 400, fault: { in: 'body', pointer: '#', code: 'required', detail: 'A request body is required.' } },
  unread: UNREAD,
  unparsed: UNREAD,
} as const

function faultsIn(outcome: Outcome): readonly ValidationFault[] {
  if (owns(outcome, 'noBody')) return [BODY_FAULTS[outcome.noBody].fault]
  return owns(outcome, 'faults') ? outcome.faults : []
}
