/** Turns text into bytes and back by the language alone: the test environments of browsers lack TextEncoder, TextDecoder or btoa, and so do some hosts. */

/** Encodes a text in UTF-8; a half of a surrogate pair becomes U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  const percented = encodeURIComponent(text.toWellFormed()).matchAll(/%(..)|./gs)
  return Uint8Array.from(percented, ([unit, hex]) => (hex === undefined ? unit.charCodeAt(0) : Number.parseInt(hex, 16)))
}

/** Counts the bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  // By code points: a pair of surrogates is one, and a half of one is sent as U+FFFD.
  for (const character of text) {
    const point = character.codePointAt(0) as number
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Decodes UTF-8; `undefined` for bytes that are none. A byte order mark stays. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Writes bytes in base64 (RFC 4648 4). */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3)
    const group = (first << 16) | (second << 8) | third
    text += [18, 12, 6, 0].map((shift) => DIGITS[(group >> shift) & 63]).join('')
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return text.slice(0, text.length - missing) + '='.repeat(missing)
}

/** Gives what an ArrayBuffer or a view of bytes holds, of whatever realm and class. */
export function bytesOf(value: object): Uint8Array | undefined {
  const kind = Object.prototype.toString.call(value)
  if (kind === '[object ArrayBuffer]') return new Uint8Array(value as ArrayBuffer)
  // Buffer is a Uint8Array. A view of our own: a subclass could have an iterator without end.
  if (!ArrayBuffer.isView(value) || (kind !== '[object Uint8Array]' && kind !== '[object DataView]')) return undefined
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
}
