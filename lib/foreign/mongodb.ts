/** Errors of the driver of MongoDB. They name hosts and quote values. */
import { databaseDetails } from './database-details.js'
import { coded, type Family, named, passing, row } from './family.js'

/** The family. */
export const mongodb: Family = {
  name: 'MongoDB',
  concerns: ({ name, isError }) => name?.startsWith('Mongo') === true && isError,
  rows: [
    row(
      (error) => coded(11000)(error) && named('MongoServerError', 'MongoBulkWriteError', 'MongoError')(error),
      409,
      databaseDetails.unique,
    ),
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
