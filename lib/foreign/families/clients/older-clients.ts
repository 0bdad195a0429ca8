/** Errors of node-fetch, superagent, request-promise, bent and @hapi/wreck, as far as they are told by more than a response. */
import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { boomStatus } from '../../decorated.js'
import type { Family, ForeignError } from '../../family.js'
import { failureStatus } from '../../upstream-status.js'
import { row } from '../rows.js'
import { responseFields, responseRow } from './response-row.js'

/** The family. */
export const olderClients: Family = {
  name: 'older HTTP clients',
  concerns: ({ isError, name, code }) => isError && (code === 'ECONNABORTED' || (name !== undefined && NAMES.includes(name))),
  rows: [
    {
      when: (error) => error.name === 'FetchError' && typeof error.get('type') === 'string',
      status: (error) => (String(error.get('type')).endsWith('timeout') ? 504 : failureStatus(error.code)),
    },
    // superagent, where it waited and where the text was no JSON; its status is that of the response.
    row((error) => error.get('errno') === 'ETIME' && typeof error.get('timeout') === 'number', 504),
    row((error) => error.name === 'SyntaxError' && error.get('rawResponse') !== undefined, 502),
    responseRow((error) => error.name === 'StatusCodeError' && isErrorStatus(statusOf(error)), statusOf, responseFields),
    // bent: the error is the response.
    responseRow(
      (error) =>
        error.name === 'StatusError' && typeof error.get('arrayBuffer') === 'function' && isErrorStatus(error.get('statusCode')),
      (error) => error.get('statusCode'),
      (error) => error.get('headers'),
    ),
  ],
}

/** @hapi/wreck: Boom's errors with the status of the response, which an app can change as that of every error of Boom. */
export const wreck: Family = {
  name: '@hapi/wreck',
  yields: false,
  keys: ['isBoom'],
  concerns: (error) => read(error.get('data'), 'isResponseError') === true && isErrorStatus(boomStatus(error)),
  rows: [
    responseRow(
      (error) => read(read(error.get('data'), 'res'), 'statusCode') === boomStatus(error),
      boomStatus,
      (error) => read(error.get('data'), 'headers'),
    ),
    { when: () => true, status: (error) => boomStatus(error) as number },
  ],
}

const NAMES: readonly string[] = ['FetchError', 'SyntaxError', 'StatusCodeError', 'StatusError']

function statusOf(error: ForeignError): unknown {
  return read(error.get('response'), 'statusCode')
}
