/**
 * Errors of clients of language models: OpenAI's, Anthropic's and those that are generated alike, such as Groq's, and Google's. Those of OpenAI
 * have classes, but no names before version 5.
 */
import { isRecord, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError } from '../../family.js'
import { hasOnly, hasProperty, passing, row, said } from '../rows.js'
import { responseRow } from './response-row.js'

/** The family. */
export const languageModels: Family = {
  name: 'language models',
  concerns: (error) => error.isError && (isItsError(error) || isGoogle(error)),
  rows: [
    responseRow(
      (error) => isErrorStatus(error.get('status')) && isRecord(error.get('headers')),
      (error) => error.get('status'),
      (error) => error.get('headers'),
    ),
    row((error) => hasNoAnswer(error) && error.message === 'Request timed out.', 504),
    passing((error) => hasNoAnswer(error) && error.message === 'Request was aborted.'),
    responseRow(
      (error) => isGoogle(error) && isErrorStatus(error.get('status')),
      (error) => error.get('status'),
      () => undefined,
    ),
    row((error) => isGoogle(error) && saysAborted(error), 504),
    row((error) => isGoogle(error) || hasNoAnswer(error), 502),
  ],
}

// Older clients write request_id, and some nothing of the kind: their text begins with the status.
function isItsError(error: ForeignError): boolean {
  if (!hasProperty(error, 'error') || !hasProperty(error, 'headers')) return false
  const hasRequest = hasProperty(error, 'requestID') || hasProperty(error, 'request_id')
  return hasRequest || (hasProperty(error, 'status') && isGenerated(error))
}

function isGenerated(error: ForeignError): boolean {
  const headers = error.get('headers')
  const text = error.message ?? ''
  if (headers === undefined) return /^(?:Connection error\.|Request timed out\.|Request was aborted\.)$/.test(text)
  return typeof read(headers, 'get') === 'function' && text.startsWith(`${String(error.get('status'))} `)
}

const saysAborted = said(/: Request aborted when fetching /)
const GOOGLE = '[GoogleGenerativeAI Error]: '

// Google's newer client gives its errors a name, and the body of the response as their text.
function isGoogle(error: ForeignError): boolean {
  const text = error.message
  if (text?.startsWith(GOOGLE) === true) return true
  return error.name === 'ApiError' && hasOnly(error, 'name', 'status') && text?.startsWith('{') === true
}

function hasNoAnswer(error: ForeignError): boolean {
  return hasProperty(error, 'status') && error.get('status') === undefined && error.get('headers') === undefined
}
