/** Clients of services: what another server refused us is no refusal of ours, whatever status their errors carry. */
import { databaseDetails as text } from '../../lib/foreign/families/databases/database-row.js'
import { answers, coded, named, SECRET, WAIT } from './shaped.js'

const error = (members: object, message = SECRET): Error => Object.assign(new Error(message), members)
const later = { status: 503, headers: { 'Retry-After': '7' } }
const headers = { 'retry-after': '7' }
const signature = { status: 400, detail: 'The signature of the request is not valid.' }

describe('toProblem(): generated clients', () => {
  const fern = (members: object, name = 'SquareError'): Error =>
    named(name, { statusCode: undefined, body: SECRET, rawResponse: { headers: new Headers(headers) }, ...members })
  const openapi = (code: number): Error => error({ code, body: SECRET, headers }, `HTTP-Code: ${code}\nMessage: ${SECRET}`)
  answers([
    ['a client of Fern that got 401', fern({ statusCode: 401 }), 502],
    ['a client of Fern that got 429', fern({ statusCode: 429 }), later],
    ['a client of Fern that waited', fern({}, 'SquareTimeoutError'), 504],
    ['another one that waited', fern({ cause: 'timeout' }), 504],
    ['a client of Fern without an answer', fern({}), 502],
    ['a client of OpenAPI Generator that got 404', openapi(404), 502],
    ['a client of OpenAPI Generator that got 429', openapi(429), later],
    ['a body and fields of the app', error({ code: 404, body: SECRET, headers: {}, status: 404 }), 404],
    ['a raw response of the app', error({ rawResponse: SECRET, status: 409 }), 409],
  ])
})

describe('toProblem(): language models', () => {
  class GeminiError extends Error {}
  const gemini = (message: string): Error => new GeminiError(message)
  const groq = (status: number | undefined, message: string, fields?: Headers): Error =>
    error({ status, headers: fields, error: undefined }, message)
  answers([
    ['a client like that of OpenAI that got 401', groq(401, `401 ${SECRET}`, new Headers()), 502],
    ['a client like that of OpenAI that got 429', groq(429, `429 ${SECRET}`, new Headers(headers)), later],
    ['a client like that of OpenAI without an answer', groq(undefined, 'Connection error.'), 502],
    ['a client like that of OpenAI that waited', groq(undefined, 'Request timed out.'), 504],
    ['fields and an error of the app', error({ status: 404, headers: { a: SECRET }, error: SECRET }), 404],
    ['fields and an error of the app, without a text', error({ status: 404, headers: new Headers(), error: 7, message: 7 }), 404],
    [
      'the client of Gemini that got 429',
      error({ status: 429 }, `[GoogleGenerativeAI Error]: Error fetching from ${SECRET}`),
      503,
    ],
    [
      'the client of Gemini that got 401',
      error({ status: 401 }, `[GoogleGenerativeAI Error]: Error fetching from ${SECRET}`),
      502,
    ],
    ['the client of Gemini without an answer', gemini(`[GoogleGenerativeAI Error]: Error fetching from ${SECRET}`), 502],
    ['the client of Gemini that waited', gemini(`[GoogleGenerativeAI Error]: Request aborted when fetching ${SECRET}`), 504],
    ['the newer client of Gemini', named('ApiError', { status: 401 }, `{"error":"${SECRET}"}`), 502],
    ['an ApiError of the app', named('ApiError', { status: 404 }), 404],
    ['an ApiError of the app without a text', named('ApiError', { status: 404, message: undefined }), 404],
  ])
})

