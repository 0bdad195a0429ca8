/**
 * The families in the order in which they are asked: what middleware makes with http-errors, then http-errors, which the app calls itself;
 * clients of other servers before any `status` is believed; libraries; other frameworks; the convention of a `status` property.
 */
import { access } from './access.js'
import { ajv } from './ajv.js'
import { bareFamily } from './asked-family.js'
import { awsJwtVerify } from './aws-jwt-verify.js'
import { bodyParser } from './body-parser.js'
import { caches } from './caches.js'
import { cassandra, neo4j } from './cassandra-neo4j.js'
import { classValidator } from './class-validator.js'
import { clientFamilies } from './client-families.js'
import { coBody } from './co-body.js'
import { decoders } from './decoders.js'
import { expressJsonValidator } from './express-json-validator-middleware.js'
import { expressOpenApiValidator } from './express-openapi-validator.js'
import { expressValidation } from './express-validation.js'
import { expressValidator } from './express-validator.js'
import type { Family } from './family.js'
import { fieldLists, koaParameter } from './field-lists.js'
import { finders } from './finders.js'
import { frameworks } from './frameworks.js'
import { graphql } from './graphql.js'
import { httpErrors } from './http-errors.js'
import { firebaseAdmin, googleAuth, oktaAndClerk } from './identity.js'
import { joi } from './joi.js'
import { jsonPatch } from './json-patch.js'
import { jsonSchemaLibraries } from './json-schema-libraries.js'
import { jwksRsa } from './jwks-rsa.js'
import { middleware } from './middleware.js'
import { mikroOrm, mikroOrmDrivers } from './mikro-orm.js'
import { moleculer } from './moleculer.js'
import { mongodb } from './mongodb.js'
import { mongoose } from './mongoose.js'
import { multer } from './multer.js'
import { busboy, formidable } from './multipart.js'
import { mysql } from './mysql.js'
import { nodeSystem } from './node-system.js'
import { dbErrors, objection } from './objection.js'
import { openidClient } from './openid-client.js'
import { oracle } from './oracle.js'
import { pools } from './pools.js'
import { prisma } from './prisma.js'
import { rateLimit } from './rate-limit.js'
import { bottleneck, resilience } from './resilience.js'
import { routingControllers } from './routing-controllers.js'
import { sequelize } from './sequelize.js'
import { sqlServer } from './sql-server.js'
import { sqlite } from './sqlite.js'
import { postgresql } from './sqlstate.js'
import { standardSchema } from './standard-schema.js'
import { statusProperty } from './status-property.js'
import { structs } from './structs.js'
import { thrownResponse } from './thrown-response.js'
import { tokens } from './tokens.js'
import { trpc } from './trpc.js'
import { tsoa } from './tsoa.js'
import { uri } from './uri.js'
import { waterline } from './waterline.js'
import { webhooks } from './webhooks.js'
import { yup } from './yup.js'

export const families: readonly Family[] = [
  bodyParser,
  middleware,
  koaParameter,
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
  webhooks,
  access,
  rateLimit,
  standardSchema,
  joi,
  expressValidation,
  yup,
  ajv,
  jsonSchemaLibraries,
  fieldLists,
  jsonPatch,
  decoders,
  expressJsonValidator,
  tsoa,
  routingControllers,
  classValidator,
  structs,
  expressValidator,
  postgresql,
  mysql,
  sqlite,
  sqlServer,
  oracle,
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
  finders,
  mongodb,
  mongoose,
  caches,
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

/** Those of them that know errors which have nothing but a message. */
export const plainFamilies: readonly Family[] = families.filter(({ knowsPlain }) => knowsPlain === true)
