/** Errors of the driver of MongoDB. They name hosts and quote values. */
import { itemsOf, read } from '../../../guard/read.js'
import type { Family, ForeignError } from '../../family.js'
import { named, passing, said } from '../rows.js'
import { collision, constraintRow, databaseRow } from './database-row.js'

const DUPLICATE_KEY = 11000
const DOCUMENT_VALIDATION = 121
const WRITE_CONFLICT = 112
// Limits of time, and members of a replica set that stop or change their part.
const PASSING: readonly unknown[] = [50, 91, 189, 262, 10107, 11600, 11602, 13435, 13436]

const isWriteError = named('MongoServerError', 'MongoBulkWriteError', 'MongoError')
const isServerError = named('MongoServerError', 'MongoWriteConcernError', 'MongoBulkWriteError')

const isBson = named('BSONError', 'BSONTypeError')
const saysHex = said(/\b24\b.{0,20}\bhex\b/)

function isRetryable(error: ForeignError): boolean {
  const labels = itemsOf(error.get('errorLabels')) ?? itemsOf(read(error.get('errorResponse'), 'errorLabels')) ?? []
  return error.code === WRITE_CONFLICT || labels.includes('TransientTransactionError')
}

/** The family. */
export const mongodb: Family = {
  name: 'MongoDB',
  isSeenThrough: true,
  concerns: (error) => error.isError && (error.name?.startsWith('Mongo') === true || isBson(error)),
  rows: [
    constraintRow((error) => error.code === DUPLICATE_KEY && isWriteError(error), 'unique'),
    constraintRow((error) => isServerError(error) && error.code === DOCUMENT_VALIDATION, 'check'),
    collision((error) => isServerError(error) && isRetryable(error)),
    passing((error) => isServerError(error) && PASSING.includes(error.code)),
    // new ObjectId(text): mostly an id of the path.
    databaseRow((error) => isBson(error) && saysHex(error), 'form'),
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
