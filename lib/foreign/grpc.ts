/** Errors of @grpc/grpc-js: a status number of google.rpc.Code with details and metadata. */
import { isRecord } from '../problem/read.js'
import { type Family, type ForeignError, passing } from './family.js'

// The HTTP mapping of google.rpc.Code. What the other side says about it stays inside.
const STATUS: readonly number[] = [500, 504, 500, 400, 504, 404, 409, 403, 503, 400, 409, 400, 501, 500, 503, 500, 401]

const UNAVAILABLE = 14

/** The family. */
export const grpc: Family = {
  name: 'gRPC',
  concerns: ({ code }) => typeof code === 'number',
  rows: [
    passing((error) => error.code === UNAVAILABLE && isCall(error)),
    {
      when: (error) => STATUS[error.code as number] !== undefined && isCall(error),
      status: (error) => STATUS[error.code as number] as number,
    },
  ],
}

function isCall(error: ForeignError): boolean {
  return typeof error.get('details') === 'string' && isRecord(error.get('metadata'))
}
