import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const leaky = { url: `https://${SECRET}`, config: { headers: { Authorization: SECRET } } }
const headers = { 'retry-after': '7', 'set-cookie': SECRET, 'www-authenticate': SECRET, server: SECRET }
const axios = (members: object): Error => named('AxiosError', { isAxiosError: true, ...leaky, ...members })
const fetchFailed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause })

const fetched = (response: Response): Response => Object.defineProperty(response, 'url', { value: `https://${SECRET}` })

/** The status of another server, and ours. */
const statuses: readonly (readonly [theirs: number, ours: number])[] = [
  [400, 502],
  [401, 502],
  [404, 502],
  [408, 504],
  [429, 503],
  [500, 502],
  [503, 503],
  [504, 504],
  // Codes of vendors: Twitter, AWS, nginx, cPanel, Cloudflare.
  [420, 503],
  [460, 504],
  [499, 504],
  [509, 503],
  [520, 502],
  [522, 504],
  [524, 504],
  [529, 503],
  [561, 502],
  [599, 504],
  // Codes of nobody.
  [477, 502],
  [597, 502],
]

const responses: readonly (readonly [name: string, make: (status: number) => unknown])[] = [
  ['axios', (status) => axios({ status, response: { status, headers } })],
  ['undici', (statusCode) => coded('UND_ERR_RESPONSE', { statusCode, headers })],
  ['got', (statusCode) => named('HTTPError', { code: 'ERR_NON_2XX_3XX_RESPONSE', response: { statusCode, headers } })],
  ['ky', (status) => named('HTTPError', { request: {}, response: new Response(SECRET, { status, headers }) })],
  ['fetch, thrown as it is,', (status) => fetched(new Response(SECRET, { status, headers }))],
  ['superagent', (status) => coded(undefined, { status, response: { status, text: SECRET, headers } })],
  ['OpenAI', (status) => coded(null, { status, headers: new Headers(headers), requestID: SECRET, error: { message: SECRET } })],
  ['Octokit', (status) => named('HttpError', { status, request: { url: SECRET }, response: { status, headers } })],
  ['Google', (status) => coded(SECRET, { status, config: leaky, response: { status, headers } })],
  ['Azure', (statusCode) => named('RestError', { statusCode, response: { headers } })],
  ['Elasticsearch', (statusCode) => named('ResponseError', { meta: { statusCode, headers, meta: {} } })],
]

describe('toProblem(): a response of another server', () => {
  for (const [client, make] of responses) {
    answers(
      statuses.map(([theirs, ours]): Row => {
        const answer = ours === 503 ? { status: 503, headers: { 'Retry-After': '7' } } : { status: ours }
        return [`the ${theirs} that ${client} got`, make(theirs), answer]
      }),
    )
  }
})

