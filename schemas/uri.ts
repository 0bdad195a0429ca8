/** Absolute URIs and references, by the URL of the host, which some hosts lack. */
import { own } from './json.js'

type UrlClass = new (reference: string, base?: string) => { readonly href: string }

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S/i

/** Tells whether a text is an absolute URI; where the host cannot tell, whether it begins like one. */
export function isAbsoluteUri(text: string): boolean {
  return urlClass() === undefined ? ABSOLUTE.test(text) : resolveUri(text) !== undefined
}

/** Resolves a reference against an absolute URI (RFC 3986 5); `undefined` where that gives none. */
export function resolveUri(reference: string, base?: string): string | undefined {
  try {
    return new (urlClass() as UrlClass)(reference, base).href
  } catch {
    return undefined
  }
}

/** Resolves a reference inside of a schema; where the host cannot, joins the texts, which is right for all but `./` and `../`. */
export function resolveSchemaUri(reference: string, base: string): string | undefined {
  if (urlClass() !== undefined) return resolveUri(reference, base)
  if (ABSOLUTE.test(reference)) return reference
  return (reference.startsWith('#') ? base.replace(/#.*$/s, '') : base.replace(/[^/]*$/, '')) + reference
}

// Looked up when it is needed: not every host has it.
function urlClass(): UrlClass | undefined {
  const found = own(globalThis as Readonly<Record<string, unknown>>, 'URL')
  // Only the class has this name.
  return typeof found === 'function' ? (found as UrlClass) : undefined
}
