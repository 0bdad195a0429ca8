/** Errors of tRPC. */

import type { Family } from '../../family.js'
import { appMessageRow } from './app-message-row.js'

const STATUS: Readonly<Record<string, number>> = {
  PARSE_ERROR: 400,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  CLIENT_CLOSED_REQUEST: 400,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
}

/** The family. */
export const trpc: Family = {
  name: 'tRPC',
  isSeenThrough: false,
  names: ['TRPCError'],
  rows: [
    appMessageRow(
      ({ code }) => typeof code === 'string',
      ({ code }) => STATUS[code as string] ?? 500,
    ),
  ],
}
