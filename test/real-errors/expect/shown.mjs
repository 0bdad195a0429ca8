/** What of each error may, or must, be shown. All that is not listed here is a leak when it appears in an answer. */

/** Texts that may pass, by the id of the row; a name that ends in `/` is for all rows of the family. */
const safe = {
  'body-parser/encoding.unsupported': (err) => [err.encoding],
  'body-parser/charset.unsupported': (err) => [err.charset],
  'body-parser/request.size.invalid': message,
  // Three words that hold nothing, and that our own text needs.
  'body-parser/parameters.too.many': message,
  'express/sendFile-range': message,
  'express/sendFile-precondition': message,
  'http-errors/createError(404)': message,
  'multer/': (err) => [err.message, err.field, err.code],
  // A plain error of the app.
  'multer/file-filter-user-error': () => [],
  'busboy/': message,
  'jose/JWTClaimValidationFailed': (err) => [err.claim],
  'express-oauth2-jwt-bearer/Unauthorized': message,
  'express-oauth2-jwt-bearer/InsufficientScope': (err) => [err.message, 'admin:x'],
  'csurf/': (err) => [err.message, err.code],
  'csrf-csrf/': (err) => [err.message, err.code],
  'casl/': (err) => [err.message, err.action, err.subjectType],
  'express-rate-limit/': message,
  'express-openapi-validator/BadRequest': (err) =>
    err.errors.flatMap(({ path, message, errorCode }) => [path, message, errorCode]),
  'express-openapi-validator/MethodNotAllowed': message,
  'express-openapi-validator/NotFound': message,
  'koa/ctx.throw': message,
  'koa/ctx.assert': message,
  '@koa/router/': message,
  // The pointer has the name of the member, as that of every fault has.
  '@koa/bodyparser/proto-poisoning': (err) => [err.message, '__proto__'],
  'koa-jwt/': message,
  'express-oauth2-jwt-bearer/Basic': (err) => [err.headers['WWW-Authenticate']],
  // The name of the error is the code of RFC 6750.
  '@node-oauth/oauth2-server/invalid_token': (err) => [err.name],
  'fetch/Headers': (err) => [...err.headers].filter(([name]) => name === 'www-authenticate').flat(),
  'koa-ratelimit/': message,
  'boom/notFound': message,
  'fastify/': message,
  'nest/': (err) => [err.message, ...[err.getResponse().message].flat()],
  'trpc/': message,
  'graphql/': message,
  'moleculer/MoleculerClientError': message,
  'curveball/': message,
  // The names of its members.
  'contentful/': () => ['status'],
  'feathers/': (err) => [err.message, ...Object.values(err.errors ?? {})],
  'sequelize/UniqueConstraintError': (err) => err.errors.map(({ path }) => path),
  'mongoose/CastError': (err) => [err.path],
  'mongoose/StrictModeError': (err) => [err.path],
  'mongodb/11000 duplicate key': (err) => Object.keys(err.keyPattern),
  'stripe/StripeCardError': (err) => [err.message, err.code, err.param],
}

/** Rows whose faults are listed one by one: the validator's text may pass where it does not quote a rejected value. */
const validators =
  /^(?:zod|valibot|joi|celebrate|yup|ajv\/(?:errors|Valid)|express-validator|express-openapi-validator\/BadRequest|class-validator|arktype|typebox|superstruct|standard-schema|fastify\/FST_ERR_VALIDATION|sequelize\/ValidationError|mongoose\/ValidationError)/

/** What the app itself said for the client: `createError(404, 'no such user')`. */
const mustShow = {
  'http-errors/createError(404)': 'no such user',
  'koa/ctx.throw': 'name taken',
  'koa/ctx.assert': 'x',
}

/** Where the faults of validators are; each must be named by a fault of `errors`. */
const faults = {
  'zod4/ZodError': ['#/a/b/1', '#/c'],
  'zod4/safeParse-error': ['#'],
  'zod4-mini/error': ['#/a'],
  'zod3-compat/ZodError': ['#/a'],
  'valibot/ValiError': ['#/a'],
  'joi/ValidationError': ['#/a'],
  'celebrate/CelebrateError': ['page'],
  'yup/ValidationError': ['#/a', '#/b.c', '#/l/0'],
  'ajv/errors-array': ['#/a', '#/zz', '#/b~1c~0d'],
  'ajv/ValidationError': ['#/a'],
  'express-validator/result.throw': ['pw'],
  'express-validator/checkExact': ['zz'],
  'express-openapi-validator/BadRequest': ['#/name'],
  'class-validator/array': ['#/age'],
  'arktype/TraversalError': ['#/a'],
  'typebox/AssertError': ['#/a'],
  'superstruct/StructError': ['#/a'],
  'standard-schema/SchemaError': ['#/a'],
  'standard-schema/result': ['#/a'],
  'fastify/FST_ERR_VALIDATION': ['#/a'],
  'sequelize/ValidationError': ['#/email'],
  'mongoose/ValidationError': ['#/email', '#/addr/zip'],
}

/** Gives the texts of an error that may be shown. */
export function safeTexts(id, err) {
  const family = Object.keys(safe).find((name) => name.endsWith('/') && id.startsWith(name))
  const texts = safe[id] ?? safe[family]
  return texts === undefined ? [] : texts(err).filter((text) => typeof text === 'string')
}

/** Tells whether a row is a validator's. */
export function isValidator({ id, faults }) {
  return faults !== undefined || validators.test(id)
}

/** What of a row must be shown: a detail, and the places of faults. */
export function shownOf({ id, faults: own = faults[id] ?? [] }) {
  return { detail: mustShow[id], faults: own }
}

/** Every id that a table of this file names. */
export const idsWithTexts = [safe, mustShow, faults].flatMap(Object.keys)

function message(err) {
  return [err.message]
}
