/** Makes the report of what was recorded: what was declared, what of it was seen, what was not, and what nobody declared. */
import { own } from '../../../schemas/json.js'
import { problemKey, type RecordedProblems } from './recorded.js'
import type { ProblemReport, ReportedProblem } from './reported.js'
import { summaryOf } from './summary.js'

/** Makes the report. */
export function reportOf({ name, routes, unrouted, skipped }: RecordedProblems): ProblemReport {
  const all = routes.flatMap(({ method, path, problems }) =>
    problems.map((problem): ReportedProblem => {
      const { broken: _broken, ...rest } = problem
      return { method, path, ...rest }
    }),
  )
  const declared = all.filter(({ source }) => source === 'declared')
  const answered = new Set(declared.filter(({ seen }) => seen > 0).map(declarationKey))
  const isSeen = (problem: ReportedProblem): boolean => answered.has(declarationKey(problem))
  const found = {
    name,
    declared,
    seen: declared.filter(isSeen),
    neverSeen: declared.filter((problem) => !isSeen(problem)),
    undeclared: routes.flatMap(({ method, path, undeclared }) => undeclared.map((answer) => ({ method, path, ...answer }))),
    broken: routes.flatMap(({ method, path, problems }) =>
      problems.flatMap((problem) => {
        const status = own(problem, 'status')
        const of = { method, path, name: problem.name, ...(status !== undefined && { status }) }
        return problem.broken.map((one) => ({ ...of, ...one }))
      }),
    ),
    others: all.filter(({ source, seen }) => source !== 'declared' && seen > 0),
    unrouted,
    skipped,
  }
  return { ...found, summary: summaryOf(found) }
}

// What stands in front of several routes says the same words of each.
function declarationKey(problem: ReportedProblem): string {
  return `${problem.evidence} ${problemKey(problem)}`
}
