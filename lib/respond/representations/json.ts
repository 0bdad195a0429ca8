/** The document as JSON: what a client gets that does not care. */

import { jsonText } from '../../../schemas/json-text.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { ABOUT_BLANK } from '../../problem/static-members.js'
import { titleOf } from '../../problem/status.js'
import { errorFacts } from '../../status/codes.js'
import type { Representation, RepresentationContext } from './representation.js'

// The beginning of each plain document up to its `status`, made once: most errors need no more than a detail behind it.
let plainHeads: ReadonlyMap<number, string> | undefined

/** application/problem+json. RFC 9457 6 defines no charset parameter, and strict clients compare literally. */
export const jsonRepresentation = {
  mediaType: 'application/problem+json',
  alsoFor: ['application/json'],
  encode: encodeJson,
} as const satisfies Representation

// The text is the same as JSON.stringify(document); a test compares them.
function encodeJson(document: ProblemDocument, _context?: RepresentationContext): string {
  const { type, title, status } = document
  const head = type === ABOUT_BLANK && title === titleOf(status) ? headOf(status) : undefined
  if (head === undefined) return jsonText(document)
  const members = Object.keys(document).length
  if (members === 3) return `${head}}`
  return members === 4 && Object.hasOwn(document, 'detail')
    ? `${head},"detail":${JSON.stringify(document.detail)}}`
    : jsonText(document)
}

function headOf(status: number): string | undefined {
  plainHeads ??= new Map(
    // No phrase has a character that JSON escapes; a test compares them.
    Object.keys(errorFacts).map((key) => [
      Number(key),
      `{"type":"${ABOUT_BLANK}","title":"${titleOf(Number(key))}","status":${key}`,
    ]),
  )
  return plainHeads.get(status)
}
