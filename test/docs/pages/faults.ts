/** The page of the fault codes. The message in each example is what the code really says. */
import * as z from 'zod'
import { defineProblem } from '../../../lib/define/define.js'
import { prepareConversion } from '../../../lib/foreign/conversion.js'
import { convertThrown } from '../../../lib/foreign/to-problem.js'
import { collectFaults, type FaultCode, faultCodes, faultMessage, faultsOf, type ProblemFault } from '../../../lib/guard/fault.js'
import type { HandlerOptions } from '../../../lib/handler/options.js'
import { oncePerRoute } from '../../../lib/handler/route-memory.js'
import { prepareSettings } from '../../../lib/handler/settings.js'
import { documentProblems } from '../../../lib/openapi/document/document-problems.js'
import { Conflict, Unauthorized } from '../../../lib/problem/classes.js'
import { createProblem } from '../../../lib/problem/create.js'
import type { HttpProblem } from '../../../lib/problem/problem.js'
import { NO_FIELDS } from '../../../lib/respond/facts.js'
import { respond } from '../../../lib/respond/respond.js'
import { expressRoute } from '../../../lib/routes/matched.js'
import { note } from './table.js'

/** One way to a fault: a problem, and the options of the handler where they play a part; a declaration that is refused; or an error that a route throws. */
type Example =
  | { readonly problem: () => HttpProblem; readonly options?: () => HandlerOptions }
  | { readonly refused: () => unknown }
  | { readonly thrown: () => unknown; readonly route: string }

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
}) {}

const Price = z.object({ price: z.number() })
const row = { price: '9.90' }

// `as never`: TypeScript would refuse these, JavaScript does not.
const examples: { readonly [Code in FaultCode]: Example } = {
  ERR_PROBLEM_ARGUMENT: { problem: () => new Conflict(true as never) },
  ERR_PROBLEM_BODY: {
    problem: () => new Conflict({ extensions: { log: 'x'.repeat(2000) } }),
    options: () => ({ maxBytes: 1024 }),
  },
  ERR_PROBLEM_CHALLENGE: { problem: () => new Unauthorized() },
  ERR_PROBLEM_DEFINITION: { refused: () => defineProblem('SeatTaken', { type: '/seat-taken', status: 410, title: '' }) },
  ERR_PROBLEM_DOCUMENT: { refused: () => documentProblems({ swagger: '2.0', paths: {} }, []) },
  ERR_PROBLEM_HEADER: { problem: () => new Conflict({ headers: { 'X-Price': '€ 7' } }) },
  ERR_PROBLEM_HOOK: {
    problem: () => new Conflict(),
    options: () => ({ members: (_, { headers }) => JSON.parse(String(headers['x-team'])) }),
  },
  ERR_PROBLEM_MEMBER: { problem: () => new Conflict({ extensions: { status: 200 } }) },
  ERR_PROBLEM_MEMBERS: { problem: () => new SeatTaken({ seat: 7 as never }) },
  ERR_PROBLEM_OPTION: { problem: () => new Conflict({ details: 'Paid.' } as never) },
  ERR_PROBLEM_SCHEMA: {
    refused: () =>
      defineProblem('SeatTaken', {
        type: '/seat-taken',
        status: 409,
        title: 'Seat taken',
        members: { type: 'object', properties: { status: { type: 'string' } } } as never,
      }),
  },
  ERR_PROBLEM_STATUS: { problem: () => createProblem(200) },
  ERR_PROBLEM_TYPE: { problem: () => createProblem(409, 'Seat 7 is taken.', { title: 'Seat taken' }) },
  ERR_PROBLEM_VALIDATOR: { thrown: () => Price.parse(row), route: '/books/:isbn' },
}

/** Writes the page. */
export function faultsPage(): string {
  const codes = Object.keys(faultCodes) as FaultCode[]
  return `${note}

# Fault codes

Throwing a problem always works. What is wrong with it is collected as a fault, reported in \`event.faults\` of
[\`onProblem\`](handler-options.md#onproblem), and printed once for each kind as a Node warning (\`ProblemWarning\`), or by the default log.
A wrong handler option is found at start-up: it is thrown as a \`TypeError\` with the same code.

Each fault has a \`code\`, a \`place\`, what was \`expected\` and what the code \`got\`.

${codes.map(section).join('\n\n')}
`
}

function section(code: FaultCode): string {
  const example = examples[code]
  return `## ${code}

${faultCodes[code]}

\`\`\`js
${codeOf(example)}
\`\`\`

> ${messageOf(code, example)}`
}

function codeOf(example: Example): string {
  if ('refused' in example) return source(example.refused)
  if ('thrown' in example)
    return `app.get('${example.route}', (req, res) => {\n  const row = db.find(req.params.isbn)\n  res.json(${source(example.thrown)})\n})`
  const { problem, options } = example
  const handler = options ? `problemHandler(${source(options).replace(/^\(|\)$/g, '')})\n` : ''
  return `${handler}throw ${source(problem)}`
}

function source(code: () => unknown): string {
  return String(code).replace('() => ', '')
}

function messageOf(code: FaultCode, example: Example): string {
  if ('refused' in example) return refusalOf(code, example.refused)
  if ('thrown' in example) return noticeOf(example)
  const { problem, options } = example
  const facts = { method: 'GET', url: '/', httpVersionMajor: 1, headers: {}, request: undefined }
  const made = problem()
  const { faults, report } = collectFaults(faultsOf(made))
  respond({ problem: made, facts, settings: prepareSettings(options?.(), () => undefined), report }, () => NO_FIELDS)
  const fault = faults.find((candidate) => candidate.code === code)
  if (fault === undefined) throw new Error(`The example of ${code} does not have this fault`)
  return faultMessage(fault)
}

function noticeOf({ thrown, route }: { readonly thrown: () => unknown; readonly route: string }): string {
  const { faults, report } = collectFaults()
  const once = oncePerRoute(
    report,
    () => expressRoute({ method: 'GET', originalUrl: '/books/7', route: { path: route } }),
    () => true,
  )
  try {
    thrown()
  } catch (error) {
    convertThrown(error, {}, prepareConversion({}), once)
  }
  return faultMessage(faults[0] as ProblemFault)
}

function refusalOf(code: FaultCode, declare: () => unknown): string {
  try {
    declare()
  } catch (error) {
    if (error instanceof TypeError && (error as { code?: unknown }).code === code) return error.message
  }
  throw new Error(`The example of ${code} is not refused with this code`)
}