describe('toProblem(): clients that send messages', () => {
  const telegram = (response: unknown): Error => error({ response, on: { method: 'sendMessage', payload: SECRET } })
  const mailgun = (status: number, message: string): Error => error({ type: 'MailgunAPIError', status, details: SECRET }, message)
  const postmark = (name: string, statusCode: number, message = SECRET): Error => named(name, { statusCode, code: 0 }, message)
  const discord = { rawError: SECRET, method: 'GET', url: SECRET, requestBody: SECRET }
  const sendgrid = (code: number): Error => error({ code, response: { headers, body: SECRET } })
  answers([
    ['Slack that said 401', coded('slack_webapi_http_error', { statusCode: 401, headers: {}, body: SECRET }), 502],
    ['Slack that said 503', coded('slack_webapi_http_error', { statusCode: 503, headers }), later],
    ['a limit of Slack', coded('slack_webapi_rate_limited_error', { retryAfter: 7 }), later],
    ['what Slack does not take', coded('slack_webapi_platform_error', { data: SECRET }), 500],
    ['Twilio that said 401', error({ status: 401, code: 20003, moreInfo: SECRET, details: undefined }), 502],
    ['Twilio that said 429', error({ status: 429, code: 20429, moreInfo: SECRET, details: undefined }), 503],
    ['SendGrid that said 401', sendgrid(401), 502],
    ['SendGrid that said 429', sendgrid(429), later],
    ['a code beside a text', error({ code: 404, response: SECRET }), 500],
    ['Mailgun that said 401', mailgun(401, SECRET), 502],
    ['Mailgun that is not there', mailgun(400, 'ECONNREFUSED'), 502],
    ['Mailgun that was too slow', mailgun(400, 'ECONNABORTED'), 504],
    ['Mailgun without a text', Object.assign(mailgun(400, SECRET), { message: { a: SECRET } }), 502],
    ['Postmark that said 401', postmark('InvalidAPIKeyError', 401), 502],
    ['Postmark that said 429', postmark('RateLimitExceededError', 429), 503],
    ['Postmark that is not there', postmark('PostmarkError', 0, 'fetch failed'), 502],
    ['Postmark that was too slow', postmark('PostmarkError', 0, 'The operation was aborted due to timeout'), 504],
    ['Postmark without a text', Object.assign(postmark('PostmarkError', 0), { message: undefined }), 502],
    ['a result of Resend with 401', { name: 'invalid_api_key', message: SECRET, statusCode: 401 }, 502],
    ['a result of Resend without an answer', { name: 'application_error', message: SECRET, statusCode: null }, 502],
    ['an object of the app with such a name', { name: 'invalid_api_key', message: SECRET, statusCode: 401, key: SECRET }, 401],
    ['Discord that said 403', named('DiscordAPIError[50013]', { ...discord, status: 403, code: 50013 }), 502],
    ['a limit of Discord', named('RateLimitError[/x]', { sublimitTimeout: 0, retryAfter: 6500, url: SECRET }), later],
    ['a RateLimitError of the app', named('RateLimitError', { retryAfter: 7, status: 429 }), 429],
    ['Telegram that said 403', telegram({ ok: false, error_code: 403, description: SECRET }), 502],
    ['a limit of Telegram', telegram({ error_code: 429, parameters: { retry_after: 7 } }), later],
    [
      'a push that nobody takes any more',
      named('WebPushError', { statusCode: 410, headers, body: SECRET, endpoint: SECRET }),
      502,
    ],
    ['an endpoint of the app', error({ endpoint: SECRET, statusCode: 410 }), 410],
  ])
})

describe('toProblem(): Cloudinary', () => {
  const cloudinary = (http_code: unknown, name = 'Error'): object => ({ message: SECRET, name, http_code })
  answers([
    ['a wrong key', cloudinary(401), 502],
    ['its own limit', cloudinary(420), 503],
    ['a limit', cloudinary(429), 503],
    ['no answer in time', cloudinary(499, 'TimeoutError'), 504],
    ['a code that is none', cloudinary(SECRET), 500],
  ])
})

describe('toProblem(): stores that others run', () => {
  const couch = (statusCode: number): Error => error({ scope: 'couch', statusCode, headers, errid: 'non_200', request: SECRET })
  const cosmos = (code: number): Error => error({ code, activityId: SECRET, body: SECRET, retryAfterInMs: 6500 })
  const pocket = (status: number, originalError: unknown = SECRET): Error =>
    named(`ClientResponseError ${status}`, { status, originalError, url: SECRET, response: SECRET })
  const contentful = (status: number): Error =>
    named('AccessTokenInvalid', {}, `{\n  "status": ${status},\n  "statusText": "x",\n  "request": "${SECRET}"\n}`)
  const absent = { status: 404, detail: text.absent }
  const changed = { status: 409, detail: text.changed }
  answers([
    ['CouchDB without a document', couch(404), absent],
    ['a conflict of CouchDB', couch(409), changed],
    ['a revision of CouchDB that is old', couch(412), changed],
    ['CouchDB that said 401', couch(401), 502],
    ['CouchDB that said 429', couch(429), later],
    [
      'CouchDB that is not there',
      new Error(`error happened in your connection. Reason: ${SECRET}`),
      { status: 503, headers: WAIT },
    ],
    ['Cosmos DB without an item', cosmos(404), absent],
    ['an id that Cosmos DB has', cosmos(409), { status: 409, detail: text.unique }],
    ['an item of Cosmos DB that was changed', cosmos(412), changed],
    ['Cosmos DB that said 403', cosmos(403), 502],
    ['Cosmos DB that has too much to do', cosmos(429), later],
    ['PocketBase that said 400', pocket(400), 502],
    ['PocketBase that is not there', pocket(0, { cause: { code: 'ECONNREFUSED' } }), 502],
    ['PocketBase that was too slow', pocket(0, { cause: { code: 'ETIMEDOUT' } }), 504],
    ['Appwrite that said 401', named('AppwriteException', { code: 401, response: SECRET }), 502],
    ['Appwrite that said 503', named('AppwriteException', { code: 503 }), 503],
    ['Appwrite without an answer', named('AppwriteException', { code: 0 }), 502],
    ['an AppwriteException of the app', named('AppwriteException', { status: 404 }), 404],
    ['Sanity that said 401', error({ statusCode: 401, responseBody: SECRET, response: { headers } }), 502],
    ['Sanity that said 429', error({ statusCode: 429, responseBody: SECRET, response: { headers } }), later],
    ['Algolia that said 403', named('ApiError', { status: 403, stackTrace: [{ host: SECRET }] }), 502],
    ['no host of Algolia', named('RetryError', { stackTrace: [{ host: SECRET }] }), 502],
    ['a stackTrace of the app', error({ stackTrace: [SECRET], status: 200 }), 500],
    ['Typesense that said 401', named('RequestUnauthorized', { httpStatus: 401, httpBody: SECRET }), 502],
    ['Notion that said 404', named('APIResponseError', { status: 404, headers: new Headers(), body: SECRET }), 502],
    [
      'Notion that said 429',
      named('UnknownHTTPResponseError', { status: 429, headers: new Headers(headers), body: SECRET }),
      later,
    ],
    ['Notion that was too slow', named('RequestTimeoutError', { code: 'notionhq_client_request_timeout' }), 504],
    ['Meilisearch that was too slow', named('MeilisearchRequestTimeOutError'), 504],
    ['Contentful that said 401', contentful(401), 502],
    ['Contentful that said 429', contentful(429), 503],
  ])
})

