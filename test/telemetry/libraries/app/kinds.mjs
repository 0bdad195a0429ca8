/** The kinds of errors that are tried: what a route throws, and what must come of it. */
import { Conflict, defineProblem, NotFound, NotImplemented, ServiceUnavailable } from '../../../../dist/esm/lib/index.js'

/** A declared type for a fault of the caller, and one of the server's. */
export class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
}) {}
export class StockDown extends defineProblem('StockDown', {
  type: 'https://example.com/problems/stock-down',
  status: 503,
  title: 'The stock cannot be asked',
}) {}

/** Errors of the app that the option `map` of the handler knows, and one that a scope of routes knows. */
export class NoSuchPage extends Error {}
export class GatewayGone extends Error {}
export class DoubleBooking extends Error {}

const withCode = (message, more) => Object.assign(new Error(message), more)
const named = (name, more) => Object.assign(new Error(`of ${name}`), { name }, more)

const axios = (status) =>
  named('AxiosError', { isAxiosError: true, code: 'ERR_BAD_REQUEST', status, response: { status, headers: {}, data: {} } })

/**
 * Each with the status of its answer, and the `error.type` that a 5xx has. `first` says which errors a tracker has to show, outermost first, where it is
 * not the error alone. `route` is what the route is called where it is not that of the kind.
 */
export const kinds = [
  { name: 'an Error', status: 500, errorType: 'Error', make: () => new Error('db-17 is down') },
  {
    name: 'an Error with causes',
    status: 500,
    errorType: 'Error',
    causes: 3,
    make: () => new Error('outer', { cause: new Error('middle', { cause: new Error('inner') }) }),
  },
  {
    name: 'a TypeError',
    status: 500,
    errorType: 'TypeError',
    make: () => new TypeError("Cannot read properties of undefined (reading 'id')"),
  },
  {
    name: 'a class of the app',
    status: 500,
    errorType: 'ReportFailed',
    make: () => new (class ReportFailed extends Error {})('no report'),
  },
  { name: 'a frozen Error', status: 500, errorType: 'Error', make: () => Object.freeze(new Error('frozen')) },
  {
    name: 'an AggregateError',
    status: 500,
    errorType: 'AggregateError',
    causes: 3,
    make: () => new AggregateError([new Error('first'), new Error('second')], 'both'),
  },
  { name: '`null`', status: 500, errorType: 'InternalServerError', make: () => null },
  { name: 'a string', status: 500, errorType: 'InternalServerError', make: () => 'a text' },
  { name: '`undefined`', status: 500, errorType: 'InternalServerError', make: () => undefined },
  { name: 'a plain object', status: 500, errorType: 'InternalServerError', make: () => ({ a: 1 }) },
  { name: '`ServiceUnavailable`', status: 503, errorType: 'ServiceUnavailable', make: () => new ServiceUnavailable('not now') },
  { name: '`NotImplemented`', status: 501, errorType: 'NotImplemented', make: () => new NotImplemented() },
  {
    name: 'a declared 5xx with a cause',
    status: 503,
    errorType: 'StockDown',
    causes: 2,
    make: () => new StockDown({ cause: new Error('connect ECONNREFUSED') }),
  },
  { name: 'an error that `map` makes a 502', status: 502, errorType: 'GatewayGone', make: () => new GatewayGone('no answer') },
  { name: 'an error with `status: 503`', status: 503, errorType: 'Error', make: () => withCode('busy', { status: 503 }) },
  { name: 'an axios error for a 404', status: 502, errorType: 'AxiosError', make: () => axios(404) },
  { name: 'an axios error for a 503', status: 503, errorType: 'AxiosError', make: () => axios(503) },
  {
    name: 'a database that refuses',
    status: 503,
    errorType: 'Error',
    make: () => withCode('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED', syscall: 'connect' }),
  },
  {
    name: 'a table that is missing (PostgreSQL)',
    status: 500,
    errorType: 'error',
    make: () => named('error', { code: '42P01', severity: 'ERROR' }),
  },
  {
    name: 'a response that is broken off',
    status: 500,
    errorType: 'Error',
    how: 'aborted',
    make: () => new Error('the source broke'),
  },
  { name: 'an error behind the response', status: 500, errorType: 'Error', how: 'too-late', make: () => new Error('came late') },
  { name: '`Conflict`', status: 409, make: () => new Conflict('Order 7 is already paid.') },
  { name: '`NotFound` with a cause', status: 404, make: () => new NotFound('No order 7.', { cause: new Error('no rows') }) },
  { name: 'a declared 4xx', status: 409, make: () => new SeatTaken() },
  { name: 'an error that `map` makes a 404', status: 404, make: () => new NoSuchPage('page 9') },
  { name: 'an error that a scope makes a 409', status: 409, isScoped: true, make: () => new DoubleBooking('room 4') },
  { name: 'an error with `status: 404`', status: 404, make: () => withCode('gone', { status: 404 }) },
  {
    name: 'a ZodError',
    status: 422,
    make: () => named('ZodError', { issues: [{ code: 'custom', path: ['a'], message: 'no' }] }),
  },
  {
    name: 'a ValidationError of Joi',
    status: 422,
    make: () =>
      named('ValidationError', { isJoi: true, details: [{ path: ['a'], type: 'any.required', message: 'no' }], _original: {} }),
  },
  { name: 'a TokenExpiredError', status: 401, make: () => named('TokenExpiredError', { expiredAt: new Date(0) }) },
  {
    name: 'JSON that cannot be parsed',
    status: 400,
    make: () =>
      withCode('Unexpected token', { type: 'entity.parse.failed', status: 400, statusCode: 400, expose: true, body: '{' }),
  },
  {
    name: 'a key that exists (PostgreSQL)',
    status: 409,
    make: () => named('error', { code: '23505', severity: 'ERROR', constraint: 'orders_pkey' }),
  },
  { name: 'a method that the route does not have', status: 405, method: 'DELETE', make: () => new Error('never thrown') },
]

/** Gives the path of a kind, with a query that nobody is to see. */
export const pathOf = (index) => `/kind-${index}/7?token=Zq7x-query`

/** Gives the template of its route. */
export const routeOf = (index) => `/kind-${index}/:id`
