/** Errors of multer, busboy and formidable. multer's and formidable's have no status of their own that Express or Koa would read. */
import { isErrorStatus } from '../problem/status.js'
import { type Family, type FamilyRow, type ForeignError, hasOnly, row, said } from './family.js'

const multerDetails: Readonly<Record<string, readonly [status: number, detail: string]>> = {
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

function multerRows(): FamilyRow[] {
  return Object.entries(multerDetails).map(([code, [status, detail]]) => ({
    when: (error: ForeignError) => error.name === 'MulterError' && error.code === code,
    status,
    options: () => ({ detail, extensions: { errors: [{ in: 'body', pointer: '#', code, detail }] } }),
  }))
}

const BUSBOY =
  /^(?:Unexpected end of (?:form|multipart data)|Multipart: Boundary not found|Malformed (?:part header|content type|urlencoded form)|Unexpected end of file|Missing Content-Type)$/

// The numbers of formidable, by the status that it gives them.
const formidableDetails: Readonly<Record<number, string>> = {
  400: 'The form could not be read.',
  413: 'The form is larger than the limit.',
  415: 'The form has a media type that is not supported.',
}

/** The family. */
export const multipart: Family = {
  name: 'multipart forms',
  concerns: ({ isError, name }) => isError && (name === 'MulterError' || name === 'Error'),
  rows: [
    ...multerRows(),
    row(({ name }) => name === 'MulterError', 400, 'The form could not be read.'),
    // multer gives busboy's errors a list of its own.
    row((error) => hasOnly(error, 'storageErrors') && said(BUSBOY)(error), 400, 'The form could not be read.'),
    {
      when: (error) => formidableStatus(error) !== undefined,
      status: (error) => formidableStatus(error) as number,
      options: (error) => ({ detail: formidableDetails[formidableStatus(error) as number] ?? 'The form could not be read.' }),
    },
  ],
}

function formidableStatus(error: ForeignError): number | undefined {
  const { code } = error
  const status = error.get('httpCode')
  if (typeof code !== 'number' || code < 1000 || code > 1099) return undefined
  return isErrorStatus(status) ? status : undefined
}
