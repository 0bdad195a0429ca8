/** Errors of multer. They have no status that Express or Koa would read, and name the field. */
import { coded, type Family, type FamilyRow, row } from './family.js'

const DETAILS: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  LIMIT_FILE_SIZE: [413, 'A file is larger than the limit.'],
  LIMIT_FILE_COUNT: [413, 'The form has too many files.'],
  LIMIT_PART_COUNT: [413, 'The form has too many parts.'],
  LIMIT_FIELD_KEY: [413, 'The name of a field is longer than the limit.'],
  LIMIT_FIELD_VALUE: [413, 'The value of a field is longer than the limit.'],
  LIMIT_FIELD_COUNT: [413, 'The form has too many fields.'],
  LIMIT_FIELD_NESTING: [400, 'The name of a field is nested too deeply.'],
  LIMIT_UNEXPECTED_FILE: [400, 'The form has a file that is not expected.'],
  MISSING_FIELD_NAME: [400, 'A field of the form has no name.'],
}

function rows(): FamilyRow[] {
  return Object.entries(DETAILS).map(([code, [status, detail]]) => ({
    when: coded(code),
    status,
    options: () => ({ detail, extensions: { errors: [{ in: 'body', pointer: '#', code, detail }] } }),
  }))
}

/** The family. */
export const multer: Family = {
  name: 'multer',
  concerns: ({ name, isError }) => isError && name === 'MulterError',
  rows: [...rows(), row(() => true, 400, 'The form could not be read.')],
}
