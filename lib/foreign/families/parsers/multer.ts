/** Errors of multer. They have no status that Express or Koa would read, and name the field. */

import type { ValidationCode } from '../../../validate/fault-codes.js'
import { validationOptions } from '../../../validate/faults.js'
import { pointerOf } from '../../../validate/place.js'
import type { Family, FamilyRow } from '../../family.js'
import { coded, row } from '../rows.js'

const FAULTS: Readonly<Record<string, readonly [status: number, code: ValidationCode, detail: string]>> = {
  LIMIT_FILE_SIZE: [413, 'maxSize', 'A file is larger than the limit.'],
  LIMIT_FILE_COUNT: [413, 'maxItems', 'The form has too many files.'],
  LIMIT_PART_COUNT: [413, 'maxItems', 'The form has too many parts.'],
  LIMIT_FIELD_KEY: [413, 'name', 'The name of a field is longer than the limit.'],
  LIMIT_FIELD_VALUE: [413, 'maxLength', 'The value of a field is longer than the limit.'],
  LIMIT_FIELD_COUNT: [413, 'maxItems', 'The form has too many fields.'],
  LIMIT_FIELD_NESTING: [400, 'depth', 'The name of a field is nested too deeply.'],
  LIMIT_UNEXPECTED_FILE: [400, 'unknown-member', 'The form has a file that is not expected.'],
  MISSING_FIELD_NAME: [400, 'name', 'A field of the form has no name.'],
}

function rows(): FamilyRow[] {
  return Object.entries(FAULTS).map(([libraryCode, [status, code, detail]]) => ({
    when: coded(libraryCode),
    status,
    options: (error, _facts, _report, detailOf) => ({
      ...validationOptions(
        [{ in: 'body', pointer: pointerOf(namesIn(error.text('field'))), code, detail, issue: error.thrown }],
        detailOf,
      ),
      detail,
    }),
  }))
}

// multer makes `{ user: { name } }` of the field `user[name]`.
function namesIn(field = ''): readonly string[] {
  return field.slice(0, LONGEST).match(/[^[\]]+/g) ?? []
}

const LONGEST = 1000

/** The family. */
export const multer: Family = {
  name: 'multer',
  concerns: ({ name, isError }) => isError && name === 'MulterError',
  rows: [...rows(), row(() => true, 400, 'The form could not be read.')],
}
