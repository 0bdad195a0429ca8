/** Tells caches that a response depends on a field of the request. */
import type { ServerResponse } from 'node:http'
import { ability } from './ability.js'

/** Adds Accept to Vary (RFC 9110 12.5.5); what others have said there stays. */
export function varyByAccept(res: ServerResponse): void {
  const given = ability(res, 'getHeader')?.('Vary')
  const before = (Array.isArray(given) ? given : [given]).filter((line) => typeof line === 'string').join(', ')
  if (/(?:^|,)[ \t]*(?:\*|accept)[ \t]*(?:,|$)/i.test(before)) return
  ability(res, 'setHeader')?.('Vary', before === '' ? 'Accept' : `${before}, Accept`)
}
