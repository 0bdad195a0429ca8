/** Tells schemas apart, so that a validator that was made of an older one is noticed. */
import { jsonText } from './json-text.js'

// The edition of what is compiled. A new number refuses the files of before, whose validators are not what they would be now.
const EDITION = 2

/** Gives a digest of a schema, 16 hexadecimal digits. It finds a change; it does not stop a forger. */
export function schemaDigest(schema: unknown): string {
  const text = jsonText([EDITION, schema])
  let [left, right] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    left = Math.imul(left ^ code, 0x9e3779b1)
    right = Math.imul(right ^ code, 0x5f356495)
    left ^= right >>> 13
  }
  return [left, right].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
