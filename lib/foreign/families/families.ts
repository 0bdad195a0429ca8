/**
 * The families in the order in which they are asked: what middleware makes with http-errors, then http-errors, which the app calls itself;
 * clients of other servers before any `status` is believed; libraries; other frameworks; the convention of a `status` property.
 */

import { bareFamily } from '../asked-family.js'
import type { Family } from '../family.js'
import { awsJwtVerify } from './access/aws-jwt-verify.js'
import { expressOauth2JwtBearer } from './access/express-oauth2-jwt-bearer.js'
import { firebaseAdmin, googleAuth, oktaAndClerk } from './access/identity-services.js'
import { jwksRsa } from './access/jwks-rsa.js'
import { openidClient } from './access/openid-client.js'
import { passportCaslCors } from './access/passport-casl-cors.js'
import { rateLimit } from './access/rate-limit.js'
import { svixStandardwebhooks } from './access/svix-standardwebhooks.js'
import { tokens } from './access/tokens.js'
import { frameworks } from './app/frameworks.js'
import { graphql } from './app/graphql.js'
import { httpErrors } from './app/http-errors.js'
import { moleculer } from './app/moleculer.js'
import { routingControllers } from './app/routing-controllers.js'
import { statusProperty } from './app/status-property.js'
import { trpc } from './app/trpc.js'
import { beforeHttpErrors } from './before-http-errors.js'
import { clientFamilies } from './clients/client-families.js'
import { thrownResponse } from './clients/thrown-response.js'
import { cassandra, neo4j } from './databases/cassandra-neo4j.js'
import { mikroOrm, mikroOrmDrivers } from './databases/mikro-orm.js'
import { mongodb } from './databases/mongodb.js'
import { mongoose } from './databases/mongoose.js'
import { mysql } from './databases/mysql.js'
import { dbErrors, objection } from './databases/objection.js'
import { oracledb } from './databases/oracledb.js'
import { pools } from './databases/pools.js'
import { postgresql } from './databases/postgresql.js'
import { prisma } from './databases/prisma.js'
import { redis } from './databases/redis.js'
import { sequelize } from './databases/sequelize.js'
import { sqlServer } from './databases/sql-server.js'
import { sqlite } from './databases/sqlite.js'
import { typeormKysely } from './databases/typeorm-kysely.js'
import { waterline } from './databases/waterline.js'
import { busboy, formidable } from './parsers/busboy-formidable.js'
import { coBody } from './parsers/co-body.js'
import { multer } from './parsers/multer.js'
import { uri } from './parsers/uri.js'
import { nodeSystem } from './runtime/node-system.js'
import { bottleneck, resilience } from './runtime/resilience.js'
import { ajv } from './validators/ajv.js'
import { classValidator } from './validators/class-validator.js'
import { expressJsonValidator } from './validators/express-json-validator-middleware.js'
import { expressOpenApiValidator } from './validators/express-openapi-validator.js'
import { expressValidation } from './validators/express-validation.js'
import { expressValidator } from './validators/express-validator.js'
import { fieldLists } from './validators/field-lists.js'
import { ioTsRuntypesEffect } from './validators/io-ts-runtypes-effect.js'
import { joi } from './validators/joi.js'
import { jsonPatch } from './validators/json-patch.js'
import { jsonSchemaLibraries } from './validators/json-schema-libraries.js'
import { standardSchemas } from './validators/standard-schemas.js'
import { superstruct } from './validators/superstruct.js'
import { tsoa } from './validators/tsoa.js'
import { typeboxTypia } from './validators/typebox-typia.js'
import { yup } from './validators/yup.js'

/**
 * Lists all families. A function, and what only the families need is made when it is first called: the build puts all of that inside of it, as an
 * app which starts knows no error yet.
 */
export function allFamilies(): readonly Family[] {
  return families
}

const families: readonly Family[] = [
  ...beforeHttpErrors(),
  httpErrors,
  ...clientFamilies,
  thrownResponse,
  coBody,
  uri,
  multer,
  busboy,
  formidable,
  tokens,
  jwksRsa,
  awsJwtVerify,
  firebaseAdmin,
  googleAuth,
  oktaAndClerk,
  openidClient,
  svixStandardwebhooks,
  expressOauth2JwtBearer,
  passportCaslCors,
  rateLimit,
  standardSchemas,
  joi,
  expressValidation,
  yup,
  ajv,
  jsonSchemaLibraries,
  fieldLists,
  jsonPatch,
  ioTsRuntypesEffect,
  expressJsonValidator,
  tsoa,
  routingControllers,
  classValidator,
  superstruct,
  typeboxTypia,
  expressValidator,
  postgresql,
  mysql,
  sqlite,
  sqlServer,
  oracledb,
  cassandra,
  neo4j,
  pools,
  sequelize,
  objection,
  dbErrors,
  mikroOrmDrivers,
  mikroOrm,
  waterline,
  prisma,
  typeormKysely,
  mongodb,
  mongoose,
  redis,
  resilience,
  bottleneck,
  frameworks,
  moleculer,
  expressOpenApiValidator,
  trpc,
  graphql,
  nodeSystem,
  statusProperty,
].map(bareFamily)
