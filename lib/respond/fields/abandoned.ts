/** Which header fields go with the response that is not sent any more. */
import { bodyFields } from '../../problem/headers.js'
import type { ResponseFacts } from '../facts.js'
import type { Settings } from '../settings.js'

/** The fields that we write ourselves, with the body that is sent. */
export const ourFields: ReadonlySet<string> = new Set([...bodyFields, 'cache-control'])

/** Lists the fields that describe the representation that is not sent any more, where an error with a status is sent instead. */
export function abandonedFields<Request>(
  response: ResponseFacts,
  { keepHeaders }: Settings<Request>,
  status: number,
): readonly string[] {
  return response.names.filter(
    (name) =>
      isAbandoned(name) &&
      (ourFields.has(name) || !keepHeaders.has(name)) &&
      !(status === 416 && name === 'content-range' && isSize(response.field(name))),
  )
}

// RFC 9110 15.5.17: a 416 says how much there is, as `bytes */47022`.
function isSize(value: unknown): boolean {
  return typeof value === 'string' && /^[\w-]+ \*\/\d+$/.test(value)
}

// RFC 9110 8: these describe the representation that is not sent any more, or tell caches and proxies what to do with it. Fields about the
// connection, the client, CORS and cookies stay.
const ABANDONED: ReadonlySet<string> = new Set([
  'accept-ranges',
  'age',
  'cache-control',
  'delta-base',
  'digest',
  'etag',
  'expires',
  'im',
  'last-modified',
  'location',
  'memento-datetime',
  'pragma',
  'refresh',
  'repr-digest',
  'signature',
  'signature-input',
  'sourcemap',
  'surrogate-control',
  'trailer',
  'transfer-encoding',
  'x-lighttpd-send-file',
  'x-sendfile',
  'x-sourcemap',
])

// RFC 9213: CDN-Cache-Control and its siblings override Cache-Control. nginx sends another file where it finds X-Accel-Redirect.
const ABANDONED_FAMILY = /^content-(?!security-policy)|-cache-control$|^x-accel-/

function isAbandoned(name: string): boolean {
  return ABANDONED.has(name) || ABANDONED_FAMILY.test(name)
}
