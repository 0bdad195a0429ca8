/** Merges the problems of an app's routes into an OpenAPI document that is written in YAML. */
import { wrongArgument } from '../../../guard/refuse.js'
import type { RouteRecord } from '../../../routes/record.js'
import type { ProblemsReport } from '../document-problems.js'
import type { DocumentOptions } from '../options.js'
import { completeYaml } from './complete.js'

/** The text of a document with its problems. */
export interface DocumentedYaml extends ProblemsReport {
  readonly text: string
}

/**
 * Merges the problems that routes may answer into an OpenAPI document that is written in YAML, as `documentProblems` does with data.
 *
 * Comments and every line outside of the responses and components that change stay as they are, byte for byte; what is added is indented as what
 * stands around it. JSON is YAML as well. The new text is read again before it is given: it has what `documentProblems` gives for the old one.
 *
 * What an anchor shares with others is changed where it stands if all of them need that; otherwise the place that needs it gets a copy of its own.
 *
 * @throws TypeError what `documentProblems` throws, and with the code `ERR_PROBLEM_DOCUMENT` for a text that is no YAML, or holds several documents
 * @example
 * const notFound = { class: NotFound, type: NotFound.type, status: 404, source: 'declared', evidence: 'problems()' } as const
 * const records = [{ method: 'GET', path: '/orders/{id}', problems: [notFound] }]
 * const before = "openapi: 3.1.2\ninfo: { title: Orders, version: '1' }\npaths:\n  /orders/{id}:\n    get: {} # to be described\n"
 * const { text } = documentProblemsYaml(before, records)
 * console.log(text.split('\n')[4]) // '    get: # to be described'
 */
export function documentProblemsYaml(
  text: string,
  records: readonly RouteRecord[],
  options: DocumentOptions = {},
): DocumentedYaml {
  if (typeof text !== 'string') throw wrongArgument('text', 'the text of a YAML document', text)
  const { text: completed, report } = completeYaml(text, records, options)
  return { text: completed, ...report }
}
