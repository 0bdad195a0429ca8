/** Errors of the clients of Elasticsearch and OpenSearch: `meta` holds the request and the response. */
import { isRecord, read } from '../../../guard/read.js'
import type { Family } from '../../family.js'
import { named, row } from '../rows.js'
import { responseRow } from './response-row.js'

/** The family. */
export const elasticsearch: Family = {
  name: 'Elasticsearch',
  concerns: (error) => error.isError && isRecord(read(error.get('meta'), 'meta')),
  rows: [
    responseRow(
      named('ResponseError'),
      (error) => read(error.get('meta'), 'statusCode'),
      (error) => read(error.get('meta'), 'headers'),
    ),
    row(named('TimeoutError'), 504),
    row(named('ConnectionError', 'NoLivingConnectionsError'), 502),
  ],
}
