/** Makes a document fit the limit of a body. */

import { jsonText } from '../../../schemas/json-text.js'
import { bareCopy } from '../../guard/bare.js'
import type { ReportFault } from '../../guard/fault.js'
import { shortName } from '../../guard/name.js'
import { standardMembers } from '../../problem/members.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { ABOUT_BLANK } from '../../problem/static-members.js'
import { titleOf } from '../../problem/status.js'
import { byteLength } from '../representations/representation.js'

/** What a document has to fit into. */
export interface Limit {
  readonly maxBytes: number
  /** Tells how many bytes a document takes, as it is sent. */
  readonly measure: (document: ProblemDocument) => number
}

/** Leaves out extension members, largest first, then cuts the detail, then everything but the status. */
export function reduceDocument(document: ProblemDocument, limit: Limit, report: ReportFault): ProblemDocument {
  const { maxBytes, measure } = limit
  const kept: Record<string, unknown> = { ...document }
  const names = Object.keys(kept).filter((name) => !(standardMembers as readonly string[]).includes(name))
  const bySize = names
    // What a member takes in JSON: name, colon, value, comma.
    .map((name) => ({ name, size: byteLength(JSON.stringify(name)) + byteLength(jsonText(kept[name]) as string) + 2 }))
    .toSorted((a, b) => b.size - a.size)
  let bytes = byteLength(jsonText(kept))
  for (const { name, size } of bySize) {
    // The sizes are sums of JSON; the costly measure of the representation waits until it can succeed.
    if (bytes <= maxBytes && measure(kept as ProblemDocument) <= maxBytes) return kept as ProblemDocument
    report('ERR_PROBLEM_BODY', shortName(name), expected(limit), `a member of ${size} bytes`)
    delete kept[name]
    bytes -= size
  }
  return cutDetail(kept as ProblemDocument, limit, report)
}

function expected({ maxBytes }: Limit): string {
  return `a body of at most ${maxBytes} bytes`
}

function cutDetail(document: ProblemDocument, limit: Limit, report: ReportFault): ProblemDocument {
  const { maxBytes, measure } = limit
  const { detail, ...rest } = bareCopy(document)
  if (measure(document) <= maxBytes) return document
  const room = maxBytes - measure({ ...rest, detail: '…' } as ProblemDocument)
  if (detail !== undefined && room >= 0) {
    report('ERR_PROBLEM_BODY', 'detail', expected(limit), `a detail of ${detail.length} characters`)
    let cut = detail.slice(0, room)
    // A character takes up to six bytes in JSON; a few rounds find the length.
    while (measure({ ...rest, detail: `${cut}…` } as ProblemDocument) > maxBytes) cut = cut.slice(0, Math.floor(cut.length * 0.8))
    return { ...document, detail: `${cut.toWellFormed()}…` }
  }
  report('ERR_PROBLEM_BODY', 'document', expected(limit), 'a type, title or instance that is too long')
  return { type: ABOUT_BLANK, title: titleOf(document.status), status: document.status }
}
