import { expect } from 'chai'
import createError from 'http-errors'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { answers, coded, named, SECRET } from './shaped.js'

/** What the marks of libraries ask for; the app may use the same words. */
const marks: readonly (readonly [library: string, members: object])[] = [
  ['axios', { isAxiosError: true, response: { status: 503 } }],
  ['undici', { code: 'UND_ERR_RESPONSE' }],
  ['got', { code: 'ERR_NON_2XX_3XX_RESPONSE', options: { method: 'GET' } }],
  ['ky', { name: 'HTTPError', request: {}, response: { status: 500 } }],
  ['OpenAI', { requestID: '7', error: {} }],
  ['Octokit', { name: 'HttpError', request: { url: '/' } }],
  ['Azure', { name: 'RestError' }],
  ['AWS', { $fault: 'server' }],
  ['Stripe', { type: 'StripeAPIError' }],
  ['gRPC', { code: 5, details: 'x', metadata: { getMap: () => ({}) } }],
  ['multer', { name: 'MulterError', code: 'LIMIT_FILE_SIZE' }],
  ['jsonwebtoken', { name: 'JsonWebTokenError' }],
  ['jose', { code: 'ERR_JWT_EXPIRED' }],
  ['koa-jwt', { name: 'UnauthorizedError', originalError: new Error(SECRET) }],
  ['express-jwt', { name: 'UnauthorizedError', inner: {} }],
  ['passport', { name: 'AuthenticationError' }],
  ['csurf', { code: 'EBADCSRFTOKEN' }],
  ['CASL', { name: 'ForbiddenError', ability: {} }],
  ['connect-timeout', { code: 'ETIMEDOUT', timeout: 5 }],
  ['zod', { name: 'ZodError', issues: [{ message: SECRET, path: [] }] }],
  ['joi', { name: 'ValidationError', details: [{ path: [], type: 'x' }] }],
  ['yup', { name: 'ValidationError', inner: [], errors: [], value: 1 }],
  ['PostgreSQL', { code: '23505', severity: 'ERROR' }],
  ['MySQL', { code: 'ER_DUP_ENTRY', sqlState: '23000' }],
  ['SQLite', { code: 'SQLITE_CONSTRAINT_UNIQUE' }],
  ['Prisma', { name: 'PrismaClientKnownRequestError', code: 'P2002' }],
  ['MongoDB', { name: 'MongoServerError', code: 11000 }],
  ['ioredis', { name: 'ReplyError', command: {} }],
  ['cockatiel', { isBrokenCircuitError: true }],
  ['p-timeout', { name: 'TimeoutError' }],
  ['Boom', { isBoom: true, output: { statusCode: 503 } }],
  ['Node', { code: 'ECONNREFUSED' }],
  ['tRPC', { name: 'TRPCError', code: 'NOT_FOUND' }],
]

describe('toProblem(): what the app made with http-errors', () => {
  for (const [library, members] of marks) {
    it(`keeps status, message and fields where its members look like ${library}`, () => {
      const headers = { 'X-Request-Id': '7', 'WWW-Authenticate': 'Basic', 'Retry-After': '9' }
      for (const status of [401, 404, 409]) {
        const problem = toProblem(Object.assign(createError(status, 'The own text.', { headers }), members))

        expect(problem).to.deep.include({ status, detail: 'The own text.', headers, extensions: {} })
      }
    })
  }
})

describe('toProblem(): errors of zlib', () => {
  it('are of the client only where the request announced a content coding', () => {
    const error = coded('Z_DATA_ERROR', { errno: -3 })

    expect(toProblem(error).status).to.equal(500)
    expect(toProblem(error, { facts: { isEncoded: true } })).to.include({
      status: 400,
      detail: 'The request body could not be decompressed.',
    })
  })
})

