/** Reads from the fields of rate limits when a quota that is used up starts anew. */

type Fields = Readonly<Record<string, string>>

/** Gives the milliseconds until then; `undefined` where the fields name no quota that is used up, or are malformed. */
export function quotaWait(fields: Fields, now: number): number | undefined {
  return (
    waitOfList(fields['ratelimit'] ?? '') ??
    waitOfFamily(fields, 'ratelimit', now) ??
    waitOfFamily(fields, 'x-ratelimit', now) ??
    waitOfFamily(fields, 'x-rate-limit', now)
  )
}

// draft-ietf-httpapi-ratelimit-headers 4.1: a list of strings with parameters (RFC 9651), such as `"day";r=0;t=60, "hour";r=3`.
const TEXT = /"(?:[ !#-[\]-~]|\\["\\])*("?)/g
const ITEM = /^""((?:; *[a-z*][\w.*-]*(?:=(?:""|[\w!#$%&'*+./:=^|~?-]+))?)*)$/

// Several quotas may be used up: a request before the last of them starts anew fails again.
function waitOfList(text: string): number | undefined {
  // Draft 7 of the same field, which is still sent: `limit=10, remaining=0, reset=60`.
  const before = /(?:^|, *)remaining=0, *reset=(\d+)$/.exec(text)
  if (before) return Number(before[1]) * 1000
  let longest: number | undefined
  // Without what the texts say, which may have commas and the like. One that does not end is no text.
  for (const item of text.replace(TEXT, (_, end) => (end ? '""' : '!')).split(',')) {
    const [, parameters] = ITEM.exec(item.trim()) ?? []
    if (parameters === undefined) return undefined
    const seconds = integer(parameters, 't')
    if (integer(parameters, 'r') === 0 && seconds >= 0) longest = Math.max(longest ?? 0, seconds * 1000)
  }
  return longest
}

function integer(parameters: string, name: string): number {
  const found = parameters.split(/; */).find((parameter) => parameter.startsWith(`${name}=`))
  return Number(/=(\d{1,15})$/.exec(found ?? '')?.[1])
}

// Older drafts, and what everybody wrote before there was one.
function waitOfFamily(fields: Fields, family: string, now: number): number | undefined {
  const remaining = fields[`${family}-remaining`] ?? '0'
  const reset = fields[`${family}-reset`] ?? ''
  if (!/^0+$/.test(remaining) || !/^\d{1,15}$/.test(reset)) return undefined
  const value = Number(reset)
  // Seconds to wait, a moment in seconds, or one in milliseconds. Nobody waits thirty years, and 1970 is long ago.
  if (value < 1e9) return value * 1000
  return (value < 1e12 ? value * 1000 : value) - now
}
