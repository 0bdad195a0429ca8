/** Reads the body of a response as far as it is worth it: no more bytes and no longer than its reader says. */

import { bytesOf, utf8Bytes, utf8Text } from '../guard/bytes.js'
import { isRecord, read } from '../guard/read.js'

/** How much of a body is read, after its content coding was undone, and how long that may take. */
export interface BodyLimits {
  readonly maxBytes: number
  readonly maxWaitMs: number
}

/** A stream of the web or of Node. */
export interface Source {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>
  readonly stop: () => void
}

type WebStream = { getReader(): { read(): ReturnType<Source['next']>; cancel(): Promise<void> } }
type NodeStream = AsyncIterable<unknown> & { on?(event: 'error', listener: () => void): unknown; destroy?(): unknown }

/** Opens a body that is a stream; any other gives `undefined`. A stream is told by its methods, and only these are used. */
export function sourceOf(body: unknown): Source | undefined {
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

/** Reads a stream to its end and stops it; one that is too long gives `undefined`, and one that fails or is too slow rejects. */
export async function readSource({ next, stop }: Source, { maxBytes, maxWaitMs }: BodyLimits): Promise<Uint8Array | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The body came too slowly.')), maxWaitMs)
  })
  try {
    const parts: Uint8Array[] = []
    let length = 0
    for (;;) {
      const { done, value } = await Promise.race([next(), tooLate])
      if (done) return joined(parts, length)
      // A text has no more characters than bytes.
      const fits = typeof value !== 'string' || length + value.length <= maxBytes
      const bytes = !fits ? undefined : typeof value === 'string' ? utf8Bytes(value) : bytesOf(Object(value))
      if (bytes === undefined || length + bytes.length > maxBytes) return undefined
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

/** Gives the JSON value of a text or of bytes, or what a client has parsed already; what is too long gives `undefined`. Throws where it is no JSON. */
export function jsonOf(body: unknown, maxBytes: number): unknown {
  const bytes = isRecord(body) ? bytesOf(body) : undefined
  if (bytes !== undefined && bytes.length > maxBytes) return undefined
  const text = bytes === undefined ? body : utf8Text(bytes)?.replace(/^\ufeff/, '')
  if (typeof text !== 'string') return text
  return text.length > maxBytes ? undefined : (JSON.parse(text) as unknown)
}
