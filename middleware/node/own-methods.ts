/**
 * The methods for fields that all responses of `node:http` share. They are called without a look-up on the response, unless it has one of its
 * own. Found by the first response: to load `node:http` takes a third of the time that this package takes.
 */
import type { ServerResponse } from 'node:http'
import { prototypeOf } from '../../lib/guard/read.js'

/** The methods that fields are read and written with. */
export type OwnMethods = Pick<ServerResponse, 'setHeader' | 'getHeaderNames'>

const NONE: Partial<OwnMethods> = {}
let known: OwnMethods | undefined

/** Gives the methods as Node has them; none where the response is no such one. */
export function ownMethods(res: ServerResponse): Partial<OwnMethods> {
  known ??= methodsBehind(res)
  return known ?? NONE
}

function methodsBehind(res: ServerResponse): OwnMethods | undefined {
  for (let holder = prototypeOf(res); holder !== null; holder = prototypeOf(holder)) {
    // Only the class of responses to a request has it: neither that of requests, nor that of HTTP/2, nor a double.
    if (!Object.hasOwn(holder, 'assignSocket')) continue
    const { setHeader, getHeaderNames } = holder as ServerResponse
    return { setHeader, getHeaderNames }
  }
  return undefined
}
