/** The status that each row deserves. Where the table of rows leaves a choice, it is made here, once. */

/**
 * The policy. A validator's faults in the body are 422: the text was well formed, its meaning was not. Faults in the query, the path or a
 * field are 400, like anything that cannot be parsed. A database's constraints follow: what clashes with other rows is 409, a value that the
 * column cannot take is 422, a text that is not even of the column's type is 400. Foreign keys are 409 for both directions, since not every
 * driver tells which one it was. What an upstream says about our call is never said about the client's.
 */
export const policy = {
  invalidBody: 422,
  invalidParameter: 400,
  databaseConflict: 409,
  foreignKey: 409,
  refusedValue: 422,
  unreadableValue: 400,
  tryAgain: 503,
}

const body = { status: policy.invalidBody, why: 'invalid data in a body' }
const parameter = { status: policy.invalidParameter, why: 'invalid data in the query' }
const foreignKey = { status: policy.foreignKey, why: 'no driver but pg tells a missing parent from a child that is left' }
const refusedValue = { status: policy.refusedValue, why: 'well formed, but not what the column takes' }

/** The rows whose `deserves.status` is prose, and the two where it is not what the thrown error can tell. */
export const interpreted = {
  'body-parser/bad-content-type': { status: 500, why: 'body-parser lets it pass, so the error is a plain one of the app' },
  'http-errors/createError(404)': { status: 404, why: 'err.status' },
  'formidable/biggerThanMaxFileSize': { status: 413, why: 'err.httpCode' },
  'formidable/missingContentType': { status: 400, why: 'err.httpCode' },
  'passport/AuthenticationError': { status: 401, why: 'err.status' },
  'zod4/ZodError': body,
  'zod4/safeParse-error': body,
  'zod4-mini/error': body,
  'zod3-compat/ZodError': body,
  'valibot/ValiError': body,
  'joi/ValidationError': body,
  'celebrate/CelebrateError': parameter,
  'yup/ValidationError': body,
  'ajv/errors-array': body,
  'ajv/ValidationError': body,
  'express-validator/result.throw': parameter,
  'express-validator/checkExact': parameter,
  'express-openapi-validator/BadRequest': { status: 400, why: 'err.status' },
  'class-validator/array': body,
  'arktype/TraversalError': body,
  'typebox/AssertError': body,
  'superstruct/StructError': body,
  'standard-schema/SchemaError': body,
  'standard-schema/result': body,
  'koa/ctx.throw': { status: 409, why: 'err.status' },
  'koa/ctx.assert': { status: 401, why: 'err.status' },
  'koa/body-stream-error': { status: 500, why: 'like node/ENOENT: a file that the server misses, without a status' },
  '@koa/bodyparser/proto-poisoning': { ...body, why: 'as on Express, whose parser lets it through to validate()' },
  'koa-body/multipart-too-large': { status: 413, why: 'err.httpCode' },
  '@koa/cors/keepHeadersOnError': { status: 400, why: 'err.status' },
  'boom/notFound': { status: 401, why: 'err.output.statusCode' },
  'fastify/FST_ERR_VALIDATION': { status: 400, why: 'err.statusCode' },
  'fastify/createError': { status: 410, why: 'err.statusCode' },
  'nest/HttpException': { status: 400, why: 'err.getStatus()' },
  'trpc/TRPCError': { status: 404, why: 'its code is NOT_FOUND' },
  'graphql/GraphQLError': { status: 401, why: 'extensions.http.status' },
  'feathers/NotFound': { status: 404, why: 'err.code' },
  'pg/23503 foreign_key_violation': foreignKey,
  'pg/23502 not_null_violation': refusedValue,
  'pg/22P02 invalid_text_representation': { status: policy.unreadableValue, why: 'mostly an id of the path' },
  'pg/22001 string_data_right_truncation': refusedValue,
  'pg/22003 numeric_value_out_of_range': refusedValue,
  'pg/40001 serialization_failure': { status: policy.tryAgain, why: 'the same request may succeed at once' },
  'sequelize/ForeignKeyConstraintError': foreignKey,
  'sequelize/ValidationError': refusedValue,
  'sequelize/OptimisticLockError': { status: policy.databaseConflict, why: 'no If-Match drove it' },
  'typeorm/QueryFailedError': { status: policy.databaseConflict, why: 'driverError.code is 23505' },
  'prisma/P2003': foreignKey,
  'prisma/P2000': refusedValue,
  'drizzle/DrizzleQueryError': { status: policy.databaseConflict, why: 'cause.code is 23505' },
  'mysql2/ER_NO_REFERENCED_ROW_2': foreignKey,
  'mysql2/ER_LOCK_DEADLOCK': { status: policy.tryAgain, why: 'the same request may succeed at once' },
  'mongoose/ValidationError': refusedValue,
  'mongoose/CastError': { status: policy.unreadableValue, why: 'mostly an id of the path' },
  'mongoose/StrictModeError': refusedValue,
  'axios/upstream-503': { status: 503, why: 'it says when to come back, and that is forwarded' },
  'axios/canceled': { status: 504, why: 'the client is still there, the time was up' },
  'fetch/abort': { status: 503, why: 'the client is still there, we gave up' },
  'fetch/abort-with-reason': { status: 500, why: 'a string that says nothing' },
  'openai/RateLimitError': { status: 503, why: 'our quota, not the client’s' },
  'azure/RestError': { status: 502, why: 'nothing maps it' },
  'aws-sdk/NoSuchKey': { status: 500, why: 'a handler cannot know that the key came from the URL' },
  'grpc/NOT_FOUND': { status: 404, why: 'google.rpc.Code 5' },
  'nodemailer/ECONNECTION': { status: 502, why: 'an upstream that cannot be reached, as for fetch and axios' },
  'node/EMFILE,ENOSPC,ENOMEM': { status: 503, why: 'no WebDAV' },
}

/** Gives the status that a row deserves. */
export function deservedStatus({ id, deserves }) {
  return interpreted[id]?.status ?? Number(deserves.status)
}

/** What becomes of a response that cannot be an answer; all other rows are answered. */
export const outcomes = {
  'body-parser/request.aborted': { outcome: 'gone', why: 'the client has left, the problem of the event is the 400' },
  'node/ERR_STREAM_PREMATURE_CLOSE': { outcome: 'gone', why: 'the client has left in the middle of the answer' },
  'express/headers-sent': { outcome: 'started', why: 'the answer has begun, so it must be seen to break off' },
}
