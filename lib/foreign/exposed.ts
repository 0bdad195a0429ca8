/** What of a foreign error may be sent that no table knows: its message under conditions, its headers by an allow-list. */

import { setOwn } from '../guard/bare.js'
import type { ReportFault } from '../guard/fault.js'
import { shortName } from '../guard/name.js'
import { causesOf, isError, read } from '../guard/read.js'
import type { FieldValue } from '../problem/fields/field-value.js'
import { givenFields } from '../problem/fields/given-fields.js'
import { isFraming } from '../problem/headers.js'
import { titleOf } from '../problem/status.js'
import { errorFacts } from '../status/codes.js'
import type { ForeignError } from './family.js'

// A message is a sentence for a person; a longer one is a dump.
const LONGEST_DETAIL = 1000

/** Gives the message as a detail, where it says more than the title. */
export function messageDetail(error: ForeignError, status: number): string | undefined {
  const message = error.message
  if (message === undefined || message === '' || isPhrase(message, status) || isSystemError(error)) return undefined
  return message.slice(0, LONGEST_DETAIL)
}

/** Gives the message of an error that the app made for its clients: never that of a 5xx, nor one that it took over from another error. */
export function ownMessage(error: ForeignError, status: number): string | undefined {
  return status < 500 && !isBorrowed(error) ? messageDetail(error, status) : undefined
}

// tRPC takes over the message of its cause, which may be that of a validator or a database, and Nest that of an Error in the place of a
// response; wrappers pass it on from one to the next, and some give the text itself as the cause. Nobody wrote these for a client.
function isBorrowed(error: ForeignError): boolean {
  const { message } = error
  const response = error.get('response')
  if (isError(response) && read(response, 'message') === message) return true
  const causes: readonly unknown[] = [error.thrown, ...causesOf(error.thrown)]
  return causes.some((holder) => {
    const cause = read(holder, 'cause')
    return cause === message || read(cause, 'message') === message
  })
}

function isPhrase(message: string, status: number): boolean {
  return message === titleOf(status) || message === errorFacts[status]?.formerPhrase
}

// Node's system errors name paths, hosts and ports; `createError(404, error)` marks even them as exposable.
function isSystemError(error: ForeignError): boolean {
  return error.get('syscall') !== undefined || error.get('errno') !== undefined
}

// Fields that describe the refusal and not the representation; lower case.
const SENDABLE = new Set([
  'www-authenticate',
  'proxy-authenticate',
  'allow',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'accept',
  'accept-encoding',
  'accept-patch',
  'accept-post',
  'accept-query',
  'accept-ranges',
  'content-range',
  'link',
  'upgrade',
  'vary',
])

/** Keeps the fields of the allow-list: for errors whose maker is unknown. */
export function allowedHeaders(
  error: ForeignError,
  report: ReportFault,
  headers: unknown = error.get('headers'),
): Record<string, FieldValue> {
  return headersWhere(headers, (name) => SENDABLE.has(name), report)
}

/** Keeps every field but those that frame or describe a body, and cookies: for errors that the app made itself. */
export function ownHeaders(error: ForeignError, report: ReportFault): Record<string, FieldValue> {
  return headersWhere(error.get('headers'), (name) => SENDABLE.has(name) || !isRefused(name), report)
}

function isRefused(name: string): boolean {
  return isFraming(name) || name.startsWith('content-') || name === 'set-cookie'
}

function headersWhere(headers: unknown, keeps: (name: string) => boolean, report: ReportFault): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = {}
  for (const [name, value] of givenFields(headers) ?? []) {
    if (typeof name !== 'string') continue
    // The value may be anything; the problem takes what can be sent and reports the rest.
    if (keeps(name.toLowerCase())) setOwn(kept, name, value)
    else if (isRefused(name.toLowerCase())) {
      report('ERR_PROBLEM_HEADER', `headers.${shortName(name)}`, 'no cookie, and no field that describes or frames a body', 'one')
    }
  }
  return kept
}
