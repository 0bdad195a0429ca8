/** Errors of zod, zod-validation-error, valibot and arktype, and the failures of every Standard Schema: a list of issues with a path. */
import { itemsOf, read } from '../../../guard/read.js'
import { listed, type ValidationFault } from '../../../validate/faults.js'
import { type ReadIssue, readIssue } from '../../../validate/issues/read-issue.js'
import { isZodIssue, mayBeMissing } from '../../../validate/issues/zod.js'
import { pointerOf } from '../../../validate/place.js'
import type { ForeignFacts } from '../../facts.js'
import type { Family, ForeignError } from '../../family.js'
import { hasOnly, named } from '../rows.js'
import { isLacking } from './parts.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const standardSchemas: Family = {
  name: 'schemas',
  mayBeOwnData: true,
  rows: [
    validationRow(
      (error) => isIssueList(error.get('issues')) && (isSchemaError(error) || isFailure(error)),
      (error, facts) => issueFaults(error.get('issues'), facts),
    ),
    // zod-validation-error: what zod found, under another name.
    validationRow(
      (error) => error.name === 'ZodValidationError' && isIssueList(toldIssues(error)),
      (error, facts) => issueFaults(toldIssues(error), facts),
    ),
    validationRow(
      (error) => error.name === 'TraversalError' && isIssueList(error.get('arkErrors')),
      (error, facts) => issueFaults(error.get('arkErrors'), facts),
    ),
  ],
}

const isSchemaError = named('ZodError', '$ZodError', 'ValiError', 'SchemaError')

// The `details` are empty where zod-validation-error was made for another version of zod than the app has.
function toldIssues(error: ForeignError): unknown {
  const details = error.get('details')
  return isIssueList(details) ? details : read(error.get('cause'), 'issues')
}

// What `validate` of a Standard Schema, or `safeParse` of valibot, gave, and the app threw as it is. A failure of arktype is a list.
function isFailure(error: ForeignError): boolean {
  return itemsOf(error.thrown) !== undefined || hasOnly(error, 'issues', 'value', 'typed', 'success', 'output')
}

function isIssueList(list: unknown): boolean {
  const issues = itemsOf(list)
  return issues !== undefined && issues.length > 0 && issues.every(isIssue)
}

function isIssue(issue: unknown): boolean {
  const path = read(issue, 'path')
  return typeof read(issue, 'message') === 'string' && (path === undefined || itemsOf(path) !== undefined)
}

function issueFaults(issues: unknown, facts: ForeignFacts): ValidationFault[] {
  return listed(issues)
    .flatMap((issue) => readIssue(issue))
    .map((read) => ({
      pointer: pointerOf(read.path),
      code: isMissing(read, facts) ? 'required' : read.code,
      issue: read.issue,
    }))
}

// zod 4 does not tell a missing value from a wrong one where values are listed.
function isMissing({ path, issues }: ReadIssue, facts: ForeignFacts): boolean {
  return issues.every((issue) => isZodIssue(issue) && mayBeMissing(issue)) && isLacking(path, facts)
}
