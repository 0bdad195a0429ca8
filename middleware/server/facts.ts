/** Collects facts from the objects of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestFacts, ResponseFacts } from '../../lib/respond/facts.js'

/** Collects what the core asks of a request; `request` is what hooks get to see. */
export function requestFacts<Request>(req: IncomingMessage, request: Request): RequestFacts<Request> {
  return {
    method: req.method ?? 'GET',
    url: req.url ?? '/',
    httpVersionMajor: req.httpVersionMajor,
    headers: req.headers,
    request,
  }
}

/** Collects what the core asks of a response. */
export function responseFacts(res: ServerResponse, allow?: ResponseFacts['allow']): ResponseFacts {
  return { fields: res.getHeaders(), allow }
}