describe('toProblem(): Retry-After of another server', () => {
  const date = new Date(Date.now() + 3_600_000).toUTCString()
  const asked = (value: unknown): Error => axios({ response: { status: 503, headers: value } })
  const wait = (value: string): Row[2] => ({ status: 503, headers: { 'Retry-After': value } })
  answers([
    ['a 503 with seconds', asked({ 'retry-after': ' 7 ' }), wait('7')],
    ['a 503 with another case', asked({ 'Retry-After': '0' }), wait('0')],
    ['a 503 with a date', asked({ 'retry-after': date }), wait(date)],
    ['a 503 with Headers', asked(new Headers({ 'Retry-After': '9' })), wait('9')],
    ['a 503 with Headers without it', asked(new Headers()), 503],
    ['a 503 with more than a day', asked({ 'retry-after': '86401' }), 503],
    ['a 503 with a date of another year', asked({ 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }), 503],
    ['a 503 with a date of the past', asked({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), 503],
    ['a 503 with a negative number', asked({ 'retry-after': '-1' }), 503],
    ['a 503 with a date that is none', asked({ 'retry-after': 'Wed, 99 Xyz 2099 99:99:99 GMT' }), 503],
    ['a 503 with a text', asked({ 'retry-after': SECRET }), 503],
    ['a 503 with a number', asked({ 'retry-after': 7 }), 503],
    ['a 503 without fields', asked(undefined), 503],
    [
      'a 503 whose get() throws',
      asked({
        get: () => {
          throw new Error(SECRET)
        },
      }),
      503,
    ],
  ])
})

describe('toProblem(): a response in an error of @hapi/wreck, which is one of Boom', () => {
  const wreck = (theirs: number, ours = theirs): Error =>
    Object.assign(new Error(`Response Error: ${theirs} ${SECRET}`), {
      isBoom: true,
      isServer: ours >= 500,
      output: { statusCode: ours, headers: {}, payload: {} },
      data: { isResponseError: true, headers: { 'retry-after': '7' }, payload: SECRET, res: { statusCode: theirs } },
    })
  answers([
    ['401', wreck(401), 502],
    ['404', wreck(404), 502],
    ['503', wreck(503), { status: 503, headers: { 'Retry-After': '7' } }],
    ['404, of which the app made 410', wreck(404, 410), 410],
  ])
})

describe('toProblem(): a request that got no response', () => {
  answers([
    ...(
      [
        ['ECONNREFUSED', 502],
        ['ENOTFOUND', 502],
        ['ECONNABORTED', 504],
        ['ETIMEDOUT', 504],
        ['ERR_CANCELED', 504],
        ['ERR_BAD_OPTION_VALUE', 500],
        ['ERR_INVALID_URL', 500],
        [7, 502],
      ] as const
    ).map(([code, status]): Row => [`axios with ${code}`, axios({ code, response: undefined }), status]),
    ['axios with a response of 200', axios({ response: { status: 200 } }), 502],
    ['fetch with ECONNREFUSED', fetchFailed(coded('ECONNREFUSED')), 502],
    [
      'fetch with two addresses',
      fetchFailed(Object.assign(new AggregateError([coded('ECONNREFUSED')]), { code: 'ECONNREFUSED' })),
      502,
    ],
    ['fetch that waited', fetchFailed(coded('UND_ERR_HEADERS_TIMEOUT')), 504],
    ['fetch with a bad URL', fetchFailed(coded('ERR_INVALID_URL')), 500],
    ['undici that waited', coded('UND_ERR_CONNECT_TIMEOUT'), 504],
    ['undici with a socket that closed', coded('UND_ERR_SOCKET'), 502],
    ['undici with a bad argument', coded('UND_ERR_INVALID_ARG'), 500],
    ['got that waited', named('TimeoutError', { code: 'ETIMEDOUT', options: { method: 'GET', ...leaky } }), 504],
    ['got without a connection', named('RequestError', { code: 'ECONNREFUSED', options: { method: 'GET' } }), 502],
    ['ky that waited', named('TimeoutError', { request: new Request('https://x.test') }), 504],
    ['node-fetch without a connection', named('FetchError', { type: 'system', code: 'ECONNREFUSED' }), 502],
    ['node-fetch that waited', named('FetchError', { type: 'request-timeout' }), 504],
    ['Azure without a response', named('RestError', { statusCode: undefined, code: 'ENOTFOUND' }), 502],
    ['Elasticsearch that waited', named('TimeoutError', { meta: { meta: {} } }), 504],
    ['Elasticsearch without a connection', named('ConnectionError', { meta: { meta: {} } }), 502],
    ['Elasticsearch without a node', named('NoLivingConnectionsError', { meta: { meta: {} } }), 502],
  ])
})

const aws2 = (name: string, members: object): Error =>
  named(name, { code: name, time: new Date(), retryable: true, region: SECRET, ...members })
const aws = (name: string, $fault: string, httpStatusCode?: number): Error =>
  named(name, { $fault, $metadata: { httpStatusCode, requestId: SECRET }, Bucket: SECRET })
const stripe = (kind: string, members: object = {}): Error =>
  named('Error', { type: `Stripe${kind}Error`, raw: { message: SECRET }, ...members })

describe('toProblem(): clients of services', () => {
  answers([
    ['a slow-down of AWS', aws('SlowDown', 'server', 503), { status: 503, headers: WAIT }],
    ['a throttling of AWS', aws('ThrottlingException', 'client', 400), { status: 503, headers: WAIT }],
    ['a fault of AWS', aws('InternalError', 'server', 500), 502],
    ['a fault of AWS by its status', aws('Odd', 'client', 500), 502],
    ['a missing key of AWS', aws('NoSuchKey', 'client', 404), 500],
    ['a refusal of AWS without a status', aws('AccessDenied', 'client'), 500],
    ['a missing key of AWS SDK 2', aws2('NoSuchKey', { statusCode: 404 }), 500],
    ['a slow-down of AWS SDK 2', aws2('SlowDown', { statusCode: 503 }), { status: 503, headers: WAIT }],
    ['a fault of AWS SDK 2', aws2('InternalError', { statusCode: 500 }), 502],
    ['a time-out of AWS SDK 2', aws2('TimeoutError', { hostname: SECRET }), 504],
    ['AWS SDK 2 without a connection', aws2('UnknownEndpoint', { hostname: SECRET }), 502],
    ['an AWS error with a name that is no text', named('x', { name: 7, $fault: 'client' }), 500],
    ['a card that Stripe declined', stripe('Card', { statusCode: 402 }), { status: 402, detail: 'The payment was declined.' }],
    ['a rate limit of Stripe', stripe('RateLimit', { statusCode: 429 }), { status: 503, headers: WAIT }],
    ['a lost connection to Stripe', stripe('Connection'), { status: 502, headers: WAIT }],
    ['a fault of Stripe', stripe('API', { statusCode: 500 }), 502],
    ['our key that Stripe refused', stripe('Authentication', { statusCode: 401 }), 500],
    ['a mail server that is down', coded('ESOCKET', { command: 'CONN', address: SECRET }), 502],
    ['a mail server that cannot be reached', coded('ECONNREFUSED', { command: 'CONN', syscall: 'connect' }), 502],
    ['a mail server that refuses us', coded('EAUTH', { command: 'AUTH PLAIN', responseCode: 535 }), 502],
  ])
})

const metadata = { getMap: (): object => ({ secret: SECRET }) }

describe('toProblem(): gRPC', () => {
  const expected = [500, 504, 500, 400, 504, 404, 409, 403, 503, 400, 409, 400, 501, 500, 503, 500, 502]
  answers([
    ...expected.map((status, code): Row => {
      return [
        `code ${code}`,
        coded(code, { details: SECRET, metadata }),
        { status, headers: code === 8 || code === 14 ? WAIT : {} },
      ]
    }),
    ['a code that does not exist', coded(17, { details: SECRET, metadata }), 500],
  ])
})
