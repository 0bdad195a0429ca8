/**
 * The families in the order in which they are asked: what middleware makes with http-errors, then http-errors, which the app calls itself;
 * clients of other servers before any `status` is believed; libraries; other frameworks; the convention of a `status` property.
 */
import { access } from './access.js'
import { ajv } from './ajv.js'
import { aws } from './aws.js'
import { bodyParser } from './body-parser.js'
import { caches } from './caches.js'
import { classValidator } from './class-validator.js'
import { coBody } from './co-body.js'
import { elasticsearch } from './elasticsearch.js'
import { expressOpenApiValidator } from './express-openapi-validator.js'
import { expressValidator } from './express-validator.js'
import { bareFamily, type Family } from './family.js'
import { finders } from './finders.js'
import { frameworks } from './frameworks.js'
import { graphql } from './graphql.js'
import { grpc } from './grpc.js'
import { httpErrors } from './http-errors.js'
import { joi } from './joi.js'
import { kafkajs } from './kafkajs.js'
import { middleware } from './middleware.js'
import { mongodb } from './mongodb.js'
import { mongoose } from './mongoose.js'
import { multer } from './multer.js'
import { busboy, formidable } from './multipart.js'
import { mysql } from './mysql.js'
import { nodeSystem } from './node-system.js'
import { nodemailer } from './nodemailer.js'
import { ofetch } from './ofetch.js'
import { olderClients } from './older-clients.js'
import { openai } from './openai.js'
import { pools } from './pools.js'
import { prisma } from './prisma.js'
import { rateLimit } from './rate-limit.js'
import { resilience } from './resilience.js'
import { sequelize } from './sequelize.js'
import { services } from './services.js'
import { sqlServer } from './sql-server.js'
import { sqlite } from './sqlite.js'
import { postgresql } from './sqlstate.js'
import { standardSchema } from './standard-schema.js'
import { statusProperty } from './status-property.js'
import { stripe } from './stripe.js'
import { structs } from './structs.js'
import { tokens } from './tokens.js'
import { trpc } from './trpc.js'
import { upstream } from './upstream.js'
import { uri } from './uri.js'
import { yup } from './yup.js'

export const families: readonly Family[] = [
  bodyParser,
  middleware,
  httpErrors,
  upstream,
  olderClients,
  ofetch,
  openai,
  services,
  aws,
  stripe,
  elasticsearch,
  nodemailer,
  kafkajs,
  grpc,
  coBody,
  uri,
  multer,
  busboy,
  formidable,
  tokens,
  access,
  rateLimit,
  standardSchema,
  joi,
  yup,
  ajv,
  classValidator,
  structs,
  expressValidator,
  postgresql,
  mysql,
  sqlite,
  sqlServer,
  pools,
  sequelize,
  prisma,
  finders,
  mongodb,
  mongoose,
  caches,
  resilience,
  frameworks,
  expressOpenApiValidator,
  trpc,
  graphql,
  nodeSystem,
  statusProperty,
].map(bareFamily)

/** Those of them that know errors which have nothing but a message. */
export const plainFamilies: readonly Family[] = families.filter(({ knowsPlain }) => knowsPlain === true)
