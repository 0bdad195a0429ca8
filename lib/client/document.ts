/** Finds the problem details (RFC 9457 3) in the body of a response. */

import { isPropertyBag, read } from '../guard/read.js'
import { type BodyLimits, jsonOf, readSource, type Source, sourceOf } from './bounded-text.js'

/** A document as it was sent: no member is checked. */
export type ReceivedDocument = Readonly<Record<string, unknown>>

/** Reads the document of a response; a body that is not there, broken, too large, too slow or no problem details gives `undefined`. Never rejects. */
export async function readDocument(
  response: unknown,
  mediaType: string,
  limits: BodyLimits,
): Promise<ReceivedDocument | undefined> {
  try {
    const body = bodyOf(response)
    const source = sourceOf(body) ?? lateSource(response, body)
    // RFC 9110 8.3.1: the case does not count, and parameters may follow.
    const [, subtype = ''] = /^\s*application\/([^\s;,]+)/i.exec(mediaType) ?? []
    if (!/^(?:.+\+)?json$/i.test(subtype)) {
      // A body that nobody reads keeps its connection busy.
      source?.stop()
      return undefined
    }
    const value = jsonOf(source === undefined ? body : await readSource(source, limits), limits.maxBytes)
    if (!isPropertyBag(value)) return undefined
    return /^problem\+json$/i.test(subtype) || looksLikeProblem(value) ? value : undefined
  } catch {
    return undefined
  }
}

function bodyOf(response: unknown): unknown {
  return ['body', 'data'].map((name) => read(response, name)).find((body) => body !== undefined && body !== null)
}

// React Native has no streams: a response gives its text when it is asked.
function lateSource(response: unknown, body: unknown): Source | undefined {
  const text = read(response, 'text')
  if (body !== undefined || typeof text !== 'function') return undefined
  let isRead = false
  const next = async (): ReturnType<Source['next']> => {
    if (isRead) return { done: true }
    isRead = true
    return { value: await Reflect.apply(text, response, []) }
  }
  return { next, stop: () => undefined }
}

// Many APIs have a `type` or a `title` that means something else, so one of the three is not enough.
function looksLikeProblem({ type, title, status }: ReceivedDocument): boolean {
  const isType = typeof type === 'string' && /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(type)
  return [isType, typeof title === 'string', typeof status === 'number'].filter(Boolean).length > 1
}
