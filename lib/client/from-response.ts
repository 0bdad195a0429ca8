/** Turns the response of another server into the problem that it threw. */

import { own } from '../../schemas/json.js'
import { ownKeys, read } from '../guard/read.js'
import { isReserved } from '../problem/members.js'
import { readDocument } from './document.js'
import { type FromResponseOptions, responseSettings } from './from-response-options.js'
import { phrases, vendors } from './generated/status-facts.js'
import { plainFields } from './plain-fields.js'
import { classOf, isDeclaredMember } from './received-class.js'
import { makeReceived, type ReceivedProblem } from './received-problem.js'
import { receivedUri } from './received-uri.js'
import { wrongArgument } from './wrong-argument.js'

/** A response: that of fetch, or what another client has of one. */
export interface AnsweredResponse {
  /** The status code. Some clients name it `statusCode`. */
  readonly status?: number
  readonly statusCode?: number
  /** A `Headers` object, or fields by name. */
  readonly headers?: unknown
  /** A stream, bytes, a text, or the JSON value that a client has parsed. Some clients name it `data`. */
  readonly body?: unknown
  readonly data?: unknown
  /** The URL that answered, against which references in the document are resolved. */
  readonly url?: string
}

/**
 * Makes the problem that a response stands for; `undefined` for a 2xx or 3xx, whose body stays unread.
 *
 * The problem is an instance of the class among `types` that has its type URI, else of the class of its status, of an unregistered one that of
 * the x00. A body that is broken, too long, too slow or no problem details gives a problem of the status alone. The body is read, so give a
 * `clone()` of a response that you need it of, too.
 *
 * @throws TypeError with a code `ERR_PROBLEM_*` where the response is none, or an option is wrong
 * @example
 * const response = Response.json({ title: 'Conflict', status: 409, detail: 'Seat 12A is taken.' }, { status: 409 }) // or: await fetch(...)
 * const problem = await fromResponse(response)
 * if (problem) console.log(problem.name, problem.detail) // Conflict Seat 12A is taken.
 */
export async function fromResponse(
  response: AnsweredResponse,
  options: FromResponseOptions = {},
): Promise<ReceivedProblem | undefined> {
  const { types, ...limits } = responseSettings(options)
  const status = [read(response, 'status'), read(response, 'statusCode')].find(Number.isInteger)
  if (typeof status !== 'number') throw wrongArgument('response', 'a response with a status', response)
  if ((status >= 200 && status < 400) || /^opaque/.test(String(read(response, 'type')))) return undefined
  const headers = plainFields(read(response, 'headers'))
  const url = textOf(response, 'url')
  const document = await readDocument(response, own(headers, 'content-type') ?? '', limits)

  const sentType = receivedUri(read(document, 'type'), url) ?? 'about:blank'
  const Class = classOf(sentType, status, url, types)
  const vendor = own(vendors, status)
  const members = ownKeys(document).filter((name) => !isReserved(name) && isDeclaredMember(Class, name, read(document, name)))
  return makeReceived(
    {
      type: textOf(Class, 'type') ?? sentType,
      title: textOf(document, 'title') ?? textOf(Class, 'title') ?? own(phrases, status) ?? vendor?.phrase ?? `Status ${status}`,
      status,
      detail: textOf(document, 'detail'),
      instance: receivedUri(read(document, 'instance'), url),
      extensions: Object.fromEntries(members.map((name) => [name, read(document, name)])),
      headers,
      document,
      vendor,
    },
    Class,
  )
}

function textOf(target: unknown, name: string): string | undefined {
  const text = read(target, name)
  return typeof text === 'string' && text !== '' ? text : undefined
}
