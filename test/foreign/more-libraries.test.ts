/** The majors before the current ones, and libraries beside those of the compiled data, by shape; test/real-errors has them as they are. */
import { expect } from 'chai'
import { databaseDetails as text } from '../../lib/foreign/families/databases/database-row.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const leaky = { url: SECRET, config: { headers: { authorization: SECRET } } }
const response = (status: number): Response => new Response(SECRET, { status, headers: { 'retry-after': '7' } })
const later = { status: 503, headers: { 'Retry-After': '7' } }

describe('toProblem(): more clients of other servers', () => {
  const openai = (key: string, members: object, message = SECRET): Error =>
    Object.assign(new Error(message), { status: undefined, headers: undefined, error: undefined, [key]: undefined }, members)
  const ofetch = (members: object, cause?: unknown): Error =>
    named('FetchError', { request: SECRET, options: {}, ...members, ...(cause !== undefined && { cause }) })
  const google = { ...leaky, config: { url: SECRET }, response: undefined, error: SECRET }

  answers([
    ...['requestID', 'request_id'].flatMap((key): Row[] => [
      [`a client with ${key} that got 401`, openai(key, { status: 401, headers: {}, error: { message: SECRET } }), 502],
      [`a client with ${key} that got 429`, openai(key, { status: 429, headers: new Headers({ 'retry-after': '7' }) }), later],
      [`a client with ${key} without an answer`, openai(key, { cause: coded('ECONNREFUSED') }, 'Connection error.'), 502],
      [`a client with ${key} that waited`, openai(key, {}, 'Request timed out.'), 504],
      [`a client with ${key} that was stopped`, openai(key, {}, 'Request was aborted.'), { status: 503, headers: WAIT }],
    ]),
    ['ofetch that got 404', ofetch({ response: response(404), status: 404, statusCode: 404 }), 502],
    ['ofetch that got 429', ofetch({ response: response(429), status: 429 }), later],
    ['ofetch without an answer', ofetch({}, new TypeError('fetch failed', { cause: coded('ECONNREFUSED') })), 502],
    ['ofetch that waited', ofetch({}, named('TimeoutError')), 504],
    ['wretch that got 404', Object.assign(new Error(SECRET), { response: response(404), status: 404, url: SECRET }), 502],
    ['a client of fetch that has no status', coded(undefined, { response: response(503) }), later],
    ['a client of fetch that writes statusCode', coded(undefined, { response: response(401), statusCode: 401 }), 502],
    ['ky without an answer', named('NetworkError', { request: new Request('http://localhost') }), 502],
    ['a body of fetch that broke off', new TypeError('terminated', { cause: coded('UND_ERR_SOCKET') }), 502],
    ['a body of fetch that took too long', new TypeError('terminated', { cause: coded('UND_ERR_BODY_TIMEOUT') }), 504],
    ['a text of got that is no JSON', named('ParseError', { code: 'ERR_BODY_PARSE_FAILURE', options: { method: 'GET' } }), 502],
    ['superagent that waited', coded('ECONNABORTED', { errno: 'ETIME', timeout: 50, response: undefined }), 504],
    [
      'a text of superagent that is no JSON',
      Object.assign(new SyntaxError(SECRET), { rawResponse: SECRET, statusCode: 404 }),
      502,
    ],
    ['request-promise', named('StatusCodeError', { statusCode: 404, response: { statusCode: 404, headers: {} } }), 502],
    ['gaxios without an answer', coded('ECONNREFUSED', google), 502],
    ['gaxios that waited', coded('ETIMEDOUT', google), 504],
    [
      'a webhook that is not from Stripe',
      coded(undefined, { type: 'StripeSignatureVerificationError', header: SECRET }),
      { status: 400, detail: 'The signature of the request is not valid.' },
    ],
  ])
})

describe('toProblem(): tokens and their keys', () => {
  const invalid = toProblem(coded('ERR_JWT_INVALID'))
  const challenged = { status: 401, headers: invalid.headers, detail: 'The access token is not valid.' }
  answers([
    [
      'a token with an algorithm that no key server has',
      coded('ERR_JOSE_NOT_SUPPORTED', {}, 'Unsupported "alg" value for a JSON Web Key Set'),
      challenged,
    ],
    ['an algorithm that this server asks for', coded('ERR_JOSE_NOT_SUPPORTED'), 500],
    [
      'a key server that failed',
      coded('ERR_JOSE_GENERIC', {}, 'Expected 200 OK from the JSON Web Key Set HTTP response'),
      { status: 503, headers: WAIT },
    ],
  ])
})

describe('toProblem(): more validators', () => {
  const fault = (pointer: string, code: string): object => ({
    pointer,
    code,
    detail: code === 'required' ? 'A value is required here.' : 'The value is not allowed here.',
  })
  const invalid = (...errors: readonly object[]): Row[2] => ({
    status: 422,
    detail: 'The request could be read, but some of its values are not allowed.',
    errors,
  })
  const ajv6 = (dataPath: string, keyword: string, params = {}): object => ({
    dataPath,
    keyword,
    params,
    message: SECRET,
    data: SECRET,
  })
  class ParseError extends Error {}
  const typebox = (...errors: readonly object[]): Error =>
    new ParseError('Parse', { cause: { source: 'Parse', errors, value: SECRET } })
  answers([
    [
      'a list of ajv 6',
      [ajv6('', 'required', { missingProperty: 'z' }), ajv6(".a['b/c'][0]", 'type')],
      invalid(fault('#/z', 'required'), fault('#/a/b~1c/0', 'type')),
    ],
    ['a list of ajv 6 with pointers', [ajv6('/a/b~1c/0', 'type')], invalid(fault('#/a/b~1c/0', 'type'))],
    ['TypeBox 1', typebox({ instancePath: '/a', keyword: 'type', params: { type: 'number' } }), invalid(fault('#/a', 'type'))],
    [
      'TypeBox 1 with names that are missing',
      typebox({ instancePath: '/a', keyword: 'required', params: { requiredProperties: ['b', 'c'] } }),
      invalid(fault('#/a/b', 'required'), fault('#/a/c', 'required')),
    ],
  ])
})

