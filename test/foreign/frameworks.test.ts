import { answers, coded, named, type Row, SECRET } from './shaped.js'

const TEXT = 'No such plan.'
const own = (status: number): Row[2] => (status < 500 ? { status, detail: TEXT } : status)
const textOf = (status: number): string => (status < 500 ? TEXT : SECRET)
const graphql = (extensions: unknown, message = TEXT): Error => named('GraphQLError', { extensions }, message)

describe('toProblem(): errors of other frameworks', () => {
  for (const status of [400, 404, 409, 422, 500, 503]) {
    const text = textOf(status)
    answers([
      [
        'Boom',
        coded(undefined, { isBoom: true, output: { statusCode: status, headers: { Server: SECRET } } }, text),
        own(status),
      ],
      ['an error of @fastify/error', named('FastifyError', { code: SECRET, statusCode: status }, text), own(status)],
      [
        'an HttpException of Nest',
        coded(undefined, { getStatus: () => status, getResponse: () => SECRET, response: SECRET }, text),
        own(status),
      ],
      ['an error of Feathers', coded(status, { type: 'FeathersError', className: SECRET, data: SECRET }, text), own(status)],
      ['a GraphQLError with a status', graphql({ http: { status } }, text), own(status)],
    ])
  }

  answers([
    [
      'Boom with fields',
      coded(undefined, { isBoom: true, output: { statusCode: 401, headers: { 'WWW-Authenticate': 'Basic' } } }, TEXT),
      { status: 401, detail: TEXT, headers: { 'WWW-Authenticate': 'Basic' } },
    ],
    ['Boom without a status', coded(undefined, { isBoom: true, output: {} }), 500],
    [
      'an HttpException of Nest whose status throws',
      coded(undefined, {
        getResponse: () => SECRET,
        getStatus: () => {
          throw new Error(SECRET)
        },
      }),
      500,
    ],
    ['tRPC with NOT_FOUND', named('TRPCError', { code: 'NOT_FOUND' }, TEXT), own(404)],
    ['tRPC with TOO_MANY_REQUESTS', named('TRPCError', { code: 'TOO_MANY_REQUESTS' }, TEXT), own(429)],
    ['tRPC with INTERNAL_SERVER_ERROR', named('TRPCError', { code: 'INTERNAL_SERVER_ERROR' }), 500],
    ['tRPC with the message of its cause', named('TRPCError', { code: 'BAD_REQUEST', cause: new Error(SECRET) }), 400],
    ['tRPC with a text and a cause', named('TRPCError', { code: 'CONFLICT', cause: new Error(SECRET) }, TEXT), own(409)],
    [
      'an HttpException of Nest around another error',
      coded(undefined, { getStatus: () => 409, getResponse: () => SECRET, response: new Error(SECRET) }),
      409,
    ],
    ['tRPC with a name of Object', named('TRPCError', { code: 'constructor' }), 500],
    [
      'a document that GraphQL cannot parse',
      graphql({}, 'Syntax Error: Unexpected "}".'),
      { status: 400, detail: 'Syntax Error: Unexpected "}".' },
    ],
    ['a GraphQLError with FORBIDDEN', graphql({ code: 'FORBIDDEN' }), own(403)],
    ['a GraphQLError with a code of its own', graphql({ code: 'MINE' }, SECRET), 500],
    ['a GraphQLError with a code that is no text', graphql({ code: 7 }, SECRET), 500],
    ['a GraphQLError without a message', Object.assign(graphql({}), { message: 7 }), 500],
  ])
})
