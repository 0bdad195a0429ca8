/** Errors of @grpc/grpc-js: a status number of google.rpc.Code with details and metadata. */
import { read } from '../problem/read.js'
import { coded, type Family, type ForeignError, passing } from './family.js'

// The HTTP mapping of google.rpc.Code. What the other side says about it stays inside.
const STATUS: readonly number[] = [500, 504, 500, 400, 504, 404, 409, 403, 503, 400, 409, 400, 501, 500, 503, 500, 401]

const UNAVAILABLE = 14

/** The family. */
export const grpc: Family = {
  name: 'gRPC',
  concerns: (error) => typeof error.code === 'number' && isCall(error),
  rows: [
    passing(coded(UNAVAILABLE)),
    {
      when: ({ code }) => STATUS[code as number] !== undefined,
      status: ({ code }) => STATUS[code as number] as number,
    },
  ],
}

function isCall(error: ForeignError): boolean {
  return typeof error.get('details') === 'string' && typeof read(error.get('metadata'), 'getMap') === 'function'
}