describe('toProblem(): errors of the app that look like those of a library', () => {
  const status = 404
  answers([
    ['a TimeoutError with a status', named('TimeoutError', { status: 408 }), { status: 408, headers: { Connection: 'close' } }],
    ['a TimeoutError with more to say', named('TimeoutError', { seat: 7 }), 500],
    ['a TimeoutError with a request of the app', named('TimeoutError', { request: { url: '/' }, status }), 404],
    ['a TimeoutError with options of the app', named('TimeoutError', { code: 'MINE', options: { ms: 5 } }), 500],
    ['a TimeoutError with meta of the app', named('TimeoutError', { meta: {}, status }), 404],
    ['an AbortError with more to say', named('AbortError', { order: 7 }), 500],
    ['a RequestError with options of the app', named('RequestError', { code: 'X', options: {}, status }), 404],
    ['a ValidationError with details of the app', named('ValidationError', { details: [{ field: SECRET }], status: 400 }), 400],
    ['a ValidationError with no details', named('ValidationError', { details: [], status: 400 }), 400],
    ['a ValidationError with inner errors of the app', named('ValidationError', { inner: [], status }), 404],
    ['a ValidationError with lists of the app', named('ValidationError', { inner: [], errors: [], status }), 404],
    ['a ValidationError with errors by name', named('ValidationError', { errors: {}, status }), 404],
    ['an Error with issues', coded(undefined, { issues: [{ message: SECRET, path: ['a'] }], status }), 404],
    ['an object with issues and more', { issues: [{ message: SECRET }], project: SECRET }, 500],
    ['an object with issues that are no faults', { issues: [{ title: SECRET }] }, 500],
    ['an object with issues whose path is a text', { issues: [{ message: SECRET, path: SECRET }] }, 500],
    ['an object without issues', { issues: [] }, 500],
    ['a ZodError without issues', named('ZodError', { issues: 7 }), 500],
    ['a list of anything', [{ property: 'a' }], 500],
    ['a list of texts', [SECRET], 500],
    ['an error with a Map of details', coded(undefined, { details: new Map([['a', { details: [SECRET] }]]), status }), 404],
    ['an error with a request id', coded(undefined, { requestID: '7', status }), 404],
    ['an error with a request id and no fields', coded(undefined, { requestID: '7', error: {}, status }), 404],
    ['an error with config and a response of the app', coded(undefined, { config: {}, response: {}, status }), 404],
    ['an HttpError with a request of Express', named('HttpError', { request: {}, status }), 404],
    ['a RestError of the app', named('RestError', { status }), 404],
    ['an error with details, metadata and a number', coded(5, { details: SECRET, metadata: {} }), 500],
    ['an error with a command that is no mail', coded('EAUTH', { command: `login ${SECRET}` }), 500],
    ['an error with a command of SMTP and another code', coded('EMINE', { command: 'CONN' }), 500],
    ['an error with a code of five letters and a severity', coded('ABCDE', { severity: 'low', status }), 404],
    ['an error with a code and a routine', coded('12', { severity: 'ERROR', status }), 404],
    ['a fetch that the app says has failed', new TypeError('fetch failed'), 500],
    ['a JSON error with the words of a pool', coded('X', {}, 'timeout exceeded when trying to connect'), 500],
    ['a KnexTimeoutError that is no Error', { name: 'KnexTimeoutError' }, 500],
    ['a TokenExpiredError of the app', named('TokenExpiredError', { expiredAt: SECRET, status: 410 }), 410],
    ['a NotBeforeError of the app', named('NotBeforeError', { date: SECRET, status }), 404],
    [
      'an AuthenticationError with a challenge of the app',
      named('AuthenticationError', { status: 401, headers: { 'WWW-Authenticate': 'Basic' } }),
      { status: 401, headers: { 'WWW-Authenticate': 'Basic' } },
    ],
    [
      'an UnauthorizedError with a Basic challenge',
      named('UnauthorizedError', { status: 401, headers: { 'WWW-Authenticate': 'Basic' } }),
      { status: 401, headers: { 'WWW-Authenticate': 'Basic' } },
    ],
    ['an UnauthorizedError without fields', named('UnauthorizedError', { status: 401, inner: {} }), 401],
    ['a CSRF code with a text of the app', coded('EBADCSRFTOKEN', { status: 403 }), 403],
    ['a ForbiddenError with an ability of the app', named('ForbiddenError', { ability: 'fly', status: 403 }), 403],
    ['the words of cors with a status', Object.assign(new Error('Not allowed by CORS'), { status }), 404],
    ['an object with points', { msBeforeNext: 5, remainingPoints: 5 }, 500],
    ['a StrictModeError of the app', named('StrictModeError', { status }), 404],
    ['a CastError of the app', named('CastError', { kind: 'x', status }), 404],
    ['a DocumentNotFoundError of the app', named('DocumentNotFoundError', { status }), 404],
    ['a VersionError of the app', named('VersionError', { status: 412 }), 412],
    ['a CastError that is a text', named('CastError', { kind: 7 }), 500],
    ['an error with errors and a path', named('Mine', { errors: [], path: '/', status }), 404],
    ['a Not Found with errors of the app', named('Not Found', { errors: [SECRET], path: '/', status }), 404],
    ['a Not Found without a path', named('Not Found', { errors: [], status }), 404],
    ['a Not Found without a list', named('Not Found', { path: '/', status }), 404],
    ['a Not Found without a status', named('Not Found', { path: '/', errors: [] }), 500],
    ['an error with failures of the app', coded(undefined, { failures: () => [], path: '/', status }), 404],
    ['an error with failures and a path', coded(undefined, { failures: () => [], path: [], status }), 404],
    ['an error whose error has a path', coded(undefined, { error: { path: SECRET }, status }), 404],
    ['an object with array() alone', { array: () => [], status }, 404],
    ['an object with array() and mapped()', { array: () => [], mapped: () => [], status }, 404],
    ['a ValidationError with a list of texts', named('ValidationError', { errors: [SECRET], status: 422 }), 422],
    ['a ValidationError that has only a list of texts', named('ValidationError', { errors: [SECRET] }), 500],
    ['an error with a code of Prisma', coded('P2002', { status }), 404],
    ['an error with a code of Prisma and no status', coded('P2002', { meta: { target: [SECRET] } }), 500],
    ['an error with a number of MongoDB', coded(11000, { keyValue: { email: SECRET }, status }), 404],
    ['an error with a number of MongoDB and no status', coded(11000, { keyPattern: { email: 1 } }), 500],
    ['a type of body-parser without its status', coded(undefined, { type: 'entity.too.large' }), 500],
    ['a type of body-parser with a status of the app', coded(undefined, { type: 'entity.too.large', status: 507 }), 507],
    ['an output of the app', coded(undefined, { output: { statusCode: 409, payload: { message: SECRET } }, status }), 404],
    ['an output alone', coded(undefined, { output: { statusCode: 409 } }), 500],
    ['a response of the app', coded(undefined, { response: { status: 500, body: SECRET }, status }), 404],
    ['a status beside a response of another one', coded(undefined, { response: { status: 500 }, request: {}, status }), 404],
    ['a status beside a fetched response', coded(undefined, { response: new Response(SECRET, { status: 500 }), status }), 404],
    [
      'a statusCode beside a fetched response',
      coded(undefined, { response: new Response(SECRET, { status: 500 }), statusCode: 410 }),
      410,
    ],
    ['a TypeError that something was terminated', new TypeError('terminated', { cause: coded('MINE') }), 500],
    ['a NetworkError of the app', named('NetworkError', { request: { url: SECRET }, status }), 404],
    ['a FetchError of the app', named('FetchError', { status }), 404],
    ['a SyntaxError of the app', Object.assign(new SyntaxError(SECRET), { status }), 404],
    ['a StatusCodeError of the app', named('StatusCodeError', { statusCode: 404 }), 404],
    ['ECONNABORTED of the app', coded('ECONNABORTED', { status }), 404],
    [
      'a requestID, an error and headers with a status that is none',
      coded(undefined, { requestID: SECRET, error: SECRET, headers: {}, status: 200 }),
      500,
    ],
    ['a BSONError of the app', named('BSONError', { status }), 404],
    ['a number, a class and no state', coded('EMINE', { number: 2627, class: 14, status }), 404],
    ['an entity class alone', coded(undefined, { entityClass: SECRET, status }), 404],
    ['a cause with a source', Object.assign(new Error(SECRET, { cause: { source: SECRET, errors: [SECRET] } }), { status }), 404],
    ['a code of SQLite of the app', coded('SQLITE_MINE', { status }), 404],
    ['ECONNREFUSED with a status of the app', coded('ECONNREFUSED', { status: 424 }), 424],
    ['a Response that was made here', new Response(SECRET, { status }), 404],
    ['a response of the app that is a text', coded(undefined, { response: SECRET, request: {}, status }), 404],
  ])
})
