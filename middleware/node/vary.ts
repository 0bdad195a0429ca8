/** Tells caches that a response depends on a field of the request. */
import type { ServerResponse } from 'node:http'
import { joinedVary } from '../../lib/respond/fields/vary.js'
import { ability } from './ability.js'

/** Adds Accept to Vary (RFC 9110 12.5.5); what others have said there stays as they wrote it. */
export function varyByAccept(res: ServerResponse): void {
  const before = [ability(res, 'getHeader')?.('Vary') ?? []].flat()
  const vary = joinedVary([...before, 'Accept'])
  if (vary.toLowerCase() !== joinedVary(before).toLowerCase()) ability(res, 'setHeader')?.('Vary', vary)
}
