/**
 * Errors of clients of stores and searches that others run: PocketBase, CouchDB through nano, Cosmos DB, Appwrite, Contentful, Sanity, Algolia,
 * Meilisearch, Typesense and Notion.
 */
import { itemsOf, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, FamilyRow, ForeignError, Mark } from '../../family.js'
import { failureStatus } from '../../upstream-status.js'
import { constraintRow, databaseRow } from '../databases/database-row.js'
import { hasProperty, named, row, said } from '../rows.js'
import { responseFields, responseRow } from './response-row.js'

const statusCode = (error: ForeignError): unknown => error.get('statusCode')
const status = (error: ForeignError): unknown => error.get('status')
const noFields = (): undefined => undefined

const isCouch: Mark = (error) => error.isError && error.get('scope') === 'couch' && isErrorStatus(statusCode(error))
const isCosmos: Mark = (error) => error.isError && hasProperty(error, 'activityId') && isErrorStatus(error.code)
const isPocketBase: Mark = (error) =>
  error.name?.startsWith('ClientResponseError ') === true && hasProperty(error, 'originalError')
const isAppwrite: Mark = (error) => error.name === 'AppwriteException' && typeof error.code === 'number'
const isSanity: Mark = (error) => error.isError && hasProperty(error, 'responseBody') && isErrorStatus(statusCode(error))
const isAlgolia: Mark = (error) => error.isError && itemsOf(error.get('stackTrace')) !== undefined
const isTypesense: Mark = (error) => error.isError && hasProperty(error, 'httpBody') && isErrorStatus(error.get('httpStatus'))
const isNotion: Mark = (error) =>
  named('APIResponseError', 'UnknownHTTPResponseError')(error) &&
  typeof error.get('body') === 'string' &&
  isErrorStatus(status(error))
// The text of Contentful begins with the status, and holds the whole request.
const isContentful = said(/^\{\n {2}"status": \d{3},\n {2}"statusText": "/)

/** The family. */
export const hostedStores: Family = {
  name: 'stores that others run',
  names: ['AppwriteException', 'MeilisearchRequestTimeOutError', 'RequestTimeoutError'],
  // `name` is for Contentful, which has one for each of its answers.
  keys: ['scope', 'activityId', 'originalError', 'responseBody', 'stackTrace', 'httpBody', 'body', 'name'],
  concerns: ({ isError }) => isError,
  rows: [
    // CouchDB and Cosmos DB are databases of the app: what they refuse means the same as elsewhere.
    ...asDatabase(isCouch, statusCode, (mark) => databaseRow(mark, 'changed')),
    responseRow(isCouch, statusCode, (error) => error.get('headers')),
    ...asDatabase(
      isCosmos,
      ({ code }) => code,
      (mark) => constraintRow(mark, 'unique'),
    ),
    responseRow(
      isCosmos,
      ({ code }) => code,
      (error) => ({ 'retry-after': retryAfterOf(error) }),
    ),
    responseRow((error) => isPocketBase(error) && isErrorStatus(status(error)), status, noFields),
    { when: isPocketBase, status: (error) => failureStatus(read(read(error.get('originalError'), 'cause'), 'code')) },
    responseRow(
      (error) => isAppwrite(error) && isErrorStatus(error.code),
      ({ code }) => code,
      noFields,
    ),
    row(isAppwrite, 502),
    responseRow(isSanity, statusCode, responseFields),
    responseRow((error) => isAlgolia(error) && isErrorStatus(status(error)), status, noFields),
    row((error) => isAlgolia(error) && error.name === 'RetryError', 502),
    responseRow(isTypesense, (error) => error.get('httpStatus'), noFields),
    responseRow(isNotion, status, (error) => error.get('headers')),
    row((error) => error.code === 'notionhq_client_request_timeout', 504),
    row(named('MeilisearchRequestTimeOutError'), 504),
    responseRow(isContentful, (error) => Number(/\d{3}/.exec(String(error.message))), noFields),
  ],
}

function asDatabase(
  when: Mark,
  statusOf: (error: ForeignError) => unknown,
  conflictRow: (mark: Mark) => FamilyRow,
): readonly FamilyRow[] {
  return [
    databaseRow((error) => when(error) && statusOf(error) === 404, 'absent'),
    conflictRow((error) => when(error) && statusOf(error) === 409),
    databaseRow((error) => when(error) && statusOf(error) === 412, 'changed'),
  ]
}

function retryAfterOf(error: ForeignError): string {
  return String(Math.ceil(Number(error.get('retryAfterInMs')) / 1000))
}
