/** Errors of Objection.js, and of db-errors, which it is used with. Their messages and data quote values. */
import { isRecord, itemsOf, ownKeys, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { codeOf, faultsFrom, MOST_FAULTS, type ValidationFault } from '../../../validate/faults.js'
import { pointerOfText } from '../../../validate/place.js'
import type { Family, ForeignError, Mark } from '../../family.js'
import { hasProperty, named } from '../rows.js'
import { validationRow } from '../validators/validation-row.js'
import { constraintRow, databaseRow } from './database-row.js'

/** Objection.js. */
export const objection: Family = {
  name: 'Objection.js',
  keys: ['data'],
  concerns: (error) => error.isError && hasProperty(error, 'modelClass'),
  rows: [
    validationRow(
      (error) => error.get('type') === 'ModelValidation' && isErrorStatus(error.get('statusCode')) && hasLists(error.get('data')),
      faultsByPath,
      (error) => error.get('statusCode') as number,
    ),
    databaseRow((error) => error.get('type') === 'NotFound' && error.get('statusCode') === 404, 'absent'),
  ],
}

function hasLists(data: unknown): boolean {
  const paths = isRecord(data) ? ownKeys(data) : []
  return paths.length > 0 && paths.every((path) => itemsOf(read(data, path)) !== undefined)
}

// By the path of the value, lists of errors of ajv without a path.
function faultsByPath(error: ForeignError): ValidationFault[] {
  const data = error.get('data')
  return ownKeys(data)
    .slice(0, MOST_FAULTS)
    .flatMap((path) =>
      faultsFrom(read(data, path), (one) => ({ pointer: pointerOfText(path), code: codeOf(read(one, 'keyword')) })),
    )
}

// What the drivers say of a value with a size that is not allowed.
const SIZES: readonly unknown[] = ['22001', '22003', 'ER_DATA_TOO_LONG', 'ER_WARN_DATA_OUT_OF_RANGE']
const isSize: Mark = (error) => SIZES.includes(read(error.get('nativeError'), 'code'))
const isData = named('DataError')

/** The classes of db-errors. */
export const dbErrors: Family = {
  name: 'db-errors',
  isSeenThrough: true,
  keys: ['nativeError'],
  concerns: (error) => error.isError && typeof error.get('client') === 'string',
  rows: [
    constraintRow(named('UniqueViolationError'), 'unique'),
    constraintRow(named('ForeignKeyViolationError'), 'reference'),
    constraintRow(named('NotNullViolationError'), 'required'),
    constraintRow(named('CheckViolationError'), 'check'),
    databaseRow((error) => isData(error) && isSize(error), 'value'),
    databaseRow(isData, 'form'),
  ],
}
