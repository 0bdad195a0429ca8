/** Texts that no answer may contain. */

/** By the id of the row, beside what its error and its snippet hold. */
export const planted = {
  'valibot/ValiError': ['received 6'],
  'koa/ctx.throw': ['"user"'],
  'express-openapi-validator/BadRequest': ['request/body/name'],
  'express/throw-plain-object': ['password'],
  'express/URIError-decode-param': ['%E0%A4'],
  'typeorm/EntityNotFoundError': ['4242'],
  'sequelize/EmptyResultError': ['4242'],
  'prisma/findUniqueOrThrow': ['4242'],
  'prisma/P2025': ['4242'],
  'kysely/NoResultError': ['4242'],
}

const onlyClientText = 'the name of the file is not on the error'
const tooShort = 'what is held back is shorter than what can be told from chance'
const nothingHeld = 'the snippet gives the error nothing to hold'

/** Rows that name a leak which their snippet does not provoke. In all other rows the judge must see an answer that repeats the error. */
export const harmless = {
  'multer/LIMIT_FILE_COUNT': onlyClientText,
  'multer/LIMIT_PART_COUNT': onlyClientText,
  'multer/LIMIT_FIELD_KEY': onlyClientText,
  'multer/LIMIT_FIELD_VALUE': onlyClientText,
  'multer/LIMIT_FIELD_COUNT': onlyClientText,
  'multer/MISSING_FIELD_NAME': onlyClientText,
  'casl/ForbiddenError': nothingHeld,
  'celebrate/CelebrateError': nothingHeld,
  'express-validator/checkExact': tooShort,
  'standard-schema/SchemaError': nothingHeld,
  'nest/HttpException': nothingHeld,
  'koa-jwt/none': nothingHeld,
  'koa-jwt/Basic': nothingHeld,
  'koa-jwt/Bearer': nothingHeld,
  'vine/ValidationError': nothingHeld,
  'trpc/TRPCError': nothingHeld,
  'graphql/GraphQLError': nothingHeld,
}

/** Texts that no answer at all may contain. */
export const neverShown = [
  's3cret',
  'hunter2',
  'secret',
  'internal-aud',
  '.internal',
  'example.com',
  'db-17',
  'arn:aws',
  'sk_test',
  'sk-',
  '/srv',
  '/etc',
  'node_modules',
  'file://',
  '127.0.0.1',
  'localhost',
  'no-such-host',
  'q@x.y',
]
