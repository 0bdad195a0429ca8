/** Reads a body that is about to be sent. */

/** Gives the text of a string or of bytes in UTF-8, or its beginning; `undefined` for what is neither. */
export function bytesText(body: unknown, most?: number): string | undefined {
  if (typeof body === 'string') return body.slice(0, most)
  if (!ArrayBuffer.isView(body)) return undefined
  return Buffer.from(
    body.buffer,
    body.byteOffset,
    most === undefined ? body.byteLength : Math.min(most, body.byteLength),
  ).toString()
}

// `end('68656c6c6f', 'hex')` sends bytes, and not this text.
const BYTES = /^(?:hex|base64(?:url)?)$/i

/** Gives the body among the arguments of `response.end()`; `undefined` where there is none. */
export function sentBody([chunk, encoding]: readonly unknown[]): unknown {
  if (typeof chunk === 'function') return undefined
  return typeof chunk === 'string' && BYTES.test(String(encoding)) ? Buffer.from(chunk, encoding as BufferEncoding) : chunk
}
