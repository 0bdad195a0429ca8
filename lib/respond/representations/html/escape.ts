/** Writes text of others into HTML, so that nothing of it is markup. */
import { jsonText } from '../../../../schemas/json-text.js'
import type { ProblemDocument } from '../../../problem/problem.js'

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

// Written as what stays: neither markup nor a control character that no HTML may have.
const NEEDS_ESCAPE = /[^\t\n\r !#-%(-;=?-~\xa0-\uffff]/g

/** Writes a text as content or as the value of an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(NEEDS_ESCAPE, (character) => ENTITIES.get(character) ?? '\ufffd')
}

/** Embeds a document (RFC 9457 Appendix C). No `<` of it ends the element or begins a comment; as JSON it says the same. */
export function embedded(document: ProblemDocument): string {
  return `<script type="application/problem+json">${jsonText(document).replaceAll('<', '\\u003c')}</script>`
}
