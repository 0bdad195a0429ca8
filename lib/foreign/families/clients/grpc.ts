/** Errors of @grpc/grpc-js: a status number of google.rpc.Code with details and metadata. */
import { read } from '../../../guard/read.js'
import type { Family, ForeignError } from '../../family.js'
import { coded, passing } from '../rows.js'

// The HTTP mapping of google.rpc.Code, but for what is between us and the other side (docs/decisions/0016): CANCELLED is a 504, for the
// client is still there; RESOURCE_EXHAUSTED a 503, since the quota is ours; UNAUTHENTICATED a 502, since the credentials are.
const STATUS: readonly number[] = [500, 504, 500, 400, 504, 404, 409, 403, 503, 400, 409, 400, 501, 500, 503, 500, 502]

const RESOURCE_EXHAUSTED = 8
const UNAVAILABLE = 14

/** The family. */
export const grpc: Family = {
  name: 'gRPC',
  concerns: (error) => typeof error.code === 'number' && isCall(error),
  rows: [
    passing(coded(RESOURCE_EXHAUSTED, UNAVAILABLE)),
    {
      when: ({ code }) => STATUS[code as number] !== undefined,
      status: ({ code }) => STATUS[code as number] as number,
    },
  ],
}

function isCall(error: ForeignError): boolean {
  return typeof error.get('details') === 'string' && typeof read(error.get('metadata'), 'getMap') === 'function'
}