describe('toProblem(): more databases', () => {
  const unique = { status: 409, detail: text.unique }
  const retry = { status: 503, detail: text.retry, headers: { 'Retry-After': '1' } }
  const passes = { status: 503, headers: WAIT }
  const mongo = (code: number, members: object = {}): Error => named('MongoServerError', { code, ...members })
  const server = (number: number, message = SECRET): Error =>
    coded('EREQUEST', { number, class: 14, state: 1, serverName: SECRET }, message)
  const sqlite = (message: string, members: object = {}): Error => coded('SQLITE_CONSTRAINT', members, message)
  answers([
    ['a document that MongoDB does not take', mongo(121, { errInfo: SECRET }), { status: 422, detail: text.check }],
    ['a write conflict of MongoDB', mongo(112), retry],
    ['a transaction of MongoDB that may be tried again', mongo(251, { errorLabels: ['TransientTransactionError'] }), retry],
    ['the same in an older driver', mongo(251, { errorResponse: { errorLabels: ['TransientTransactionError'] } }), retry],
    ['a time limit of MongoDB', mongo(50), passes],
    ['a primary of MongoDB that steps down', mongo(189), passes],
    ['another code of MongoDB', mongo(13), 500],
    ...['BSONError', 'BSONTypeError'].flatMap((name): Row[] => [
      [
        `a text that is no ObjectId, a ${name}`,
        named(name, {}, 'input must be a 24 character hex string, 12 byte Uint8Array, or an integer'),
        { status: 400, detail: text.form },
      ],
      [`another ${name}`, named(name), 500],
    ]),
    ['a UNIQUE of sqlite3', sqlite('SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email'), unique],
    ['a UNIQUE of libSQL', sqlite(SECRET, { extendedCode: 'SQLITE_CONSTRAINT_UNIQUE' }), unique],
    ['a UNIQUE of libSQL by number', sqlite(SECRET, { rawCode: 2067 }), unique],
    [
      'a FOREIGN KEY of sqlite3',
      sqlite('SQLITE_CONSTRAINT: FOREIGN KEY constraint failed'),
      { status: 409, detail: text.reference },
    ],
    [
      'a NOT NULL of sqlite3',
      sqlite('SQLITE_CONSTRAINT: NOT NULL constraint failed: users.email'),
      { status: 422, detail: text.required },
    ],
    [
      'a constraint whose text a client wrote',
      sqlite("insert 'NOT NULL constraint failed: x' - UNIQUE constraint failed: u.e"),
      unique,
    ],
    ['a constraint that tells nothing', sqlite(SECRET), 500],
    ['a constraint without a text', Object.assign(sqlite(SECRET), { message: 7 }), 500],
    ['SQLite without a text', Object.assign(coded('SQLITE_ERROR'), { message: undefined }), 500],
    ['Node.js with a UNIQUE', coded('ERR_SQLITE_ERROR', { errcode: 2067 }), unique],
    ['Node.js with another code', coded('ERR_SQLITE_ERROR', { errcode: 1 }), 500],
    ['a database of SQLite that is busy', coded('SQLITE_BUSY_SNAPSHOT'), passes],
    ['a pool of mariadb', coded('ER_GET_CONNECTION_TIMEOUT', { sqlState: 'HY000', sql: SECRET }), passes],
    ...[2601, 2627].map((number): Row => [`SQL Server's ${number}`, server(number), unique]),
    [
      'a foreign key of SQL Server',
      server(547, `conflicted with the FOREIGN KEY constraint ${SECRET}`),
      { status: 409, detail: text.reference },
    ],
    ['a check of SQL Server', server(547, `conflicted with the CHECK constraint ${SECRET}`), { status: 422, detail: text.check }],
    ['a NULL of SQL Server', server(515), { status: 422, detail: text.required }],
    ['a text that is too long for SQL Server', server(2628), { status: 422, detail: text.value }],
    ['a value that SQL Server cannot convert', server(245), { status: 400, detail: text.form }],
    ['a deadlock of SQL Server', server(1205), retry],
    ['a statement that SQL Server does not understand', server(102), 500],
    ['a SQL Server that is not there', coded('ESOCKET', {}, `Failed to connect to ${SECRET}`), passes],
    ['a login that SQL Server refuses', coded('ELOGIN', {}, `Login failed for user '${SECRET}'.`), passes],
    ['another ESOCKET', coded('ESOCKET'), 500],
  ])

  it('keeps the number of a SQL Server error inside', () => {
    expect(JSON.stringify(toProblem(server(2627)))).not.to.contain('2627')
  })
})

describe('toProblem(): KafkaJS', () => {
  answers([
    [
      'a broker that is not there',
      named('KafkaJSConnectionError', { retriable: true, broker: SECRET }),
      { status: 503, headers: WAIT },
    ],
    ['what was tried too often', named('KafkaJSNumberOfRetriesExceeded', { retriable: false }), { status: 503, headers: WAIT }],
    ['a topic that is wrong', named('KafkaJSNonRetriableError', { retriable: false }), 500],
    ['an object with that name', { name: 'KafkaJSError', retriable: true }, 500],
  ])
})
