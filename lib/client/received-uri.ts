/** Reads `type` and `instance` of a document that another server sent. Nothing is ever fetched from either. */

// An app may make a link of what it shows: no script is behind it, and no password goes with it.
const HARMFUL = /^((java|vb)script|data):|^([a-z\d+.-]+:)?[/\\]{2}[^/?#]*@/i

/** Gives a URI reference as an absolute URI where that can be; `undefined` for what is none, runs a script or has credentials. */
export function receivedUri(reference: unknown, base: string | undefined): string | undefined {
  if (typeof reference !== 'string' || !reference) return undefined
  const uri = resolved(reference, base)
  return HARMFUL.test(uri) ? undefined : uri
}

/** Writes a URI in the form in which two that mean the same are equal (RFC 3986 6.2.2). */
export function normalUri(reference: string, base: string | undefined): string {
  try {
    return encodeURI(decodeURI(resolved(reference, base)))
  } catch {
    return reference
  }
}

// Not every host has the class, and not every reference is one: it stays as it is.
function resolved(reference: string, base: string | undefined): string {
  try {
    return new URL(reference, base).href
  } catch {
    return reference
  }
}
