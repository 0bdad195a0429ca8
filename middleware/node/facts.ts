/** Collects facts from the objects of `node:http` and `node:http2`, which Express and Koa share. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ownKeys, read } from '../../lib/guard/read.js'
import type { RequestFacts, ResponseFacts } from '../../lib/respond/facts.js'
import { ability } from './ability.js'
import { ownMethods } from './own-methods.js'

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
    this.httpVersionMajor = req.httpVersionMajor ?? 1
    this.request = request
    this.#req = req
  }

  get method(): string {
    return firstText(this.#req.method) ?? 'GET'
  }

  // Routers cut the path that they are mounted at off `url`, and middleware rewrites it. Express and Connect keep what came on their request,
  // Koa on its context. A Koa app inside of an Express app has both, and the outer one saw more.
  get url(): string {
    return firstText(read(this.#req, 'originalUrl'), read(this.request, 'originalUrl'), this.#req.url) ?? '/'
  }

  get headers(): IncomingMessage['headers'] {
    return this.#req.headers ?? {}
  }
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  return candidates.find((value): value is string => typeof value === 'string' && value !== '')
}

/** Reads the status of a response that nobody has sent yet: what was sent was no answer to the error. */
export function unsentStatus(res: ServerResponse): number | undefined {
  return res.headersSent ? undefined : res.statusCode
}

// A double may know all fields at once, or none.
function namesOfFields(res: ServerResponse): readonly string[] {
  const names = ability(res, 'getHeaderNames')?.()
  return Array.isArray(names) ? names : ownKeys(ability(res, 'getHeaders')?.())
}

/** Finds the methods of a resource. */
export interface AllowFinder {
  allow(): readonly string[] | undefined
}

/** What the core asks of a response. */
export class NodeResponseFacts implements ResponseFacts {
  readonly names: readonly string[]
  readonly #res: ServerResponse
  readonly #finder: AllowFinder

  constructor(res: ServerResponse, finder: AllowFinder) {
    const { getHeaderNames } = ownMethods(res)
    const isPlain = getHeaderNames !== undefined && res.getHeaderNames === getHeaderNames
    this.names = isPlain ? getHeaderNames.call(res) : namesOfFields(res)
    this.#res = res
    this.#finder = finder
  }

  field(name: string): unknown {
    return ability(this.#res, 'getHeader')?.(name)
  }

  allow(): readonly string[] | undefined {
    return this.#finder.allow()
  }
}
