/** Names an occurrence (RFC 9562 5.4). */
import { read } from '../../guard/read.js'

/** Makes a UUID of random bits: from the host's source of them, where it has one. It names something, and keeps nothing secret. */
export function randomUuid(): string {
  const crypto = read(globalThis, 'crypto')
  const make = read(crypto, 'randomUUID')
  // Pages without TLS, and test environments of browsers, have no randomUUID().
  return typeof make === 'function' ? String(Reflect.apply(make, crypto, [])) : uuidOf()
}

function uuidOf(): string {
  const digits = Array.from('xxxxxxxx-xxxx-4xxx-Nxxx-xxxxxxxxxxxx', (digit) => {
    if (digit === 'x') return Math.floor(Math.random() * 16).toString(16)
    // RFC 9562 4.1: the variant.
    return digit === 'N' ? Math.floor(8 + Math.random() * 4).toString(16) : digit
  })
  return digits.join('')
}
