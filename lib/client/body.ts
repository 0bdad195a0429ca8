/** Reads the problem details in the body of another server's response: bounded in size and time, and nothing but problem details. */

import { bare } from '../guard/bare.js'
import { bytesOf, utf8Bytes, utf8Text } from '../guard/bytes.js'
import { isPropertyBag, isRecord, ownKeys, read } from '../guard/read.js'
import { isReserved } from '../problem/members.js'
import { responseField } from './field.js'
import type { UpstreamDocument, UpstreamResponse } from './response.js'

// More than any problem needs, and longer than any body takes whose head is there.
const MOST_BYTES = 64 * 1024
const LONGEST_WAIT = 2000

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
    return documentOf(source === undefined ? body : await readAll(source))
  } catch {
    return NOTHING
  }
}

function isProblemDetails(headers: unknown): boolean {
  return /^application\/problem\+json\s*(?:;|$)/i.test(String(responseField(headers, 'Content-Type')))
}

/** A stream of the web or of Node. */
interface Source {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>
  readonly stop: () => void
}

type WebStream = { getReader(): { read(): ReturnType<Source['next']>; cancel(): Promise<void> } }
type NodeStream = AsyncIterable<unknown> & { on?(event: 'error', listener: () => void): unknown; destroy?(): unknown }

// A stream is told by its methods, and only these are used.
function sourceOf(body: unknown): Source | undefined {
  if (typeof read(body, 'getReader') === 'function') {
    const reader = (body as WebStream).getReader()
    return { next: () => reader.read(), stop: () => void reader.cancel().catch(() => undefined) }
  }
  if (typeof read(body, Symbol.asyncIterator) !== 'function') return undefined
  const stream = body as NodeStream
  const iterator = stream[Symbol.asyncIterator]()
  const stop = (): void => {
    // undici tells of its own abort with an error, which would end the process.
    stream.on?.('error', () => undefined)
    stream.destroy?.()
  }
  return { next: () => iterator.next(), stop }
}

async function readAll({ next, stop }: Source): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The body came too slowly.')), LONGEST_WAIT)
  })
  try {
    const parts: Uint8Array[] = []
    let length = 0
    for (;;) {
      const { done, value } = await Promise.race([next(), tooLate])
      if (done) return joined(parts, length)
      const bytes = typeof value === 'string' ? utf8Bytes(value) : bytesOf(Object(value))
      if (bytes === undefined || length + bytes.length > MOST_BYTES) return ''
      length += bytes.length
      parts.push(bytes)
    }
  } finally {
    clearTimeout(timer)
    stop()
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

// A text, bytes, or what a client has parsed.
function documentOf(body: unknown): UpstreamDocument {
  const bytes = isRecord(body) ? bytesOf(body) : undefined
  const text = bytes === undefined ? body : bytes.length > MOST_BYTES ? '' : utf8Text(bytes)?.replace(/^\ufeff/, '')
  if (typeof text === 'string' && text.length > MOST_BYTES) return NOTHING
  const parsed: unknown = typeof text === 'string' ? JSON.parse(text) : text
  if (!isPropertyBag(parsed)) return NOTHING
  const standard = STANDARD.filter((name) => typeof parsed[name] === 'string' && parsed[name] !== '')
  const others = ownKeys(parsed).filter((name) => !isReserved(name))
  return bare({
    ...Object.fromEntries(standard.map((name) => [name, parsed[name]])),
    extensions: Object.fromEntries(others.map((name) => [name, parsed[name]])),
  })
}

const STANDARD = ['type', 'title', 'detail', 'instance'] as const
