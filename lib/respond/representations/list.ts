/** The forms that a handler has where none are given. What is asked for seldom is loaded when that happens. */
import { jsonRepresentation } from './json.js'
import { lazily } from './lazy.js'
import type { Representation } from './representation.js'

/** The forms, first that for clients that do not care. */
export const defaultRepresentations: readonly Representation[] = [
  jsonRepresentation,
  lazily(
    { mediaType: 'text/html; charset=utf-8', alsoFor: ['application/xhtml+xml'] },
    async () => (await import('./html/html.js')).html,
  ),
  lazily(
    { mediaType: 'text/markdown; charset=utf-8' },
    async () => (await import('./markdown/markdown.js')).markdownRepresentation,
  ),
  lazily(
    { mediaType: 'application/problem+xml', alsoFor: ['application/xml', 'text/xml'] },
    async () => (await import('./xml/xml.js')).xmlRepresentation,
  ),
]
