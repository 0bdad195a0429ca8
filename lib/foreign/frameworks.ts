/** Errors of other frameworks: Boom, Fastify, Nest, tRPC, GraphQL, Feathers, express-openapi-validator. */
import { isRecord, itemsOf, read } from '../problem/read.js'
import { isErrorStatus, usableStatus } from '../problem/status.js'
import { allowedHeaders, messageDetail } from './exposed.js'
import type { Family, FamilyRow, ForeignError, Mark } from './family.js'
import { pointerOfPointer } from './pointer.js'
import { codeOf, faultsOf, type ValidationFault, validationOptions } from './validation.js'
import { ajvFault } from './validators.js'

const TRPC: Readonly<Record<string, number>> = {
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

// The codes of Apollo Server, and of its users by habit.
const GRAPHQL: Readonly<Record<string, number>> = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
}

/** Makes a row for errors that the app made itself with another framework's words: its message is meant for the client of a 4xx. */
function own(when: Mark, statusOf: (error: ForeignError) => unknown, headers?: FamilyRow['options']): FamilyRow {
  const status = (error: ForeignError): number => usableStatus(statusOf(error), () => undefined)
  return {
    when,
    status,
    options: (error, facts, report) => ({
      ...headers?.(error, facts, report),
      detail: status(error) < 500 ? messageDetail(error, status(error)) : undefined,
    }),
  }
}

function boomHeaders(error: ForeignError): unknown {
  return read(error.get('output'), 'headers')
}

/** The family. */
export const frameworks: Family = {
  name: 'other frameworks',
  rows: [
    own(
      (error) => error.get('isBoom') === true && isErrorStatus(read(error.get('output'), 'statusCode')),
      (error) => read(error.get('output'), 'statusCode'),
      (error, _, report) => ({ headers: allowedHeaders(error, report, boomHeaders(error)) }),
    ),
    {
      when: (error) => error.code === 'FST_ERR_VALIDATION' && Array.isArray(error.get('validation')),
      status: 400,
      options: (error) => validationOptions(fastifyFaults(error)),
    },
    own(
      (error) => error.name === 'FastifyError' && isErrorStatus(error.get('statusCode')),
      (error) => error.get('statusCode'),
    ),
    own(isNest, nestStatus),
    own(
      (error) => error.name === 'TRPCError' && typeof error.code === 'string',
      (error) => TRPC[error.code as string] ?? 500,
    ),
    own((error) => error.name === 'GraphQLError' && isRecord(error.get('extensions')), graphqlStatus),
    own(
      (error) => error.get('type') === 'FeathersError' && isErrorStatus(error.code),
      (error) => error.code,
    ),
    openApiValidator(),
  ],
}

function fastifyFaults(error: ForeignError): ValidationFault[] {
  return faultsOf(error.get('validation'), (one) => ({ in: codeOf(error.get('validationContext')), ...ajvFault(one) }))
}

function isNest(error: ForeignError): boolean {
  return error.isError && typeof error.get('getStatus') === 'function' && typeof error.get('getResponse') === 'function'
}

function nestStatus(error: ForeignError): unknown {
  try {
    return (error.get('getStatus') as () => unknown).call(error.thrown)
  } catch {
    return 500
  }
}

function graphqlStatus(error: ForeignError): unknown {
  const extensions = error.get('extensions')
  const named = read(read(extensions, 'http'), 'status')
  if (isErrorStatus(named)) return named
  // graphql-js itself has no code for a document that it cannot parse.
  if (/^Syntax Error/.test(error.text('message') ?? '')) return 400
  return GRAPHQL[String(read(extensions, 'code'))] ?? 500
}

// Its messages name the schema, not the value; its paths begin with the place in the request.
function openApiValidator(): FamilyRow {
  return {
    when: isOpenApiValidator,
    status: (error) => error.get('status') as number,
    options: (error, _, report) => {
      const status = error.get('status') as number
      const headers = allowedHeaders(error, report)
      return status === 400 ? { ...validationOptions(faultsOf(error.get('errors'), openApiFault)), headers } : { headers }
    },
  }
}

function isOpenApiValidator(error: ForeignError): boolean {
  const errors = itemsOf(error.get('errors'))
  return (
    isErrorStatus(error.get('status')) &&
    typeof error.get('path') === 'string' &&
    errors?.every((one) => typeof read(one, 'path') === 'string') === true
  )
}

function openApiFault(fault: unknown): ValidationFault {
  const [, place = 'body', rest = ''] = /^\/(body|query|params|headers|cookies)(\/.*)?$/.exec(String(read(fault, 'path'))) ?? []
  const code = codeOf(read(fault, 'errorCode'))?.replace(/\.openapi\.validation$/, '')
  if (place === 'body') return { in: 'body', pointer: pointerOfPointer(rest), code }
  const name = rest.slice(1, 200)
  if (place === 'headers') return { in: 'header', header: name, code }
  return { in: place === 'params' ? 'path' : place === 'cookies' ? 'cookie' : 'query', parameter: name, code }
}
