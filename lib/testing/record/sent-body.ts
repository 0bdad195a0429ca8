/** Collects the body of an answer as it is sent. */
import { bare } from '../../guard/bare.js'
import { bytesOf } from '../../guard/bytes.js'
import { callMethod } from '../../guard/call.js'
import { read } from '../../guard/read.js'
import { builtin } from './builtin.js'

// Larger than any problem that a handler sends; other bodies need not be read.
const MOST_BYTES = 256 * 1024

/** The bytes of a body, up to a limit. */
export class SentBody {
  #parts: Uint8Array[] | undefined = []
  #size = 0

  /** Adds what is given to `write()` or `end()`. */
  add(chunk: unknown, encoding: unknown): void {
    if (this.#parts === undefined || chunk === undefined || chunk === null || typeof chunk === 'function') return
    // A text cannot have more characters than bytes.
    const bytes = typeof chunk === 'string' && chunk.length > MOST_BYTES ? undefined : toBytes(chunk, encoding)
    this.#size += bytes?.length ?? MOST_BYTES + 1
    if (bytes === undefined || this.#size > MOST_BYTES) this.#parts = undefined
    else this.#parts.push(bytes)
  }

  /** Gives the bytes without their content coding; `undefined` where they are too many, or cannot be decoded. */
  content(coding: string): Uint8Array | undefined {
    if (this.#parts === undefined) return undefined
    const all = new Uint8Array(this.#size)
    let start = 0
    for (const part of this.#parts) {
      all.set(part, start)
      start += part.length
    }
    return decoded(all, coding)
  }
}

// Copied: whoever writes may use the memory again.
function toBytes(chunk: unknown, encoding: unknown): Uint8Array | undefined {
  const given = typeof chunk === 'string' ? callMethod(read(globalThis, 'Buffer'), 'from', chunk, textEncoding(encoding)) : chunk
  const bytes = asBytes(given)
  return bytes && new Uint8Array(bytes)
}

function textEncoding(encoding: unknown): string {
  return typeof encoding === 'string' ? encoding : 'utf8'
}

const DECODERS: Readonly<Record<string, string>> = {
  gzip: 'gunzipSync',
  'x-gzip': 'gunzipSync',
  deflate: 'inflateSync',
  br: 'brotliDecompressSync',
  zstd: 'zstdDecompressSync',
}

function decoded(bytes: Uint8Array, coding: string): Uint8Array | undefined {
  const name = coding.trim().toLowerCase()
  if (name === '' || name === 'identity' || bytes.length === 0) return bytes
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
  const content = decoder && callMethod(builtin('zlib'), decoder, bytes, bare({ maxOutputLength: MOST_BYTES }))
  return asBytes(content)
}

function asBytes(value: unknown): Uint8Array | undefined {
  return typeof value === 'object' && value !== null ? bytesOf(value) : undefined
}
