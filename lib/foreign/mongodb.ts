/** Errors of the driver of MongoDB. They name hosts and quote values. */
import type { CreateOptions } from '../problem/create.js'
import { itemsOf, read } from '../problem/read.js'
import { databaseDetails } from './database-details.js'
import { coded, type Family, type ForeignError, named, passing, row, said } from './family.js'

const DOCUMENT_VALIDATION = 121
const WRITE_CONFLICT = 112
// Limits of time, and members of a replica set that stop or change their part.
const PASSING: readonly unknown[] = [50, 91, 189, 262, 10107, 11600, 11602, 13435, 13436]

const isServerError = named('MongoServerError', 'MongoWriteConcernError', 'MongoBulkWriteError')

function isBsonName(name: string | undefined): boolean {
  return name === 'BSONError' || name === 'BSONTypeError'
}

function isRetryable(error: ForeignError): boolean {
  const labels = itemsOf(error.get('errorLabels')) ?? itemsOf(read(error.get('errorResponse'), 'errorLabels')) ?? []
  return error.code === WRITE_CONFLICT || labels.includes('TransientTransactionError')
}

function retry(): CreateOptions {
  return { detail: databaseDetails.retry, retryAfter: 1 }
}

/** The family. */
export const mongodb: Family = {
  name: 'MongoDB',
  isSeenThrough: true,
  concerns: ({ name, isError }) => isError && (name?.startsWith('Mongo') === true || isBsonName(name)),
  rows: [
    row(
      (error) => coded(11000)(error) && named('MongoServerError', 'MongoBulkWriteError', 'MongoError')(error),
      409,
      databaseDetails.unique,
    ),
    row((error) => isServerError(error) && error.code === DOCUMENT_VALIDATION, 422, databaseDetails.check),
    { when: (error) => isServerError(error) && isRetryable(error), status: 503, options: retry },
    passing((error) => isServerError(error) && PASSING.includes(error.code)),
    // new ObjectId(text): mostly an id of the path.
    row((error) => isBsonName(error.name) && said(/\b24\b.{0,20}\bhex\b/)(error), 400, databaseDetails.form),
    passing(
      named(
        'MongoServerSelectionError',
        'MongoNetworkError',
        'MongoNetworkTimeoutError',
        'MongoTopologyClosedError',
        'MongoWaitQueueTimeoutError',
        'MongoNotConnectedError',
        'MongoPoolClearedError',
      ),
    ),
  ],
}
