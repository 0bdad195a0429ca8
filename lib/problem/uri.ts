/** Absolute URIs and references, by the URL of the host, which some hosts lack. */
import { read } from './read.js'

type UrlClass = new (reference: string, base?: string) => { readonly href: string }

/** Tells whether a text is an absolute URI; where the host cannot tell, whether it begins like one. */
export function isAbsoluteUri(text: string): boolean {
  return typeof read(globalThis, 'URL') === 'function' ? resolveUri(text) !== undefined : /^[a-z][a-z0-9+.-]*:\S/i.test(text)
}

/** Resolves a reference against an absolute URI (RFC 3986 5); `undefined` where that gives none. */
export function resolveUri(reference: string, base?: string): string | undefined {
  // Looked up when it is needed: not every host has it.
  const Url = read(globalThis, 'URL') as UrlClass
  try {
    return new Url(reference, base).href
  } catch {
    return undefined
  }
}
