/** Errors of KafkaJS. Their messages name brokers and topics. */
import type { Family } from '../../family.js'
import { named, passing, row } from '../rows.js'

/** The family. */
export const kafkajs: Family = {
  name: 'KafkaJS',
  concerns: ({ isError, name }) => isError && name?.startsWith('KafkaJS') === true,
  rows: [
    passing((error) => error.get('retriable') === true),
    passing(named('KafkaJSNumberOfRetriesExceeded')),
    row(() => true, 500),
  ],
}
