/** Collects facts from the objects of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestFacts, ResponseFacts } from '../../lib/respond/facts.js'

/** Collects what the core asks of a request; `request` is what hooks get to see. */
export function requestFacts<Request>(req: IncomingMessage, request: Request): RequestFacts<Request> {
  return new NodeRequestFacts(req, request)
}

// A class for its getters: a request of Express is slow to read, and most errors need one fact of it.
class NodeRequestFacts<Request> implements RequestFacts<Request> {
  readonly httpVersionMajor: number
  readonly request: Request
  readonly #req: IncomingMessage

  constructor(req: IncomingMessage, request: Request) {
    this.httpVersionMajor = req.httpVersionMajor
    this.request = request
    this.#req = req
  }

  get method(): string {
    return this.#req.method ?? 'GET'
  }

  get url(): string {
    return this.#req.url ?? '/'
  }

  get headers(): IncomingMessage['headers'] {
    return this.#req.headers
  }
}

/** Reads the status of a response that nobody has sent yet: what was sent was no answer to the error. */
export function unsentStatus(res: ServerResponse): number | undefined {
  return res.headersSent ? undefined : res.statusCode
}

/** Collects what the core asks of a response. */
export function responseFacts(res: ServerResponse, allow?: ResponseFacts['allow']): ResponseFacts {
  return { names: res.getHeaderNames(), field: (name) => res.getHeader(name), allow }
}
