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
