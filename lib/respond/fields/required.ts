/** Fills in the fields that a response with a status must have, by the table of status codes, where the problem lacks them. */

import { bare } from '../../guard/bare.js'
import type { ReportFault } from '../../guard/fault.js'
import { read } from '../../guard/read.js'
import { defaultChallenge } from '../../problem/fields/challenge.js'
import type { FieldValue } from '../../problem/fields/field-value.js'
import { errorFacts } from '../../status/codes.js'
import type { RequestFacts, ResponseFacts } from '../facts.js'
import type { Making } from '../making.js'

/** One field: its name as the RFCs write it, and its value. */
export type Field = readonly [name: string, value: FieldValue]

type Filler = (response: ResponseFacts, challenges: readonly string[] | undefined, report: ReportFault) => FieldValue

const fillers: Readonly<Record<string, Filler>> = bare({
  'WWW-Authenticate': fillChallenge,
  'Proxy-Authenticate': fillChallenge,
  Allow: fillAllow,
})

/** What is known of the answer: its status, the fields that it must have, and which it has by now, names in lower case. */
export interface KnownAnswer {
  readonly status: number
  readonly requires: readonly string[]
  readonly has: (field: string) => boolean
}

/** Makes the missing fields; one that only the application can know is reported. */
export function requiredFields<Request>(
  { facts, settings, report }: Making<Request>,
  { status, requires, has }: KnownAnswer,
  response: ResponseFacts,
): Field[] {
  const fields: Field[] = []
  for (const name of requires) {
    if (has(name.toLowerCase()) || isConnectionField(name, facts)) continue
    const fill = fillers[name]
    if (fill) fields.push([name, fill(response, settings.challenges, report)])
    else report('ERR_PROBLEM_HEADER', name, `a value, which a ${status} must have`, 'none')
  }
  return fields
}

/** Gives constants for the fields that a status must have, for the answer that is sent when nothing else works. */
export function lastResortFields(status: number): Field[] {
  const names = errorFacts[status]?.requires ?? []
  return names.filter((name) => name in fillers).map((name) => [name, name === 'Allow' ? '' : defaultChallenge])
}

/** Tells whether a field is about the connection: HTTP/2 has none (RFC 9113 8.2.2), and Connection itself is a fact of the table. */
export function isConnectionField<Request>(name: string, { httpVersionMajor }: RequestFacts<Request>): boolean {
  return name === 'Connection' || (httpVersionMajor >= 2 && name.toLowerCase() === 'upgrade')
}

// RFC 9110 11.6.1 and 11.7.1: a 401 and a 407 MUST have a challenge.
function fillChallenge(_: ResponseFacts, challenges: readonly string[] | undefined, report: ReportFault): FieldValue {
  if (challenges !== undefined) return challenges
  report('ERR_PROBLEM_CHALLENGE', 'options.challenges', 'a challenge on the problem or in the options', 'none')
  return [defaultChallenge]
}

// RFC 9110 15.5.6: a 405 MUST have Allow; RFC 9110 10.2.1: an empty one means that no method is allowed.
function fillAllow(response: ResponseFacts, _: readonly string[] | undefined, report: ReportFault): FieldValue {
  const find = read(response, 'allow')
  const methods =
    typeof find === 'function' ? (find.call(response) as ReturnType<NonNullable<ResponseFacts['allow']>>) : undefined
  if (methods !== undefined && methods.length > 0) return methods.join(', ')
  report('ERR_PROBLEM_HEADER', 'allow', 'the methods of the resource', 'none')
  return ''
}
