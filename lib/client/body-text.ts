/** Reads the text of a body as far as it is worth it. */

import { given } from '../guard/given.js'

/** A stream of the web or of Node. */
export interface Source {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: Uint8Array }>
  readonly stop: () => unknown
}

type WebStream = { getReader(): { read(): ReturnType<Source['next']>; cancel(): Promise<void> } }
type NodeStream = AsyncIterable<Uint8Array> & { on(event: 'error', listener: () => void): { destroy(): void } }

/** Opens a body that is a stream, or bytes; any other gives `undefined`. */
export function sourceOf(body: unknown): Source | undefined {
  if (given(body, 'byteLength')) return sourceOf(new Response(body as ArrayBuffer).body)
  if (given(body, 'getReader')) {
    const reader = (body as WebStream).getReader()
    // To stop one that has failed fails, too.
    return { next: () => reader.read(), stop: () => reader.cancel().catch(ignore) }
  }
  if (!given(body, 'destroy')) return undefined
  const stream = body as NodeStream
  const chunks = stream[Symbol.asyncIterator]()
  // undici tells of its own abort with an error, which would end the process.
  return { next: () => chunks.next(), stop: () => stream.on('error', ignore).destroy() }
}

function ignore(): void {
  // Nobody waits for what was stopped.
}

/** Reads a source to its end; one that is too long gives `undefined`, and one that is no UTF-8 rejects. */
export async function textOf({ next }: Source, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for (let left = maxBytes; left >= 0; ) {
    const { done, value } = await next()
    text += decoder.decode(value, { stream: !done })
    if (done) return text
    left -= (value as Uint8Array).length
  }
  return undefined
}
