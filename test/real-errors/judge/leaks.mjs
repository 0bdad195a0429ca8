/** Looks for secrets in an answer. */
import { STATUS_CODES } from 'node:http'

// Too short to be told from chance.
const SHORTEST_PLANTED = 4

// What every answer of ours may say; the last two are titles that Node does not know.
const OURS = [
  'application/problem+json',
  'about:blank',
  'no-store',
  'nosniff',
  'keep-alive',
  'Content-Type',
  'Content Too Large',
  'Unprocessable Content',
]

/** Lists the secrets that an answer repeats, except what is a part of a safe text. `fields` are the values that fields must have. */
export function leaksIn(answer, { secrets, planted, safe, fields }) {
  const text = textOf(answer, fields)
  const allowed = [...safe, ...OURS, STATUS_CODES[answer.status] ?? '']
  const found = [...secrets, ...[...planted].filter((value) => value.length >= SHORTEST_PLANTED)].filter(
    (secret) => text.includes(secret) && !allowed.some((one) => one.includes(secret)),
  )
  // The longest says it all.
  return [...new Set(found)].filter((one) => !found.some((other) => other !== one && other.includes(one)))
}

// As sent, and as a reader of the JSON and of the fields sees it.
function textOf({ reason, rawHeaders, body }, fields) {
  const isExpected = (index) => index % 2 === 1 && fields.get(rawHeaders[index - 1].toLowerCase()) === rawHeaders[index]
  const parts = [reason, ...rawHeaders.filter((_, index) => !isDate(rawHeaders, index) && !isExpected(index)), body]
  try {
    parts.push(...stringsOf(JSON.parse(body)))
  } catch {
    // A body that is no JSON is searched as it is.
  }
  return parts.flatMap((part) => [part, decoded(part)]).join('\n')
}

function isDate(rawHeaders, index) {
  return index % 2 === 1 && /^date$/i.test(rawHeaders[index - 1])
}

function stringsOf(value) {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [name, ...stringsOf(member)])
}

function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
