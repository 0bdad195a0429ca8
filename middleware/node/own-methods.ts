/**
 * The methods that all responses of `node:http` share. Compression, on-headers, sessions and tracers put functions of their own on a response, and
 * whoever has one is asked. Found by the first response: to load `node:http` takes longer than to load all of this package.
 */
import type { ServerResponse } from 'node:http'
import { prototypeOf } from '../../lib/guard/read.js'

/** Those methods. */
export type OwnMethods = Pick<ServerResponse, 'setHeader' | 'writeHead' | 'end' | 'getHeaderNames'>

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
    const { setHeader, writeHead, end, getHeaderNames } = holder as ServerResponse
    return { setHeader, writeHead, end, getHeaderNames }
  }
  return undefined
}
