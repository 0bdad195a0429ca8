/** Errors of Moleculer. The texts of its broker name services and nodes; those of the app are meant for the client. */
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError } from '../../family.js'
import { hasProperty, passing, row } from '../rows.js'
import { fieldFaults, isFieldList } from '../validators/field-faults.js'
import { validationRow } from '../validators/validation-row.js'
import { appMessageRow } from './app-message-row.js'

const typed =
  (...types: readonly string[]) =>
  (error: ForeignError): boolean =>
    types.includes(String(error.get('type')))

/** The family. */
export const moleculer: Family = {
  name: 'Moleculer',
  keys: ['retryable'],
  concerns: (error) =>
    isErrorStatus(error.code) && typeof error.get('retryable') === 'boolean' && hasProperty(error, 'data') && error.isError,
  rows: [
    validationRow(
      (error) => error.code === 422 && isFieldList(error.get('data')),
      (error) => fieldFaults(error.get('data')),
    ),
    passing(typed('SERVICE_NOT_FOUND', 'SERVICE_NOT_AVAILABLE', 'REQUEST_REJECTED', 'QUEUE_FULL', 'BROKER_DISCONNECTED')),
    row(typed('REQUEST_TIMEOUT', 'REQUEST_SKIPPED'), 504),
    row(typed('MAX_CALL_LEVEL', 'INVALID_PACKET_DATA', 'SERVICE_SCHEMA_ERROR'), 500),
    appMessageRow(
      () => true,
      ({ code }) => code,
    ),
  ],
}