describe('toProblem(): Supabase', () => {
  const result = (code: string, message = SECRET): object => ({ code, message, details: SECRET, hint: null })
  const auth = (status: number, code?: string, name = 'AuthApiError'): Error => named(name, { __isAuthError: true, status, code })
  const storage = (members: object): Error => named('StorageApiError', { __isStorageError: true, ...members })
  const invalid = 'The access token is not valid.'
  const refused = {
    status: 401,
    detail: invalid,
    headers: { 'WWW-Authenticate': [`Bearer error="invalid_token", error_description="${invalid}"`] },
  }
  answers([
    ['a unique constraint', result('23505'), { status: 409, detail: text.unique }],
    ['a unique constraint, thrown as an Error', named('PostgrestError', result('23505')), { status: 409, detail: text.unique }],
    ['a form', result('22P02'), { status: 400, detail: text.form }],
    ['no row', result('PGRST116'), { status: 404, detail: text.absent }],
    ['a key that is wrong', result('PGRST301'), 500],
    ['no answer', result('', 'TypeError: fetch failed'), 502],
    ['a hint of the app', error({ hint: SECRET, code: 'PGRST116', status: 409 }), 409],
    ['four texts of the app and a status', { ...result('23505'), status: 400 }, 400],
    ['a token', auth(403, 'bad_jwt'), refused],
    ['a password', auth(400, 'invalid_credentials'), refused],
    ['no session', auth(400, undefined, 'AuthSessionMissingError'), refused],
    ['a weak password', auth(422, 'weak_password', 'AuthWeakPasswordError'), { status: 422, detail: text.check }],
    ['somebody who is there already', auth(422, 'user_already_exists'), { status: 409, detail: text.unique }],
    ['an address that is there already', auth(422, 'email_exists'), { status: 409, detail: text.unique }],
    ['a key of this server', auth(401), 502],
    ['a limit', auth(429, 'over_request_rate_limit'), 503],
    ['a sign-in without an answer', auth(0), 502],
    ['a file that is not there', storage({ status: 404 }), 502],
    ['files without an answer', storage({ originalError: { cause: { code: 'ECONNREFUSED' } } }), 502],
    ['a function that failed', named('FunctionsHttpError', { context: new Response(SECRET, { status: 500 }) }), 502],
    [
      'a function that has too much to do',
      named('FunctionsHttpError', { context: new Response(SECRET, { status: 429, headers }) }),
      later,
    ],
    ['a function that is not there', named('FunctionsFetchError', { context: new Error(SECRET) }), 502],
  ])
})

describe('toProblem(): Braintree, Azure and bent', () => {
  const braintree = (name: string): Error => named(name, { type: name })
  const bent = (statusCode: number): Error => named('StatusError', { statusCode, headers, arrayBuffer: () => SECRET })
  answers([
    ['a webhook', braintree('invalidSignatureError'), signature],
    ['a limit of Braintree', braintree('tooManyRequestsError'), { status: 503, headers: WAIT }],
    ['Braintree that was too slow', braintree('gatewayTimeoutError'), 504],
    ['a key that Braintree does not know', braintree('authenticationError'), 502],
    ['what Braintree does not have', braintree('notFoundError'), 500],
    ['a type that is the name, of the app', named('SeatError', { type: 'SeatError', status: 409 }), 409],
    ['a type of the app', named('seatError', { type: SECRET, status: 409 }), 409],
    ['a type without a name', error({ type: undefined, name: undefined, status: 409 }), 409],
    ['a sign-in of this server to Azure', named('AuthenticationError', { statusCode: 401, errorResponse: SECRET }), 502],
    ['bent that got 401', bent(401), 502],
    ['bent that got 429', bent(429), later],
  ])
})
