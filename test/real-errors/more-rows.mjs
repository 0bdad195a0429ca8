/**
 * Our own rows, beside the compiled ones: the majors before the current ones, other libraries, and what the app makes of an error. Each field
 * of `deserves.headers` is a pattern; `faults` are the places that a validator's problem must name.
 */

import { newerRows } from './newer-rows.mjs'

const WAIT = { 'Retry-After': '^\\d{1,6}$' }
// RFC 6750 3.1
const NO_CODE = { 'WWW-Authenticate': '^Bearer(?!.*error=)' }
const MALFORMED = { 'WWW-Authenticate': '^Bearer\\b.*\\berror="invalid_request"' }
const CHALLENGE = { 'WWW-Authenticate': '^Bearer\\b.*\\berror="invalid_token"' }

// What a row deserves, how its error is told from another one, and what provokes it.
const rows = {
  // Clients of other servers
  'axios-0/404': [
    502,
    (e) => e.isAxiosError && e.response.status === 404,
    (h) => h.upstream(resp(404, json, '{"pw":"hunter2"}'), (u) => h.thrown(() => require('axios-0').get(u))),
  ],
  'axios-0/timeout': [
    504,
    (e) => e.isAxiosError && e.code === 'ECONNABORTED',
    (h) =>
      h.upstream(
        () => {},
        (u) => h.thrown(() => require('axios-0').get(u, { timeout: 50 })),
      ),
  ],
  'axios/createError(404)': [
    404,
    (e) => e.isAxiosError && e.expose === true && e.statusCode === 404,
    (h) =>
      h.upstream(resp(404, json, '{"pw":"hunter2"}'), (u) =>
        h.thrown(async () => {
          try {
            await require('axios').get(u)
          } catch (e) {
            throw require('http-errors')(404, e)
          }
        }),
      ),
  ],
  'axios/cause': [
    502,
    (e) => e.cause?.isAxiosError && e.response === undefined,
    (h) =>
      h.upstream(resp(401, { 'www-authenticate': 'Basic realm="s3cret"' }, 'x'), (u) =>
        h.thrown(async () => {
          try {
            await require('axios').get(u)
          } catch (cause) {
            throw new Error('no prices from db-17.internal', { cause })
          }
        }),
      ),
  ],
  'got-11/404': [
    502,
    (e) => e.code === 'ERR_NON_2XX_3XX_RESPONSE',
    (h) => h.upstream(resp(404, {}, 'hunter2'), (u) => h.thrown(() => require('got-11')(u, { retry: 0 }))),
  ],
  'got-11/ParseError': [
    502,
    (e) => e.code === 'ERR_BODY_PARSE_FAILURE',
    (h) => h.upstream(resp(200, json, '{"pw":"hunter2'), (u) => h.thrown(() => require('got-11')(u, { retry: 0 }).json())),
  ],
  'ky-2/404': [
    502,
    (e) => e.name === 'HTTPError',
    (h) => h.upstream(resp(404, {}, 'hunter2'), (u) => h.thrown(async () => (await import('ky-2')).default(u, { retry: 0 }))),
  ],
  'ky-2/NetworkError': [
    502,
    (e) => e.name === 'NetworkError',
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(async () => (await import('ky-2')).default(`http://127.0.0.1:${port}`, { retry: 0 }))
    },
  ],
  'node-fetch-2/ECONNREFUSED': [
    502,
    (e) => e.name === 'FetchError' && e.code === 'ECONNREFUSED',
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(() => require('node-fetch-2')(`http://127.0.0.1:${port}`))
    },
  ],
  'node-fetch-2/invalid-json': [
    502,
    (e) => e.name === 'FetchError' && e.type === 'invalid-json',
    (h) => h.upstream(resp(200, json, '{"pw":"hunter2'), (u) => h.thrown(async () => (await require('node-fetch-2')(u)).json())),
  ],
  'undici-6/HeadersTimeoutError': [
    504,
    (e) => e.code === 'UND_ERR_HEADERS_TIMEOUT',
    (h) =>
      h.upstream(
        () => {},
        (u) => h.thrown(() => require('undici-6').request(u, { headersTimeout: 50 })),
      ),
  ],
  'undici-6/terminated': [
    502,
    (e) => e.name === 'TypeError' && e.message === 'terminated',
    (h) =>
      h.tcpServer(
        (c) => c.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nx'),
        (port) => h.thrown(async () => (await require('undici-6').fetch(`http://127.0.0.1:${port}`)).text()),
      ),
  ],
  'superagent-8/timeout': [
    504,
    (e) => e.errno === 'ETIME',
    (h) =>
      h.upstream(
        () => {},
        (u) => h.thrown(() => require('superagent-8').get(u).timeout(50)),
      ),
  ],
  'superagent-8/bad-json': [
    502,
    (e) => e.rawResponse !== undefined,
    (h) => h.upstream(resp(404, json, '{"pw":"hunter2'), (u) => h.thrown(() => require('superagent-8').get(u))),
  ],
  'octokit-8/RequestError': [
    502,
    (e) => e.name === 'HttpError' && e.status === 404,
    (h) =>
      h.upstream(resp(404, json, '{"message":"Not Found"}'), (u) =>
        h.thrown(() => require('octokit-8').request('GET /x', { baseUrl: u })),
      ),
  ],
  'gaxios-6/ECONNREFUSED': [
    502,
    (e) => e.code === 'ECONNREFUSED' && e.config !== undefined,
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(() => require('gaxios-6').request({ url: `http://127.0.0.1:${port}/s3cret`, retry: false }))
    },
  ],
  'ofetch/404': [
    502,
    (e) => e.name === 'FetchError' && e.statusCode === 404,
    (h) =>
      h.upstream(resp(404, json, '{"pw":"hunter2"}'), (u) =>
        h.thrown(async () => (await import('ofetch')).ofetch(u, { retry: 0 })),
      ),
  ],
  'ofetch/429': [
    503,
    (e) => e.name === 'FetchError' && e.statusCode === 429,
    (h) =>
      h.upstream(resp(429, { 'retry-after': '9' }, '{}'), (u) =>
        h.thrown(async () => (await import('ofetch')).ofetch(u, { retry: 0 })),
      ),
    { 'Retry-After': '^9$' },
  ],
  'ofetch/ECONNREFUSED': [
    502,
    (e) => e.name === 'FetchError' && e.response === undefined,
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(async () => (await import('ofetch')).ofetch(`http://127.0.0.1:${port}`, { retry: 0 }))
    },
  ],
  'wretch/404': [
    502,
    (e) => e.status === 404 && e.url !== undefined,
    (h) =>
      h.upstream(resp(404, json, '{"pw":"hunter2"}'), (u) =>
        h.thrown(async () => (await import('wretch')).default(u).get().json()),
      ),
  ],
  'openai-4/401': [
    502,
    (e) => e.status === 401 && 'request_id' in e,
    (h) =>
      h.upstream(resp(401, json, '{"error":{"message":"Incorrect API key sk-hunter2"}}'), (u) =>
        h.thrown(() => {
          const { OpenAI } = require('openai-4')
          return new OpenAI({ apiKey: 'sk-s3cret', baseURL: u, maxRetries: 0 }).models.list()
        }),
      ),
  ],
  'openai-4/429': [
    503,
    (e) => e.status === 429 && 'request_id' in e,
    (h) =>
      h.upstream(resp(429, { ...json, 'retry-after': '9' }, '{"error":{"message":"quota of org-s3cret"}}'), (u) =>
        h.thrown(() => {
          const { OpenAI } = require('openai-4')
          return new OpenAI({ apiKey: 'sk-s3cret', baseURL: u, maxRetries: 0 }).models.list()
        }),
      ),
    { 'Retry-After': '^9$' },
  ],
  'openai/timeout': [
    504,
    (e) => e.message === 'Request timed out.',
    (h) =>
      h.upstream(
        () => {},
        (u) =>
          h.thrown(() => {
            const { OpenAI } = require('openai')
            return new OpenAI({ apiKey: 'sk-s3cret', baseURL: u, maxRetries: 0, timeout: 50 }).models.list()
          }),
      ),
  ],
  'openai/ECONNREFUSED': [
    502,
    (e) => e.message === 'Connection error.',
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(() => {
        const { OpenAI } = require('openai')
        return new OpenAI({ apiKey: 'sk-s3cret', baseURL: `http://127.0.0.1:${port}`, maxRetries: 0 }).models.list()
      })
    },
  ],
  '@anthropic-ai/sdk/401': [
    502,
    (e) => e.status === 401 && 'requestID' in e,
    (h) =>
      h.upstream(resp(401, json, '{"error":{"message":"invalid x-api-key"}}'), (u) =>
        h.thrown(() => {
          const { Anthropic } = require('@anthropic-ai/sdk')
          return new Anthropic({ apiKey: 'sk-s3cret', baseURL: u, maxRetries: 0 }).models.list()
        }),
      ),
  ],
  '@anthropic-ai/sdk/aborted': [
    503,
    (e) => e.message === 'Request was aborted.',
    (h) =>
      h.upstream(
        () => {},
        (u) =>
          h.thrown(() => {
            const { Anthropic } = require('@anthropic-ai/sdk')
            return new Anthropic({ apiKey: 'sk-s3cret', baseURL: u, maxRetries: 0 }).models.list(
              {},
              { signal: AbortSignal.timeout(50) },
            )
          }),
      ),
    WAIT,
  ],
  'stripe-14/StripeCardError': [
    402,
    (e) => e.type === 'StripeCardError',
    (h) =>
      h.upstream(
        resp(402, json, '{"error":{"type":"card_error","code":"card_declined","message":"Your card of q@x.y was declined."}}'),
        (_u, port) =>
          h.thrown(() =>
            new (require('stripe-14'))('sk_test_s3cret', {
              host: '127.0.0.1',
              port,
              protocol: 'http',
              maxNetworkRetries: 0,
            }).charges.create({ amount: 1, currency: 'usd' }),
          ),
      ),
  ],
  'stripe/StripeSignatureVerificationError': [
    400,
    (e) => e.type === 'StripeSignatureVerificationError',
    (h) =>
      h.thrown(() => {
        const S = require('stripe')
        const Stripe = S.default ?? S.Stripe ?? S
        return new Stripe('sk_test_s3cret').webhooks.constructEvent('{"pw":"hunter2"}', 't=1,v1=abc', 'whsec_s3cret')
      }),
  ],
  'elastic-8/ResponseError': [
    502,
    (e) => e.name === 'ResponseError',
    (h) =>
      h.upstream(resp(404, { ...json, 'x-elastic-product': 'Elasticsearch' }, '{"error":"hunter2"}'), (u) =>
        h.thrown(() => new (require('elastic-8').Client)({ node: u, maxRetries: 0 }).get({ index: 'a', id: '1' })),
      ),
  ],
  'opensearch/ConnectionError': [
    502,
    (e) => e.name === 'ConnectionError',
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(() =>
        new (require('@opensearch-project/opensearch').Client)({ node: `http://127.0.0.1:${port}`, maxRetries: 0 }).get({
          index: 'a',
          id: '1',
        }),
      )
    },
  ],
  'grpc/RESOURCE_EXHAUSTED': [503, (e) => e.code === 8, (h) => globalThis.grpcRun(h, 8), WAIT],
  'grpc/UNAUTHENTICATED': [502, (e) => e.code === 16, (h) => globalThis.grpcRun(h, 16)],
  'grpc/CANCELLED': [504, (e) => e.code === 1, (h) => globalThis.grpcRun(h, 1)],
  'grpc/DEADLINE_EXCEEDED': [504, (e) => e.code === 4, (h) => globalThis.grpcRun(h, 4)],

  // Middleware and tokens
  'express-4/bad-json': [
    400,
    (e) => e.type === 'entity.parse.failed',
    (h) => h.viaExpress((a) => a.use(require('express-4').json()), { method: 'POST', headers: json, body: '{"pw":"hunter2' }),
  ],
  'multer-1/LIMIT_FILE_SIZE': [
    413,
    (e) => e.code === 'LIMIT_FILE_SIZE',
    (h) =>
      h.viaExpress((a) => a.use(require('multer-1')({ limits: { fileSize: 4 } }).any()), {
        method: 'POST',
        ...h.multipart([{ name: 'f', filename: 's3cret.txt', value: 'hunter2hunter2' }]),
      }),
  ],
  'express-jwt-7/invalid_token': [
    401,
    (e) => e.name === 'UnauthorizedError' && e.inner !== undefined,
    (h) =>
      h.viaExpress((a) => a.use(require('express-jwt-7').expressjwt({ secret: 's3cret', algorithms: ['HS256'] })), {
        headers: { authorization: 'Bearer hunter2.y.z' },
      }),
    CHALLENGE,
  ],
  'jose-5/JWTExpired': [
    401,
    (e) => e.code === 'ERR_JWT_EXPIRED',
    async (h) => {
      const j = await import('jose-5')
      const k = new TextEncoder().encode('0123456789abcdef0123456789abcdef')
      const t = await new j.SignJWT({ pw: 'hunter2' }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(1).sign(k)
      return h.thrown(() => j.jwtVerify(t, k))
    },
    CHALLENGE,
  ],
  'jose/unsupported-alg-of-token': [
    401,
    (e) => e.code === 'ERR_JOSE_NOT_SUPPORTED',
    (h) =>
      h.upstream(resp(200, json, '{"keys":[]}'), async (u) => {
        const j = await import('jose')
        const t = await new j.SignJWT({})
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode('0123456789abcdef0123456789abcdef'))
        return h.thrown(() => j.jwtVerify(t, j.createRemoteJWKSet(new URL(u))))
      }),
    CHALLENGE,
    '-',
  ],
  'jose/key-server-500': [
    503,
    (e) => e.code === 'ERR_JOSE_GENERIC',
    (h) =>
      h.upstream(resp(500, json, 'x'), async (u) => {
        const j = await import('jose')
        const t = await new j.SignJWT({}).setProtectedHeader({ alg: 'RS256' }).sign((await j.generateKeyPair('RS256')).privateKey)
        return h.thrown(() => j.jwtVerify(t, j.createRemoteJWKSet(new URL(u))))
      }),
    WAIT,
  ],

  // Validators
  'ajv-6/errors': [
    422,
    (e) => Array.isArray(e) && typeof e[0].dataPath === 'string',
    (h) =>
      h.thrown(() => {
        const check = new (require('ajv-6'))({ allErrors: true }).compile({
          type: 'object',
          required: ['z'],
          properties: { a: { type: 'number' }, 'b/c': { items: { type: 'number' } } },
        })
        check({ a: 'hunter2', 'b/c': ['s3cret'] })
        throw check.errors
      }),
    ['#/z', '#/a', '#/b~1c/0'],
  ],
  'ajv-6/ValidationError': [
    422,
    (e) => e.ajv === true && typeof e.errors[0].dataPath === 'string',
    (h) =>
      h.thrown(() =>
        new (require('ajv-6'))({ jsonPointers: true }).compile({
          $async: true,
          type: 'object',
          properties: { a: { type: 'number' } },
        })({ a: 'hunter2' }),
      ),
    ['#/a'],
    '-',
  ],
  'ajv-errors/errorMessage': [
    422,
    (e) => Array.isArray(e) && e.every(({ keyword }) => keyword === 'errorMessage'),
    (h) =>
      h.thrown(() => {
        const ajv = new (require('ajv'))({ allErrors: true })
        require('ajv-errors')(ajv)
        const check = ajv.compile({
          type: 'object',
          required: ['z'],
          properties: { a: { type: 'number' }, b: { properties: { c: { maxLength: 1 } } } },
          errorMessage: { required: { z: 'Where is z?' }, properties: { a: `Not a number: \${/a}`, b: `Too long: \${/b/c}` } },
        })
        check({ a: 'hunter2', b: { c: 's3cret' } })
        throw check.errors
      }),
    ['#/a', '#/b/c', '#/z'],
    '-',
  ],
  'express-validator-6/result.throw': [
    400,
    (e) => typeof e.mapped === 'function' && e.errors.every(({ param }) => typeof param === 'string'),
    (h) => {
      const { body, param, validationResult } = require('express-validator-6')
      const checks = [body('user.name').isInt(), body('lines[0].b').exists(), param('id').isUUID()]
      return h.viaExpress((a) => a.post('/:id', express.json(), checks, (q) => validationResult(q).throw()), {
        method: 'POST',
        path: '/s3cret',
        headers: json,
        body: '{"user":{"name":"hunter2"},"lines":[{}]}',
      })
    },
    ['#/user/name', '#/lines/0/b', 'id'],
    '-',
  ],
  'express-validator-6/oneOf': [
    422,
    (e) => e.errors.length === 1 && e.errors[0].nestedErrors.length === 2,
    (h) => {
      const { body, oneOf, validationResult } = require('express-validator-6')
      const checks = oneOf([body('mail').isEmail(), body('phone').isInt()])
      return h.viaExpress((a) => a.post('/', express.json(), checks, (q) => validationResult(q).throw()), {
        method: 'POST',
        headers: json,
        body: '{"mail":"hunter2","phone":"s3cret"}',
      })
    },
    ['#/mail', '#/phone'],
    '-',
  ],
  'joi-17/ValidationError': [
    422,
    (e) => e.name === 'ValidationError',
    (h) =>
      h.thrown(() => {
        const J = require('joi-17')
        return J.attempt({ a: 'hunter2' }, J.object({ a: J.number() }))
      }),
    ['#/a'],
  ],
  'typebox/ParseError': [
    422,
    (e) => e.cause?.source === 'Parse',
    (h) =>
      h.thrown(async () => {
        const { Value } = await import('typebox/value')
        const { Type } = await import('typebox')
        return Value.Parse(Type.Object({ a: Type.Object({ b: Type.Number() }), c: Type.String() }), {
          a: { b: 'hunter2' },
          c: 'x',
        })
      }),
    ['#/a/b'],
    '-',
  ],
  'typebox/required': [
    422,
    (e) => e.cause?.source === 'Assert',
    (h) =>
      h.thrown(async () => {
        const { Value } = await import('typebox/value')
        const { Type } = await import('typebox')
        return Value.Assert(Type.Object({ a: Type.Number(), b: Type.Number() }), { x: 'hunter2' })
      }),
    ['#/a', '#/b'],
    '-',
  ],
  'yup-0/ValidationError': [
    422,
    (e) => e.name === 'ValidationError',
    (h) =>
      h.thrown(() => {
        const y = require('yup-0')
        return y.object({ a: y.number() }).validate({ a: 'hunter2' }, { abortEarly: false })
      }),
    ['#/a'],
  ],
  'zod/parts of a request': [
    400,
    (e) => e.name === 'ZodError' && e.issues.every(({ path }) => path[0] === 'body' || path[0] === 'params'),
    (h) => {
      const { z } = require('zod')
      const schema = z.object({
        body: z.object({ a: z.object({ b: z.number() }), c: z.string() }),
        params: z.object({ id: z.uuid() }),
      })
      return h.viaExpress((a) => a.post('/:id', express.json(), ({ body, params }) => schema.parse({ body, params })), {
        method: 'POST',
        path: '/s3cret',
        headers: json,
        body: '{"a":{"b":"hunter2"}}',
      })
    },
    ['#/a/b', '#/c', 'id'],
    '-',
  ],
  'zod-3/ZodError': [
    422,
    (e) => e.name === 'ZodError',
    (h) =>
      h.thrown(() => {
        const { z } = require('zod-3')
        return z.object({ a: z.object({ b: z.enum(['x']) }) }).parse({ a: { b: 'hunter2' } })
      }),
    ['#/a/b'],
  ],

  // Databases, caches and brokers
  'ioredis-4/WRONGTYPE': [
    500,
    (e) => e.name === 'ReplyError',
    (h) =>
      h.tcpServer(
        (c) => c.on('data', () => c.write('-WRONGTYPE Operation against a key\r\n')),
        async (port) => {
          const c = new (require('ioredis-4'))({ port, host: '127.0.0.1', enableReadyCheck: false })
          c.on('error', () => {})
          try {
            return await h.thrown(() => c.set('k', 's3cret'))
          } finally {
            c.disconnect()
          }
        },
      ),
  ],
  'redis-5/OOM': [
    503,
    (e) => e.message.startsWith('OOM'),
    (h) =>
      h.tcpServer(
        (c) => c.on('data', () => c.write('-OOM command not allowed when used memory > maxmemory.\r\n')),
        async (port) => {
          const c = require('redis-5').createClient({ RESP: 2, disableClientInfo: true, socket: { port, host: '127.0.0.1' } })
          c.on('error', () => {})
          await c.connect()
          try {
            return await h.thrown(() => c.get('s3cret'))
          } finally {
            c.destroy()
          }
        },
      ),
    WAIT,
  ],
  'redis-5/closed': [
    503,
    (e) => e.message === 'The client is closed',
    (h) => {
      const c = require('redis-5').createClient()
      c.on('error', () => {})
      return h.thrown(() => c.get('s3cret'))
    },
    WAIT,
  ],
  'mongodb-6/BSONError': [
    400,
    (e) => e.name === 'BSONError',
    (h) => h.thrown(() => new (require('mongodb-6').ObjectId)('hunter2')),
    undefined,
    '-',
  ],
  'mongodb/BSONError': [
    400,
    (e) => e.name === 'BSONError',
    (h) => h.thrown(() => new (require('mongodb').ObjectId)('hunter2')),
    undefined,
    '-',
  ],
  'mongodb/121': [
    422,
    (e) => e.code === 121,
    (h) =>
      h.thrown(() => {
        const { MongoServerError } = require('mongodb')
        throw new MongoServerError({ message: 'Document failed validation', code: 121, errInfo: { pw: 'hunter2 s3cret' } })
      }),
  ],
  'mongodb/TransientTransactionError': [
    503,
    (e) => e.code === 112,
    (h) =>
      h.thrown(() => {
        const { MongoServerError } = require('mongodb')
        throw new MongoServerError({
          message: 'WriteConflict in shop.users_s3cret',
          code: 112,
          errorLabels: ['TransientTransactionError'],
        })
      }),
    { 'Retry-After': '^[01]$' },
  ],
  'mongoose-8/ValidationError': [
    422,
    (e) => e.name === 'ValidationError',
    (h) =>
      h.thrown(() => {
        const m = require('mongoose-8')
        return new (m.model('Row', new m.Schema({ a: Number })))({ a: 'hunter2 s3cret' }).validate()
      }),
    ['#/a'],
  ],
  'mariadb/pool-timeout': [
    503,
    (e) => e.code === 'ER_GET_CONNECTION_TIMEOUT',
    async (h) => {
      const port = await h.closedPort()
      const pool = require('mariadb').createPool({
        host: '127.0.0.1',
        port,
        acquireTimeout: 200,
        connectTimeout: 100,
        initializationTimeout: 100,
      })
      try {
        return await h.thrown(() => pool.query('select s3cret'))
      } finally {
        await pool.end().catch(() => {})
      }
    },
    WAIT,
  ],
  'mysql/ECONNREFUSED': [
    503,
    (e) => e.code === 'ECONNREFUSED' && e.fatal,
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(
        () => new Promise((_, fail) => require('mysql').createConnection({ host: '127.0.0.1', port }).connect(fail)),
      )
    },
    WAIT,
  ],
  'postgres/23505': [
    409,
    (e) => e.code === '23505' && e.name === 'PostgresError',
    async (h) => {
      const { url } = await h.pgUrl()
      const sql = (await import('postgres')).default(url, { max: 1, onnotice: () => {} })
      try {
        return await h.thrown(async () => {
          await sql`create temp table postgres_js (email text unique)`
          await sql`insert into postgres_js values (${'q@x.y'})`
          await sql`insert into postgres_js values (${'q@x.y'})`
        })
      } finally {
        await sql.end({ timeout: 0 })
      }
    },
  ],
  'postgres/22021': [
    400,
    (e) => e.code === '22021' && e.name === 'PostgresError',
    async (h) => {
      const { url } = await h.pgUrl()
      const sql = (await import('postgres')).default(url, { max: 1, onnotice: () => {} })
      try {
        return await h.thrown(() => sql`select ${'ann\0@example.com'}::text`)
      } finally {
        await sql.end({ timeout: 0 })
      }
    },
  ],
  'postgres/2201X': [
    422,
    (e) => e.code === '2201X' && e.name === 'PostgresError',
    async (h) => {
      const { url } = await h.pgUrl()
      const sql = (await import('postgres')).default(url, { max: 1, onnotice: () => {} })
      try {
        return await h.thrown(() => sql`select 1 offset ${-10}`)
      } finally {
        await sql.end({ timeout: 0 })
      }
    },
  ],
  'drizzle/sqlite': [
    409,
    (e) => e.query !== undefined && e.cause.code === 'SQLITE_CONSTRAINT_UNIQUE',
    (h) =>
      h.thrown(async () => {
        const { DrizzleQueryError } = await import('drizzle-orm/errors')
        const { SqliteError } = require('better-sqlite3')
        throw new DrizzleQueryError(
          'insert into users values (?)',
          ['q@x.y'],
          new SqliteError('UNIQUE constraint failed: users.email', 'SQLITE_CONSTRAINT_UNIQUE'),
        )
      }),
  ],
  '@libsql/client/UNIQUE': [
    409,
    (e) => e.code === 'SQLITE_CONSTRAINT',
    (h) =>
      h.upstream(
        resp(
          200,
          json,
          '{"baton":null,"results":[{"type":"error","error":{"message":"SQLite error: UNIQUE constraint failed: users.email","code":"SQLITE_CONSTRAINT"}},{"type":"ok","response":{"type":"close"}}]}',
        ),
        (u) => h.thrown(() => require('@libsql/client/http').createClient({ url: u }).execute('insert into users values (1)')),
      ),
  ],
  'tedious/ESOCKET': [
    503,
    (e) => e.code === 'ESOCKET',
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(
        () =>
          new Promise((_, fail) =>
            new (require('tedious').Connection)({
              server: '127.0.0.1',
              options: { port, encrypt: false },
              authentication: { type: 'default', options: { userName: 'a', password: 's3cret' } },
            }).connect(fail),
          ),
      )
    },
    WAIT,
  ],
  'tedious/2627': [
    409,
    (e) => e.number === 2627,
    (h) =>
      h.thrown(() => {
        throw Object.assign(
          new (require('tedious').RequestError)(
            "Violation of UNIQUE KEY constraint 'UQ_users'. The duplicate key value is (q@x.y).",
            'EREQUEST',
          ),
          { number: 2627, state: 1, class: 14, serverName: 'db-17', procName: '', lineNumber: 1 },
        )
      }),
  ],
  'kafkajs/ECONNREFUSED': [
    503,
    (e) => e.name === 'KafkaJSNumberOfRetriesExceeded',
    async (h) => {
      const port = await h.closedPort()
      const { Kafka, logLevel } = require('kafkajs')
      return h.thrown(() =>
        new Kafka({ brokers: [`127.0.0.1:${port}`], retry: { retries: 0 }, logLevel: logLevel.NOTHING }).producer().connect(),
      )
    },
    WAIT,
  ],

  // Whose fault it is: a status on the response, responses that are thrown, what a request holds in the place of a token
  'lusca/csrf': [
    403,
    (e) => e.message === 'CSRF token missing' && e.status === undefined,
    (h) =>
      h.viaExpress(
        (a) => {
          a.use((req, _res, next) => {
            req.session = {}
            next()
          })
          a.use(require('lusca').csrf())
        },
        { method: 'POST' },
      ),
  ],
  'express-jwt/credentials_bad_scheme': [
    401,
    (e) => e.code === 'credentials_bad_scheme',
    (h) =>
      h.viaExpress((a) => a.use(require('express-jwt').expressjwt({ secret: 's', algorithms: ['HS256'] })), {
        headers: { authorization: 'Basic aHVudGVyMjpodW50ZXIy' },
      }),
    NO_CODE,
  ],
  'express-jwt/credentials_bad_format': [
    401,
    (e) => e.code === 'credentials_bad_format',
    (h) =>
      h.viaExpress((a) => a.use(require('express-jwt').expressjwt({ secret: 's', algorithms: ['HS256'] })), {
        headers: { authorization: 'aHVudGVyMjpodW50ZXIy' },
      }),
    MALFORMED,
  ],
  'express-jwt-7/credentials_bad_format': [
    401,
    (e) => e.code === 'credentials_bad_format',
    (h) =>
      h.viaExpress((a) => a.use(require('express-jwt-7').expressjwt({ secret: 's', algorithms: ['HS256'] })), {
        headers: { authorization: 'Bearer aHVudGVyMjpodW50ZXIy aHVudGVyMjpodW50ZXIy' },
      }),
    MALFORMED,
  ],
  'koa-jwt/none': [
    401,
    (e) => e.name === 'UnauthorizedError' && e.originalError === undefined,
    (h) => h.viaKoa((a) => a.use(require('koa-jwt')({ secret: 's' }))),
    NO_CODE,
  ],
  'koa-jwt/Basic': [
    401,
    (e) => e.message.startsWith('Bad Authorization header format'),
    (h) =>
      h.viaKoa((a) => a.use(require('koa-jwt')({ secret: 's' })), { headers: { authorization: 'Basic aHVudGVyMjpodW50ZXIy' } }),
    NO_CODE,
  ],
  'koa-jwt/Bearer': [
    401,
    (e) => e.message.startsWith('Bad Authorization header format'),
    (h) => h.viaKoa((a) => a.use(require('koa-jwt')({ secret: 's' })), { headers: { authorization: 'Bearer' } }),
    MALFORMED,
  ],
  'express-oauth2-jwt-bearer/Basic': [
    400,
    (e) => e.name === 'InvalidRequestError' && e.code === '',
    (h) =>
      h.viaExpress(
        (a) =>
          a.use(
            require('express-oauth2-jwt-bearer').auth({
              issuer: 'https://db-17.internal',
              audience: 'a',
              secret: 'k'.repeat(32),
              tokenSigningAlg: 'HS256',
            }),
          ),
        { headers: { authorization: 'Basic aHVudGVyMjpodW50ZXIy' } },
      ),
    NO_CODE,
    '-',
  ],
  '@node-oauth/oauth2-server/unauthorized_request': [
    401,
    (e) => e.name === 'unauthorized_request' && e.code === 401,
    (h) =>
      h.thrown(() => {
        const Server = require('@node-oauth/oauth2-server')
        const request = new Server.Request({ headers: {}, method: 'GET', query: {} })
        return new Server({ model: { getAccessToken() {} } }).authenticate(request, new Server.Response({}))
      }),
    NO_CODE,
  ],
  '@node-oauth/oauth2-server/invalid_token': [
    401,
    (e) => e.name === 'invalid_token' && e.code === 401,
    (h) =>
      h.thrown(() => {
        const Server = require('@node-oauth/oauth2-server')
        const request = new Server.Request({ headers: { authorization: 'Bearer hunter2' }, method: 'GET', query: {} })
        return new Server({ model: { getAccessToken() {} } }).authenticate(request, new Server.Response({}))
      }),
    CHALLENGE,
  ],
  'axios/response': [
    502,
    (e) => e.status === 401 && e.config !== undefined,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(() =>
          require('axios')
            .get(u)
            .catch((e) => Promise.reject(e.response)),
        ),
      ),
    {},
    '-',
  ],
  'axios/toJSON': [
    502,
    (e) => !(e instanceof Error) && e.status === 401,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(() =>
          require('axios')
            .get(u)
            .catch((e) => Promise.reject(e.toJSON())),
        ),
      ),
  ],
  'axios/status-copied': [
    502,
    (e) => e.status === 401 && e.response.status === 401 && e.isAxiosError === undefined,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(async () => {
          const response = await require('axios').get(u, { validateStatus: () => true })
          throw Object.assign(new Error('no prices from db-17.internal'), { status: response.status, response })
        }),
      ),
  ],
  'undici/response': [
    502,
    (e) => e.statusCode === 401 && e.trailers !== undefined,
    (h) => h.upstream(refusal, (u) => h.thrown(async () => Promise.reject(await require('undici').request(u)))),
    {},
    '-',
  ],
  'node/IncomingMessage': [
    502,
    (e) => e.statusCode === 401 && e.rawHeaders !== undefined,
    (h) => h.upstream(refusal, (u) => h.thrown(() => new Promise((_, fail) => require('node:http').get(u, fail)))),
    {},
    '-',
  ],
  'superagent/response': [
    502,
    (e) => e.status === 401 && e.req !== undefined && e.text !== undefined,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(() =>
          require('superagent')
            .get(u)
            .catch((e) => Promise.reject(e.response)),
        ),
      ),
    {},
    '-',
  ],
  'superagent/response-error': [
    502,
    (e) => e instanceof Error && e.text !== undefined && e.response === undefined,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(() =>
          require('superagent')
            .get(`${u}/s3cret`)
            .catch((e) => Promise.reject(e.response.error)),
        ),
      ),
  ],
  'superagent/response-toJSON': [
    502,
    (e) => e.status === 401 && e.header !== undefined && e.headers === undefined,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(() =>
          require('superagent')
            .get(u)
            .catch((e) => Promise.reject(e.response.toJSON())),
        ),
      ),
    {},
    '-',
  ],
  'got/response': [
    502,
    (e) => e.statusCode === 401 && e.requestUrl !== undefined,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(async () => Promise.reject(await (await import('got')).default(u, { throwHttpErrors: false }))),
      ),
    {},
    '-',
  ],
  'needle/response': [
    502,
    (e) => e.statusCode === 401 && e.body !== undefined,
    (h) => h.upstream(refusal, (u) => h.thrown(async () => Promise.reject(await require('needle')('get', u)))),
    {},
    '-',
  ],
  '@aws-sdk/client-s3/$response': [
    502,
    (e) => e.statusCode === 403 && e.headers !== undefined,
    (h) =>
      h.upstream(resp(403, { 'content-type': 'application/xml' }, '<Error><Code>AccessDenied</Code></Error>'), (u) =>
        h.thrown(async () => {
          const { S3Client, GetObjectCommand } = require('@aws-sdk/client-s3')
          const client = new S3Client({
            endpoint: u,
            region: 'eu-1',
            forcePathStyle: true,
            credentials: { accessKeyId: 'a', secretAccessKey: 's3cret' },
            maxAttempts: 1,
          })
          await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' })).catch((e) => Promise.reject(e.$response))
        }),
      ),
    {},
    '-',
  ],
  'simple-oauth2/401': [
    502,
    (e) => e.isBoom && e.data.isResponseError,
    (h) =>
      h.upstream(refusal, (u) =>
        h.thrown(() =>
          new (require('simple-oauth2').ClientCredentials)({
            client: { id: 'a', secret: 's3cret' },
            auth: { tokenHost: u },
          }).getToken({}),
        ),
      ),
  ],
  'fetch/Headers': [
    401,
    (e) => e.headers instanceof Headers,
    (h) =>
      h.thrown(() => {
        throw Object.assign(new Error('hunter2'), {
          status: 401,
          headers: new Headers({ 'WWW-Authenticate': 'Basic realm="shop"', 'Set-Cookie': 'pw=hunter2' }),
        })
      }),
    { 'WWW-Authenticate': '^Basic realm="shop"$' },
  ],

  // JSON that is no object, and libraries whose errors hold what the client sent
  'body-parser/null': [
    400,
    (e) => e.type === 'entity.parse.failed',
    (h) => h.viaExpress((a) => a.use(require('express').json()), { method: 'POST', headers: json, body: 'null' }),
    ['#'],
    '-',
  ],
  'koa-bodyparser/null': [
    400,
    (e) => /invalid JSON, only supports object and array/.test(e.message),
    (h) => h.viaKoa((a) => a.use(require('koa-bodyparser')()), { method: 'POST', headers: json, body: 'null' }),
    ['#'],
    '-',
  ],
  'qs/strictDepth': [
    400,
    (e) => e instanceof RangeError,
    (h) =>
      h.viaExpress(
        (a) => {
          a.set('query parser', (text) => require('qs').parse(text, { depth: 1, strictDepth: true }))
          a.use((req, _res, next) => next(new Error(String(req.query.a))))
        },
        { path: '/?a[b][c][d]=hunter2' },
      ),
    {},
    '-',
  ],
  'vine/ValidationError': [
    422,
    (e) => e.code === 'E_VALIDATION_ERROR',
    (h) =>
      h.thrown(async () => {
        const { default: vine } = await import('@vinejs/vine')
        const schema = vine.object({ email: vine.string(), lines: vine.array(vine.object({ amount: vine.number() })) })
        await vine.validate({ schema, data: { email: 7, lines: [{ amount: 'hunter2' }] } })
      }),
    ['#/email', '#/lines/0/amount'],
  ],
  'async-validator/AsyncValidationError': [
    422,
    (e) => e.message === 'Async Validation Error',
    (h) =>
      h.thrown(() => {
        const { default: Schema } = require('async-validator')
        return new Schema({ email: { type: 'email' }, name: { required: true } }).validate({ email: 'hunter2' })
      }),
    ['#/email', '#/name'],
    '-',
  ],
  'fast-json-patch/test': [
    409,
    (e) => e.name === 'TEST_OPERATION_FAILED',
    (h) =>
      h.thrown(() =>
        require('fast-json-patch').applyPatch({ pw: 's3cret' }, [{ op: 'test', path: '/pw', value: 'hunter2' }], true),
      ),
    ['#/0'],
  ],
  'fast-json-patch/op': [
    400,
    (e) => e.name === 'OPERATION_OP_INVALID',
    (h) => h.thrown(() => require('fast-json-patch').applyPatch({ pw: 's3cret' }, [{ op: 'hunter2', path: '/pw' }], true)),
    ['#/0'],
  ],
}

/** The rows, in the form of those in rows.json. */
export const moreRows = Object.entries({ ...rows, ...newerRows }).map(
  ([id, [status, recognise, snippet, extra, wouldLeak = 'message']]) => ({
    id,
    isOurs: true,
    recognise: String(recognise),
    snippet: String(snippet),
    deserves: { status, headers: Array.isArray(extra) ? {} : (extra ?? {}) },
    ...(Array.isArray(extra) && { faults: extra }),
    wouldLeak,
  }),
)
