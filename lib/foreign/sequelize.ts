/** Errors of Sequelize. They hold the SQL and the values. */
import { read } from '../problem/read.js'
import { databaseDetails } from './database-details.js'
import { type Family, type Mark, named, passing, row } from './family.js'
import { pointerOf } from './pointer.js'
import { codeOf, faultsFrom, validationRow } from './validation.js'

const sequelizeName = (...kinds: readonly string[]): Mark => named(...kinds.map((kind) => `Sequelize${kind}Error`))

/** The family. */
export const sequelize: Family = {
  name: 'Sequelize',
  concerns: ({ name, isError }) => name?.startsWith('Sequelize') === true && isError,
  rows: [
    row(sequelizeName('UniqueConstraint'), 409, databaseDetails.unique),
    row(sequelizeName('ForeignKeyConstraint'), 409, databaseDetails.reference),
    validationRow(sequelizeName('Validation'), (error) =>
      faultsFrom(error.get('errors'), (one) => ({
        pointer: pointerOf([read(one, 'path')]),
        code: codeOf(read(one, 'validatorKey')),
      })),
    ),
    row(sequelizeName('EmptyResult'), 404, databaseDetails.absent),
    row(sequelizeName('OptimisticLock'), 409, databaseDetails.changed),
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
    row(() => true, 500),
  ],
}
