/** Reads `type` and `instance` of a document that another server sent. Nothing is ever fetched from either. */

import { resolveUri } from '../../schemas/uri.js'

// An app may make a link of what it shows: no script is behind it, and no password goes with it.
const HARMFUL = /^(?:javascript|vbscript|data):|^(?:[a-z][a-z\d+.-]*:)?[/\\]{2}[^/?#\\]*@/i

/** Gives a URI reference as an absolute URI where that can be; `undefined` for what is none, runs a script or has credentials. */
export function receivedUri(reference: unknown, base: string | undefined): string | undefined {
  if (typeof reference !== 'string' || reference === '') return undefined
  const absolute = resolveUri(reference)
  const resolved = absolute ?? resolveUri(reference, base) ?? reference
  // What browsers leave out of a URI could hide its scheme.
  if (HARMFUL.test(resolved.replace(/[\0- ]/g, ''))) return undefined
  return absolute === undefined ? resolved : reference
}

/** Writes a URI in the form in which two that mean the same are equal (RFC 3986 6.2.2). */
export function normalUri(reference: string, base: string | undefined): string {
  const resolved = resolveUri(reference, base) ?? reference
  return resolved.replace(/%[\da-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : triplet.toUpperCase()
  })
}
