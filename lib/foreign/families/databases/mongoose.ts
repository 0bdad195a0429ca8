/** Errors of Mongoose. Their messages quote values. */
import { isRecord, read } from '../../../guard/read.js'
import { allAs, codeIn, type ValidationCode } from '../../../validate/fault-codes.js'
import type { ValidationFault } from '../../../validate/faults.js'
import { pointerOfText } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasProperty, named, passing, said } from '../rows.js'
import { validationRow } from '../validators/validation-row.js'
import { databaseRow } from './database-row.js'

/** The family. */
export const mongoose: Family = {
  name: 'Mongoose',
  names: [
    'ValidationError',
    'StrictModeError',
    'CastError',
    'DocumentNotFoundError',
    'VersionError',
    'MongooseServerSelectionError',
    'MongooseError',
  ],
  rows: [
    validationRow(
      (error) => error.name === 'ValidationError' && typeof error.get('_message') === 'string' && isRecord(error.get('errors')),
      faultsByPath,
    ),
    validationRow(
      (error) => error.name === 'StrictModeError' && typeof error.get('path') === 'string',
      (error) => [{ pointer: pointerOfText(error.get('path')), code: 'unknown-member' }],
    ),
    databaseRow(
      (error) => error.name === 'CastError' && typeof error.get('kind') === 'string' && hasProperty(error, 'stringValue'),
      'form',
    ),
    databaseRow((error) => error.name === 'DocumentNotFoundError' && hasProperty(error, 'filter'), 'absent'),
    databaseRow((error) => error.name === 'VersionError' && error.get('modifiedPaths') !== undefined, 'changed'),
    passing(named('MongooseServerSelectionError')),
    passing((error) => error.name === 'MongooseError' && said(/buffering timed out/)(error)),
  ],
}

function faultsByPath(error: ForeignError): ValidationFault[] {
  return Object.entries(error.get('errors') as object).map(([path, one]) => ({
    pointer: pointerOfText(path),
    code: read(one, 'name') === 'CastError' ? 'type' : codeIn(KINDS, read(one, 'kind')),
  }))
}

const KINDS: Readonly<Record<string, ValidationCode>> = {
  ...allAs('type', 'Number String Boolean Date ObjectId ObjectID Array Map Buffer UUID BigInt Decimal128 Embedded Double Int32'),
  required: 'required',
  min: 'minimum',
  max: 'maximum',
  minlength: 'minLength',
  maxlength: 'maxLength',
  enum: 'enum',
  regexp: 'pattern',
  unique: 'unique',
}
