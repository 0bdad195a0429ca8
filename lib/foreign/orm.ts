/** Errors of Sequelize, TypeORM, Prisma and Kysely. They hold the SQL and the values; nothing of these passes. */

import { read } from '../problem/read.js'
import { coded, type Family, type ForeignError, type Mark, named, passing, row } from './family.js'
import { pointerOf } from './pointer.js'
import { databaseDetails } from './sqlstate.js'
import { codeOf, faultsOf, validationOptions } from './validation.js'

const NOT_FOUND = 'What the request refers to does not exist.'
const CHANGED = 'It was changed by another request in the meantime.'

const sequelizeName = (...kinds: readonly string[]): Mark => named(...kinds.map((kind) => `Sequelize${kind}Error`))

/** Sequelize. */
export const sequelize: Family = {
  name: 'Sequelize',
  concerns: ({ name }) => name?.startsWith('Sequelize') === true,
  rows: [
    row(sequelizeName('UniqueConstraint'), 409, databaseDetails.unique),
    row(sequelizeName('ForeignKeyConstraint'), 409, databaseDetails.reference),
    {
      when: sequelizeName('Validation'),
      status: 422,
      options: (error) =>
        validationOptions(
          faultsOf(error.get('errors'), (one) => ({
            pointer: pointerOf([read(one, 'path')]),
            code: codeOf(read(one, 'validatorKey')),
          })),
        ),
    },
    row(sequelizeName('EmptyResult'), 404, NOT_FOUND),
    row(sequelizeName('OptimisticLock'), 409, CHANGED),
    passing(
      sequelizeName(
        'Timeout',
        'ConnectionAcquireTimeout',
        'ConnectionTimedOut',
        'ConnectionRefused',
        'Connection',
        'HostNotFound',
        'HostNotReachable',
        'AccessDenied',
        'InvalidConnection',
      ),
    ),
    row((error) => error.name !== undefined, 500),
  ],
}

const prismaCode =
  (...codes: readonly string[]): Mark =>
  (error) =>
    codes.includes(String(error.code)) || codes.includes(String(error.get('errorCode')))

/** Prisma. */
export const prisma: Family = {
  name: 'Prisma',
  concerns: ({ name }) => name?.startsWith('PrismaClient') === true,
  rows: [
    row(prismaCode('P2002'), 409, databaseDetails.unique),
    row(prismaCode('P2003', 'P2014'), 409, databaseDetails.reference),
    row(prismaCode('P2000', 'P2020', 'P2033'), 422, databaseDetails.value),
    row(prismaCode('P2005', 'P2006', 'P2007', 'P2019', 'P2023'), 400, databaseDetails.form),
    row(prismaCode('P2011', 'P2012', 'P2013'), 422, databaseDetails.missing),
    row(prismaCode('P2004'), 422, databaseDetails.check),
    row(prismaCode('P2001', 'P2015', 'P2018', 'P2025'), 404, NOT_FOUND),
    { when: prismaCode('P2034'), status: 503, options: () => ({ detail: databaseDetails.retry, retryAfter: 1 }) },
    passing(prismaCode('P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037', 'ECONNREFUSED')),
    row((error) => error.name !== undefined, 500),
  ],
}

/** TypeORM and Kysely, where they answer themselves; what a driver says is read by its own family. */
export const finders: Family = {
  name: 'TypeORM and Kysely',
  rows: [
    row((error) => error.name === 'EntityNotFoundError' && error.get('criteria') !== undefined, 404, NOT_FOUND),
    row((error) => error.name === 'OptimisticLockVersionMismatchError', 409, CHANGED),
    row(isEmptyResult, 404, NOT_FOUND),
  ],
}

function isEmptyResult(error: ForeignError): boolean {
  return error.isError && error.text('message') === 'no result' && error.get('node') !== undefined
}

/** MongoDB and Mongoose. */
export const mongo: Family = {
  name: 'MongoDB and Mongoose',
  rows: [
    row(
      (error) => coded(11000)(error) && named('MongoServerError', 'MongoBulkWriteError', 'MongoError')(error),
      409,
      databaseDetails.unique,
    ),
    passing(
      named(
        'MongoServerSelectionError',
        'MongoNetworkError',
        'MongoNetworkTimeoutError',
        'MongoTopologyClosedError',
        'MongoWaitQueueTimeoutError',
        'MongoNotConnectedError',
        'MongooseServerSelectionError',
        'MongoPoolClearedError',
      ),
    ),
    passing((error) => error.name === 'MongooseError' && /buffering timed out/.test(error.text('message') ?? '')),
    row((error) => error.name === 'DocumentNotFoundError', 404, NOT_FOUND),
    row((error) => error.name === 'VersionError' && error.get('modifiedPaths') !== undefined, 409, CHANGED),
  ],
}
