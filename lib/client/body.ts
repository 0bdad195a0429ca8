/** Reads the problem details in the body of another server's response: bounded in size and time, and nothing but problem details. */

import { bare } from '../guard/bare.js'
import { isPropertyBag, ownKeys } from '../guard/read.js'
import { isReserved } from '../problem/members.js'
import { jsonOf, readSource, sourceOf } from './bounded-text.js'
import { responseField } from './field.js'
import type { UpstreamDocument, UpstreamResponse } from './response.js'

// More than any problem needs, and longer than any body takes whose head is there.
const LIMITS = { maxBytes: 64 * 1024, maxWaitMs: 2000 }

const NOTHING: UpstreamDocument = bare({ extensions: {} })

/** Reads the document; one that is not there, too large, too slow or no problem details counts as empty. Never rejects. */
export async function readUpstreamDocument({ headers, body }: UpstreamResponse): Promise<UpstreamDocument> {
  try {
    const source = sourceOf(body)
    if (!isProblemDetails(headers)) {
      // A body that nobody reads keeps its connection busy.
      source?.stop()
      return NOTHING
    }
    return documentOf(source === undefined ? body : await readSource(source, LIMITS))
  } catch {
    return NOTHING
  }
}

function isProblemDetails(headers: unknown): boolean {
  return /^application\/problem\+json\s*(?:;|$)/i.test(String(responseField(headers, 'Content-Type')))
}

// A text, bytes, or what a client has parsed.
function documentOf(body: unknown): UpstreamDocument {
  const parsed = jsonOf(body, LIMITS.maxBytes)
  if (!isPropertyBag(parsed)) return NOTHING
  const standard = STANDARD.filter((name) => typeof parsed[name] === 'string' && parsed[name] !== '')
  const others = ownKeys(parsed).filter((name) => !isReserved(name))
  return bare({
    ...Object.fromEntries(standard.map((name) => [name, parsed[name]])),
    extensions: Object.fromEntries(others.map((name) => [name, parsed[name]])),
  })
}

const STANDARD = ['type', 'title', 'detail', 'instance'] as const
