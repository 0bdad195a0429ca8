/** Errors of busboy and formidable. formidable's status is in a property of its own. */
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError } from '../../family.js'
import { hasOnly, row, said } from '../rows.js'

const UNREAD = 'The form could not be read.'

const BUSBOY =
  /^(?:Unexpected end of (?:form|multipart data)|Multipart: Boundary not found|Malformed (?:part header|content type|urlencoded form)|Unexpected end of file|Missing Content-Type)$/

/** busboy gives nothing but a text. multer adds a list of its own. */
export const busboy: Family = {
  name: 'busboy',
  knowsPlain: true,
  concerns: ({ code, name }) => code === undefined && name === 'Error',
  rows: [row((error) => said(BUSBOY)(error) && hasOnly(error, 'storageErrors'), 400, UNREAD)],
}

// The numbers of formidable, by the status that it gives them.
const formidableDetails: Readonly<Record<number, string>> = {
  413: 'The form is larger than the limit.',
  415: 'The form has a media type that is not supported.',
}

/** formidable. */
export const formidable: Family = {
  name: 'formidable',
  concerns: (error) => formidableStatus(error) !== undefined,
  rows: [
    {
      when: () => true,
      status: (error) => formidableStatus(error) as number,
      options: (error) => ({ detail: formidableDetails[formidableStatus(error) as number] ?? UNREAD }),
    },
  ],
}

function formidableStatus(error: ForeignError): number | undefined {
  const { code } = error
  if (typeof code !== 'number' || code < 1000 || code > 1099) return undefined
  const status = error.get('httpCode')
  return isErrorStatus(status) ? status : undefined
}
