/** Errors of NATS, before version 3 of its client one class with codes. They name subjects and servers. */
import type { Family } from '../../family.js'
import { coded, passing, row } from '../rows.js'

/** The family. */
export const nats: Family = {
  name: 'NATS',
  names: ['NatsError'],
  concerns: ({ isError }) => isError,
  rows: [
    row(coded('TIMEOUT'), 504),
    // 503: nobody answers this subject.
    passing(coded('503', 'CONNECTION_REFUSED', 'CONNECTION_CLOSED', 'CONNECTION_DRAINING', 'CONNECTION_TIMEOUT', 'DISCONNECT')),
    row(({ code }) => typeof code === 'string', 500),
  ],
}
