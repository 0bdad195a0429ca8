/** Errors of Sequelize. They hold the SQL and the values. */
import { listOf, read } from '../../../guard/read.js'
import { allAs, codeIn, lengthCode, type ValidationCode } from '../../../validate/fault-codes.js'
import { faultsFrom } from '../../../validate/faults.js'
import { pointerOf } from '../../../validate/place.js'
import type { Family, Mark } from '../../family.js'
import { named, passing, row } from '../rows.js'
import { validationRow } from '../validators/validation-row.js'
import { constraintRow, databaseRow } from './database-row.js'

const sequelizeName = (...kinds: readonly string[]): Mark => named(...kinds.map((kind) => `Sequelize${kind}Error`))

/** The family. */
export const sequelize: Family = {
  name: 'Sequelize',
  concerns: ({ name, isError }) => name?.startsWith('Sequelize') === true && isError,
  rows: [
    constraintRow(sequelizeName('UniqueConstraint'), 'unique'),
    constraintRow(sequelizeName('ForeignKeyConstraint'), 'reference'),
    validationRow(sequelizeName('Validation'), (error) =>
      faultsFrom(error.get('errors'), (one) => ({
        pointer: pointerOf([read(one, 'path')]),
        code: itemCode(one),
      })),
    ),
    databaseRow(sequelizeName('EmptyResult'), 'absent'),
    databaseRow(sequelizeName('OptimisticLock'), 'changed'),
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

function itemCode(item: unknown): ValidationCode {
  const key = read(item, 'validatorKey')
  if (key !== 'len') return codeIn(KEYS, key)
  const [least, most] = listOf(read(item, 'validatorArgs'))
  return lengthCode(read(item, 'value'), least, most)
}

// The names of Sequelize's own checks, and those of validator.js.
const KEYS: Readonly<Record<string, ValidationCode>> = {
  ...allAs('required', 'is_null notNull'),
  ...allAs('type', 'isInt isFloat not_a_string not_an_array isArray isNumeric'),
  ...allAs('pattern', 'is regex isLowercase isUppercase contains startsWith endsWith'),
  ...allAs(
    'format',
    'isEmail isUrl isIP isIPv4 isIPv6 isAlpha isAlphanumeric isDecimal isUUID isDate isCreditCard isImmutable isMACAddress isJSON isHexColor isBase64 isISO8601 isMobilePhone isPostalCode isSlug',
  ),
  ...allAs('minimum', 'min isAfter'),
  ...allAs('maximum', 'max isBefore'),
  ...allAs('not', 'not notRegex notContains notIn isNull'),
  isIn: 'enum',
  equals: 'const',
  notEmpty: 'minLength',
  isDivisibleBy: 'multipleOf',
  not_unique: 'unique',
}
