/** Makes the Responses Object of an operation from the problem classes that it answers with. */

import type { ProblemClass } from '../define/problem-class.js'
import { isPropertyBag } from '../guard/read.js'
import { freshCopy, type ProblemResponses } from './objects.js'
import { readClasses } from './problem-class.js'
import { operationResponse, statusKey } from './response.js'
import { type SentOptions, wireDocument } from './wire-document.js'

/**
 * Makes the responses of an operation: references to what `problemComponents` makes of the same classes. They are the same in every version.
 *
 * Classes with one status share a response with `oneOf` and a discriminator. There is no `default` response, since it takes the types of
 * generated clients away; `HttpProblem` as one of the classes gives it.
 *
 * @throws TypeError with the code `ERR_PROBLEM_ARGUMENT` for what is no problem class, `ERR_PROBLEM_DEFINITION` for two classes with one name or
 * type URI, `ERR_PROBLEM_OPTION` for an option that does not exist
 * @example
 * const responses = problemResponses(NotFound, Conflict)
 * console.log(Object.keys(responses)) // [ '404', '409' ]
 */
export function problemResponses(...classesAndOptions: readonly [...ProblemClass[], SentOptions]): ProblemResponses
export function problemResponses(...classes: readonly ProblemClass[]): ProblemResponses
export function problemResponses(...given: readonly unknown[]): ProblemResponses {
  const last = given.at(-1)
  // An instance is no property bag, so that it is refused as what it is.
  const hasOptions = isPropertyBag(last)
  const document = wireDocument(hasOptions ? last : {}, { baseUri: true })
  const all = readClasses(hasOptions ? given.slice(0, -1) : given, 'classes', document)
  const statuses = [...new Set(all.map(({ status }) => status))]
  const responses = Object.fromEntries(
    statuses.map((status) => {
      const classes = all.filter((facts) => facts.status === status)
      return [statusKey(status), operationResponse(classes)]
    }),
  )
  return freshCopy(responses)
}
