/**
 * The families in the order in which they are asked: HTTP clients before any `status` is believed, then libraries, then errors of other
 * frameworks, then the convention of a `status` property.
 */
import { authentication } from './authentication.js'
import { bodyParser } from './body-parser.js'
import { caches } from './caches.js'
import { coBody } from './co-body.js'
import type { Family } from './family.js'
import { frameworks } from './frameworks.js'
import { grpc } from './grpc.js'
import { httpErrors } from './http-errors.js'
import { multipart } from './multipart.js'
import { nodeSystem } from './node-system.js'
import { finders, mongo, prisma, sequelize } from './orm.js'
import { rateLimit } from './rate-limit.js'
import { resilience } from './resilience.js'
import { services } from './services.js'
import { knex, mysql, sqlite } from './sql-drivers.js'
import { postgresql } from './sqlstate.js'
import { staticFiles } from './static-files.js'
import { statusProperty } from './status-property.js'
import { upstream } from './upstream.js'
import { uri } from './uri.js'
import { validators } from './validators.js'

export const families: readonly Family[] = [
  upstream,
  services,
  grpc,
  bodyParser,
  coBody,
  uri,
  multipart,
  authentication,
  rateLimit,
  validators,
  postgresql,
  mysql,
  sqlite,
  knex,
  sequelize,
  prisma,
  finders,
  mongo,
  caches,
  resilience,
  staticFiles,
  frameworks,
  httpErrors,
  nodeSystem,
  statusProperty,
]
