/** Finds the problem details (RFC 9457 3) in the body of a response. */

import { given } from '../guard/given.js'
import { type Source, sourceOf, textOf } from './body-text.js'

/** A document as it was sent: no member is checked. */
export type ReceivedDocument = Readonly<Record<string, unknown>>

/** How much of a body is read, after its content coding was undone, and how long that may take. */
export interface BodyLimits {
  readonly maxBytes: number
  readonly maxWaitMs: number
}

/** Reads the document; a body that is not there, broken, too large, too slow or no problem details gives `undefined`. Never rejects. */
export async function readDocument(
  response: unknown,
  mediaType = '',
  { maxBytes, maxWaitMs }: BodyLimits,
): Promise<ReceivedDocument | undefined> {
  let source: Source | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let document: ReceivedDocument | undefined
  try {
    const body = given(response, 'body') ?? given(response, 'data')
    source = sourceOf(body)
    // RFC 9110 8.3.1: the case does not count, and parameters may follow.
    const [isJson, isProblem] = /^application\/(problem\+)?(\S+\+)?json *([;,]|$)/i.exec(mediaType) ?? []
    if (isJson) {
      // A stream that is stopped ends where it is.
      if (source && maxWaitMs < LONGEST_TIMER) timer = setTimeout(source.stop, maxWaitMs)
      // React Native has no streams: a response gives its text when it is asked.
      const text = source ? textOf(source, maxBytes) : ((body ?? (response as Response).text()) as Promise<unknown>)
      const value = await text
      // trim() takes a byte order mark, too.
      document = documentOf(typeof value === 'string' && value.length <= maxBytes ? JSON.parse(value.trim()) : value, isProblem)
    }
  } catch {
    // What cannot be read is no document.
  }
  if (timer) clearTimeout(timer)
  // A body that nobody reads on keeps its connection busy.
  source?.stop()
  return document
}

// A timer that is told to wait longer does not wait at all.
const LONGEST_TIMER = 2e9

function documentOf(value: unknown, isProblem: string | undefined): ReceivedDocument | undefined {
  if (Object.prototype.toString.call(value) !== '[object Object]') return undefined
  // A name that would change the prototype of whoever copies the document by assignment.
  const { __proto__: _, ...document } = value as Record<string, unknown>
  const { type, title, status } = { __proto__: null, ...document } as ReceivedDocument
  // Many APIs have a `type` or a `title` that means something else, so one of the three is not enough.
  const signs = +(typeof type === 'string') + +(typeof title === 'string') + +(typeof status === 'number')
  return isProblem || signs > 1 ? document : undefined
}
