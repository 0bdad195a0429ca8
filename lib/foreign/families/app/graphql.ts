/** Errors of GraphQL.js, Apollo Server and GraphQL Yoga. */

import { isRecord, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError } from '../../family.js'
import { appMessageRow } from './app-message-row.js'

// The codes of Apollo Server, and of its users by habit.
const STATUS: Readonly<Record<string, number>> = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
}

/** The family. */
export const graphql: Family = {
  name: 'GraphQL',
  isSeenThrough: false,
  names: ['GraphQLError'],
  rows: [appMessageRow((error) => isRecord(error.get('extensions')), statusOf)],
}

function statusOf(error: ForeignError): unknown {
  const extensions = error.get('extensions')
  const named = read(read(extensions, 'http'), 'status')
  if (isErrorStatus(named)) return named
  // graphql-js itself has no code for a document that it cannot parse.
  if (error.message?.startsWith('Syntax Error') === true) return 400
  const code = read(extensions, 'code')
  return (typeof code === 'string' ? STATUS[code] : undefined) ?? 500
}
