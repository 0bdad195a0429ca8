/** Reads from the fields of rate limits when a quota that is used up starts anew. */

import { own } from '../../../schemas/json.js'

type Fields = Readonly<Record<string, string>>

/** Gives the milliseconds until then; `undefined` where the fields name no quota that is used up, or are malformed. */
export function quotaWait(fields: Fields, now: number): number | undefined {
  return (
    waitOfList(own(fields, 'ratelimit') ?? '') ??
    FAMILIES.map((family) => waitOfFamily(fields, family, now)).find((wait) => wait !== undefined)
  )
}

// draft-ietf-httpapi-ratelimit-headers 4.1: a list of strings with parameters (RFC 9651), such as `"day";r=0;t=60, "hour";r=3`.
const TEXT = /"(?:[ !#-[\]-~]|\\["\\])*("?)/g
const ITEM = /^""((?:; *[a-z*][\w.*-]*(?:=(?:""|[\w!#$%&'*+./:=^|~?-]+))?)*)$/

// Several quotas may be used up: a request before the last of them starts anew fails again.
function waitOfList(text: string): number | undefined {
  // Draft 7 of the same field, which is still sent: `limit=10, remaining=0, reset=60`.
  const [, before] = /(?:^|, *)remaining=0, *reset=(\d{1,15})$/.exec(text) ?? []
  if (before !== undefined) return Number(before) * 1000
  let longest: number | undefined
  // Without what the texts say, which may have commas and the like. One that does not end is no text.
  const bones = text.replace(TEXT, (_, end: string) => (end === '' ? '!' : '""'))
  for (const item of bones.split(',')) {
    const [, parameters] = ITEM.exec(item.trim()) ?? []
    if (parameters === undefined) return undefined
    const seconds = integer(parameters, 't')
    if (integer(parameters, 'r') === 0 && seconds !== undefined) longest = Math.max(longest ?? 0, seconds * 1000)
  }
  return longest
}

function integer(parameters: string, name: string): number | undefined {
  const found = parameters.split(/; */).find((parameter) => parameter.startsWith(`${name}=`))
  const [, digits] = /=(\d{1,15})$/.exec(found ?? '') ?? []
  return digits === undefined ? undefined : Number(digits)
}

// Older drafts, and what everybody wrote before there was one.
const FAMILIES = ['ratelimit', 'x-ratelimit', 'x-rate-limit'] as const

function waitOfFamily(fields: Fields, family: string, now: number): number | undefined {
  const remaining = own(fields, `${family}-remaining`) ?? '0'
  const [reset] = /^\d{1,15}$/.exec(own(fields, `${family}-reset`) ?? '') ?? []
  if (!/^0+$/.test(remaining) || reset === undefined) return undefined
  const value = Number(reset)
  // Seconds to wait, a moment in seconds, or one in milliseconds. Nobody waits thirty years, and 1970 is long ago.
  if (value < 1e9) return value * 1000
  return (value < 1e12 ? value * 1000 : value) - now
}
