/** Errors of mysql2, mysql and mariadb. Their messages quote values and SQL. */

import type { Family } from '../../family.js'
import { coded, passing, row } from '../rows.js'
import { collision, constraintRow, databaseRow } from './database-row.js'

/** The family. */
export const mysql: Family = {
  name: 'MySQL',
  isSeenThrough: true,
  concerns: (error) => typeof error.get('sqlState') === 'string' || (error.get('fatal') === true && error.isError),
  rows: [
    constraintRow(coded('ER_DUP_ENTRY', 'ER_DUP_KEY', 'ER_DUP_ENTRY_WITH_KEY_NAME'), 'unique'),
    constraintRow(
      coded('ER_NO_REFERENCED_ROW', 'ER_NO_REFERENCED_ROW_2', 'ER_ROW_IS_REFERENCED', 'ER_ROW_IS_REFERENCED_2'),
      'reference',
    ),
    constraintRow(coded('ER_BAD_NULL_ERROR', 'ER_NO_DEFAULT_FOR_FIELD'), 'required'),
    constraintRow(coded('ER_CHECK_CONSTRAINT_VIOLATED'), 'check'),
    databaseRow(coded('ER_DATA_TOO_LONG', 'ER_WARN_DATA_OUT_OF_RANGE'), 'value'),
    databaseRow(coded('ER_TRUNCATED_WRONG_VALUE', 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD'), 'form'),
    collision(coded('ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT')),
    passing(
      coded(
        'ER_CON_COUNT_ERROR',
        'ER_TOO_MANY_USER_CONNECTIONS',
        'ER_SERVER_SHUTDOWN',
        'ER_QUERY_TIMEOUT',
        'PROTOCOL_CONNECTION_LOST',
        // mariadb
        'ER_GET_CONNECTION_TIMEOUT',
        'ER_CONNECTION_TIMEOUT',
        'ER_SOCKET_UNEXPECTED_CLOSE',
      ),
    ),
    passing(coded('ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE')),
    row((error) => typeof error.get('sqlState') === 'string', 500),
  ],
}
