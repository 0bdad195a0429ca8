/** The page of the fault codes. The message in each example is what the code really says. */
import { Conflict, Unauthorized } from '../../../lib/problem/classes.js'
import { createProblem } from '../../../lib/problem/create.js'
import { type FaultCode, faultCodes, faultMessage } from '../../../lib/problem/fault.js'
import type { HttpProblem } from '../../../lib/problem/problem.js'
import { NO_FIELDS } from '../../../lib/respond/facts.js'
import type { HandlerOptions } from '../../../lib/respond/options.js'
import { respond } from '../../../lib/respond/respond.js'
import { prepareSettings } from '../../../lib/respond/settings.js'
import { note } from './table.js'

/** One way to a fault: a problem, and the options of the handler where they play a part. */
interface Example {
  readonly problem: () => HttpProblem
  readonly options?: () => HandlerOptions
}

// `as never`: TypeScript would refuse these, JavaScript does not.
const examples: { readonly [Code in FaultCode]: Example } = {
  ERR_PROBLEM_ARGUMENT: { problem: () => new Conflict(true as never) },
  ERR_PROBLEM_BODY: {
    problem: () => new Conflict({ extensions: { log: 'x'.repeat(2000) } }),
    options: () => ({ maxBytes: 1024 }),
  },
  ERR_PROBLEM_CHALLENGE: { problem: () => new Unauthorized() },
  ERR_PROBLEM_HEADER: { problem: () => new Conflict({ headers: { 'X-Price': '€ 7' } }) },
  ERR_PROBLEM_HOOK: {
    problem: () => new Conflict(),
    options: () => ({ members: (_, { headers }) => JSON.parse(String(headers['x-team'])) }),
  },
  ERR_PROBLEM_MEMBER: { problem: () => new Conflict({ extensions: { status: 200 } }) },
  ERR_PROBLEM_OPTION: { problem: () => new Conflict({ details: 'Paid.' } as never) },
  ERR_PROBLEM_STATUS: { problem: () => createProblem(200) },
  ERR_PROBLEM_TYPE: { problem: () => createProblem(409, 'Seat 7 is taken.', { title: 'Seat taken' }) },
}

/** Writes the page. */
export function faultsPage(): string {
  const codes = Object.keys(faultCodes) as FaultCode[]
  return `${note}

# Fault codes

Throwing a problem always works. What is wrong with it is collected as a fault, reported in \`event.faults\` of
[\`onProblem\`](handler-options.md#onproblem), and printed once for each kind as a Node warning (\`ProblemWarning\`).
A wrong handler option is found at start-up: it is thrown as a \`TypeError\` with the same code.

Each fault has a \`code\`, a \`place\`, what was \`expected\` and what the code \`got\`.

${codes.map(section).join('\n\n')}
`
}

function section(code: FaultCode): string {
  const { problem, options } = examples[code]
  const handler = options ? `problemHandler(${source(options).replace(/^\(|\)$/g, '')})\n` : ''
  return `## ${code}

${faultCodes[code]}

\`\`\`js
${handler}throw ${source(problem)}
\`\`\`

> ${messageOf(code, examples[code])}`
}

function source(code: () => unknown): string {
  return String(code).replace('() => ', '')
}

function messageOf(code: FaultCode, { problem, options }: Example): string {
  const facts = { method: 'GET', url: '/', httpVersionMajor: 1, headers: {}, request: undefined }
  const { faults } = respond(
    problem(),
    facts,
    () => NO_FIELDS,
    prepareSettings(options?.(), () => undefined),
  )
  const fault = faults.find((candidate) => candidate.code === code)
  if (fault === undefined) throw new Error(`The example of ${code} does not have this fault`)
  return faultMessage(fault)
}
