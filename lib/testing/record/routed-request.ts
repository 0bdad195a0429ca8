/** Reads from a request, when it is answered, where it went. */
import { read } from '../../guard/read.js'
import type { Framework, HeardRequest } from './listen.js'
import type { RoutedRequest } from './routes.js'

/** Remembers how a request came, and gives what tells where it went. */
export function followRequest(framework: Framework, { req, context }: HeardRequest): () => RoutedRequest {
  const came = pathOf(read(req, 'url'))
  // A recorded app may be mounted below a path of another one.
  const base = baseOf(req)
  return () => ({
    // Now, since an app may believe a field such as X-HTTP-Method-Override.
    method: String(read(context, 'method')).toUpperCase(),
    // An app may have rewritten the path before its router saw it.
    paths: [...new Set([came, framework === 'express' ? below(base, context) : pathOf(read(context, 'path'))])],
    named: framework === 'express' ? text(read(read(context, 'route'), 'path')) : text(read(context, '_matchedRoute')),
  })
}

// Within a router, Express has taken the path of the router off the URL.
function below(base: string, req: object): string {
  return pathOf(`${baseOf(req)}${String(read(req, 'url'))}`.slice(base.length))
}

function baseOf(req: object): string {
  return text(read(req, 'baseUrl')) ?? ''
}

function pathOf(url: unknown): string {
  // RFC 9112 3.2.2: a request to a proxy has the whole URI.
  const path = String(url).replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')
  return path.split(/[?#]/, 1)[0] || '/'
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
