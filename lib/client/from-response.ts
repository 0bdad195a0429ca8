/** Turns the response of another server into the problem that it threw. */

import { given } from '../guard/given.js'
import { type ReceivedDocument, readDocument } from './document.js'
import { type FromResponseOptions, responseSettings } from './from-response-options.js'
import { plainFields } from './plain-fields.js'
import { makeReceived, type ReceivedProblem, unknownClass } from './received-problem.js'
import { receivedUri } from './received-uri.js'
import { classOf, isDeclared } from './shared-class.js'
import { statusFacts } from './status-facts.js'
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
  const status = given(response, 'status') ?? given(response, 'statusCode')
  if (typeof status !== 'number') throw wrongArgument('response', 'a response', response)
  // A browser hides what a redirect or another origin answered: that is no error.
  if ((status >= 200 && status < 400) || /opaque/.test(given(response, 'type') as string)) return undefined
  const headers = plainFields(given(response, 'headers'))
  const base = textOf(given(response, 'url'))
  const document = await readDocument(response, headers['content-type'], limits)

  const { type, title, status: _, detail, instance, ...others } = { __proto__: null, ...document } as ReceivedDocument
  const sentType = receivedUri(type, base) ?? 'about:blank'
  const { phrase, vendor, classStatus, className } = statusFacts(status)
  const known = classOf(sentType, status, base, types)
  const Class = known ?? unknownClass(className, classStatus)
  return makeReceived(
    Class,
    {
      type: known?.type ?? sentType,
      title: textOf(title) ?? known?.title ?? phrase,
      status,
      detail: textOf(detail),
      instance: receivedUri(instance, base),
      extensions: Object.fromEntries(Object.entries(others).filter(([name, value]) => isDeclared(Class, name, value))),
      headers: { ...headers },
    },
    { document, vendor },
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined
}
