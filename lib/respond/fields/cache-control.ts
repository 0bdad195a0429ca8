/** Decides what caches may do with an answer (RFC 9111, RFC 9110 15.1). */

import { callHook } from '../../guard/call.js'
import { nameValue } from '../../guard/name.js'
import { read } from '../../guard/read.js'
import { type FieldValue, fieldValue } from '../../problem/fields/field-value.js'
import { givenField } from '../../problem/fields/given-fields.js'
import type { HttpProblem } from '../../problem/problem.js'
import { errorFacts } from '../../status/codes.js'
import type { ResponseFacts } from '../facts.js'
import type { Making } from '../making.js'

const SAFE = 'no-store'

/** Gives the value of Cache-Control: the code's rule, then the problem's own field, then what was kept, then the handler's option. */
export function cacheControl<Request>(making: Making<Request>, status: number, response: ResponseFacts): FieldValue {
  // RFC 6585 3-6: responses with these codes MUST NOT be stored.
  if (errorFacts[status]?.cacheable === 'must-not-store') return SAFE
  const kept = making.settings.keepHeaders.has('cache-control') ? response.field('cache-control') : undefined
  return ownCacheControl(making.problem) ?? (fieldValue(kept) || fromOption(making))
}

function ownCacheControl(problem: HttpProblem): FieldValue | undefined {
  return fieldValue(givenField(read(problem, 'headers'), 'cache-control'))
}

function fromOption<Request>({ problem, settings, report }: Making<Request>): FieldValue {
  const { cacheControl: option } = settings
  if (typeof option === 'string') return option
  const made = callHook('cacheControl', () => option(problem), report)
  const value = typeof made === 'string' ? fieldValue(made) : undefined
  if (made !== undefined && value === undefined)
    report('ERR_PROBLEM_HOOK', 'options.cacheControl', 'a function that gives a field value', `${nameValue(made)} from it`)
  return value || SAFE
}
