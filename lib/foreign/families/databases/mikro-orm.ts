/** Errors of MikroORM. Their messages name entities and quote values and SQL. */

import { pointerOf } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasProperty, named, passing } from '../rows.js'
import { validationRow } from '../validators/validation-row.js'
import { collision, constraintRow, databaseRow } from './database-row.js'

// The message ends with the value; what stands in front the app has written. Other errors of this name are mistakes in code.
const REQUIRED = /^Value for \w{1,100}\.(\w{1,100}) is required, /
const WRONG_TYPE = /^Trying to set \w{1,100}\.(\w{1,100}) of type '/

/** The family of what MikroORM says itself. */
export const mikroOrm: Family = {
  name: 'MikroORM',
  names: ['NotFoundError', 'OptimisticLockError', 'ValidationError'],
  concerns: (error) => error.isError && hasProperty(error, 'entity'),
  rows: [
    databaseRow(named('NotFoundError'), 'absent'),
    databaseRow(named('OptimisticLockError'), 'changed'),
    validationRow(
      (error) => propertyIn(error, REQUIRED) !== undefined,
      (error) => [{ pointer: pointerOf([propertyIn(error, REQUIRED)]), code: 'required' }],
    ),
    validationRow(
      (error) => propertyIn(error, WRONG_TYPE) !== undefined,
      (error) => [{ pointer: pointerOf([propertyIn(error, WRONG_TYPE)]), code: 'type' }],
    ),
  ],
}

function propertyIn(error: ForeignError, pattern: RegExp): string | undefined {
  return pattern.exec(String(error.message))?.[1]
}

/** The family of what MikroORM makes of the errors of drivers, the same for all of them. */
export const mikroOrmDrivers: Family = {
  name: 'MikroORM, drivers',
  isSeenThrough: true,
  keys: ['sqlState'],
  concerns: (error) => error.isError && error.name?.endsWith('Exception') === true && hasProperty(error, 'errmsg'),
  rows: [
    constraintRow(named('UniqueConstraintViolationException'), 'unique'),
    constraintRow(named('ForeignKeyConstraintViolationException'), 'reference'),
    constraintRow(named('NotNullConstraintViolationException'), 'required'),
    constraintRow(named('CheckConstraintViolationException'), 'check'),
    collision(named('DeadlockException', 'LockWaitTimeoutException')),
    passing(named('ConnectionException')),
  ],
}
