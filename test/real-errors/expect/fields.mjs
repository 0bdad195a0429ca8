/** The header fields that each row deserves. */

// One policy for what is only known to be over soon: a 503 says when to come back. Turn it off here if that changes.
const ALWAYS_SAY_WHEN = true

const seconds = pattern('Retry-After', /^\d{1,6}$/)
const when = ALWAYS_SAY_WHEN ? [seconds] : []
const invalidToken = pattern('WWW-Authenticate', /^Bearer\b.*\berror="invalid_token"/)

/** By the id of the row. What only a framework's response can know is asked where the error really happened: `origin`. */
const table = {
  'body-parser/entity.too.large(length)': [absent('Retry-After')],
  'body-parser/encoding.unsupported': [pattern('Accept-Encoding', /^(?=.*\bgzip\b)(?=.*\bdeflate\b)/)],
  'body-parser/charset.unsupported': [pattern('Accept', /\bapplication\/json\b/)],
  'express/sendFile-range': [same('Content-Range', (err) => err.headers['Content-Range'])],
  'http-errors/createError(404)': [same('X-A', () => '1')],
  'http-errors/createError(503)': [same('Retry-After', () => '30')],
  'express-jwt/credentials_required': [pattern('WWW-Authenticate', /^Bearer\b(?!.*error=)/)],
  'express-jwt/invalid_token': [invalidToken],
  'jsonwebtoken/TokenExpiredError': [invalidToken],
  'jsonwebtoken/JsonWebTokenError': [invalidToken],
  'jsonwebtoken/NotBeforeError': [invalidToken],
  'jose/JWTExpired': [invalidToken],
  'jose/JWSSignatureVerificationFailed': [invalidToken],
  'jose/JWTInvalid': [invalidToken],
  'jose/JWTClaimValidationFailed': [invalidToken],
  'jose/JWKSNoMatchingKey': [invalidToken],
  'jose/JWKSTimeout': when,
  'passport/AuthenticationError': [origin(pattern('WWW-Authenticate', /^Bearer realm="Users", error="invalid_token"$/))],
  'express-oauth2-jwt-bearer/Unauthorized': [same('WWW-Authenticate', (err) => err.headers['WWW-Authenticate'])],
  // Its description is the message of the error inside, which may name the host of the issuer.
  'express-oauth2-jwt-bearer/InvalidToken': [same('WWW-Authenticate', ({ headers }) => described(headers['WWW-Authenticate']))],
  'express-oauth2-jwt-bearer/InsufficientScope': [same('WWW-Authenticate', (err) => err.headers['WWW-Authenticate'])],
  'rate-limiter-flexible/RateLimiterRes': [
    same('Retry-After', (err) => String(Math.ceil(err.msBeforeNext / 1000))),
    pattern('RateLimit', /^"[^"]+";r=0;t=\d+$/),
  ],
  'express-rate-limit/handler': [
    origin(seconds),
    origin(pattern('RateLimit', /r=0/)),
    origin(pattern('RateLimit-Policy', /q=1/)),
  ],
  'connect-timeout/ETIMEDOUT': when,
  'express-openapi-validator/BadRequest': [],
  'express-openapi-validator/MethodNotAllowed': [same('Allow', (err) => err.headers.Allow)],
  'koa/ctx.throw': [same('X-A', () => '1')],
  '@koa/router/405-throw': [origin(pattern('Allow', /^(?=.*\bGET\b)(?=.*\bHEAD\b)/))],
  'koa-jwt/401': [invalidToken],
  'koa-ratelimit/throw': [
    same('Retry-After', (err) => String(err.headers['Retry-After'])),
    same('X-RateLimit-Limit', (err) => String(err.headers['X-RateLimit-Limit'])),
    same('X-RateLimit-Remaining', (err) => String(err.headers['X-RateLimit-Remaining'])),
  ],
  '@koa/cors/keepHeadersOnError': [
    origin(pattern('Access-Control-Allow-Origin', /^\*$/)),
    origin(pattern('Vary', /\bOrigin\b/i)),
  ],
  'boom/notFound': [same('WWW-Authenticate', (err) => err.output.headers['WWW-Authenticate'])],
  'graphql/GraphQLError': [],
  'pg/57014 query_canceled(statement_timeout)': when,
  'pg/40001 serialization_failure': [pattern('Retry-After', /^[01]$/)],
  'pg/ECONNREFUSED': when,
  'pg/pool-timeout': when,
  'knex/acquire-timeout': when,
  'sequelize/ConnectionRefusedError': when,
  'prisma/unreachable': when,
  'mysql2/ER_LOCK_DEADLOCK': [seconds],
  'mysql2/ECONNREFUSED': when,
  'mongoose/buffering-timeout': when,
  'mongodb/MongoServerSelectionError': when,
  'ioredis/MaxRetriesPerRequestError': when,
  'axios/upstream-503': [same('Retry-After', () => '7')],
  'openai/RateLimitError': [same('Retry-After', () => '9')],
  'aws-sdk/SlowDown': when,
  'stripe/StripeConnectionError': when,
  'grpc/UNAVAILABLE': when,
  'cockatiel/BrokenCircuitError': when,
  'cockatiel/BulkheadRejectedError': when,
  'opossum/EOPENBREAKER': when,
  'node/EMFILE,ENOSPC,ENOMEM': when,
}

// RFC 9110: what a status must have, whoever threw it.
const required = {
  401: [pattern('WWW-Authenticate', /^[A-Za-z]/)],
  405: [pattern('Allow', /^/)],
}

/** The ids that have a rule; the others deserve no field. */
export const idsWithFields = Object.keys(table)

/** The rules of a row: each has `name`, `origin` and `fault(value, err)`, which says what was expected instead. */
export function deservedFields({ id, isOurs, deserves }, status) {
  return [...(isOurs ? patterns(deserves.headers) : (table[id] ?? [])), ...(required[status] ?? [])]
}

function patterns(headers) {
  return Object.entries(headers).map(([name, text]) => pattern(name, new RegExp(text)))
}

function described(challenge) {
  return challenge.replace(/error_description="[^"]*"/, 'error_description="The access token is not valid."')
}

function pattern(name, expression) {
  return { name, origin: false, fault: (value) => (value !== undefined && expression.test(value) ? undefined : `${expression}`) }
}

function same(name, expected) {
  return {
    name,
    origin: false,
    expected,
    fault: (value, err) => (value === expected(err) ? undefined : JSON.stringify(expected(err))),
  }
}

function absent(name) {
  return { name, origin: false, fault: (value) => (value === undefined ? undefined : 'none') }
}

function origin(rule) {
  return { ...rule, origin: true }
}
