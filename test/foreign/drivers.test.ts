/** Drivers of databases, brokers, and what else this server waits for. */
import { databaseDetails as text } from '../../lib/foreign/families/databases/database-row.js'
import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const passes = { status: 503, headers: WAIT }
const retry = { status: 503, detail: text.retry, headers: { 'Retry-After': '1' } }
const unique = { status: 409, detail: text.unique }

describe('toProblem(): Oracle', () => {
  const oracle = (errorNum: number): Error => coded(`ORA-${String(errorNum).padStart(5, '0')}`, { errorNum, offset: 0 })
  answers([
    ['a unique constraint', oracle(1), unique],
    ['a parent that is not there', oracle(2291), { status: 409, detail: text.reference }],
    ['a NULL', oracle(1400), { status: 422, detail: text.required }],
    ['a check', oracle(2290), { status: 422, detail: text.check }],
    ['a text that is too long', oracle(12899), { status: 422, detail: text.value }],
    ['a text that is no number', oracle(1722), { status: 400, detail: text.form }],
    ['a deadlock', oracle(60), retry],
    ['a listener that is not there', oracle(12541), passes],
    ['a pool without a connection', coded('NJS-040'), passes],
    ['a statement that is wrong', oracle(900), 500],
    ['a code of the app', coded('ORA-1', { status: 404 }), 404],
  ])
})

describe('toProblem(): Cassandra, Neo4j and NATS', () => {
  const cassandra = (name: string, code?: number): Error =>
    named(name, { info: 'Represents an error of something', ...(code !== undefined && { code }) })
  const neo4j = (code: string): Error => named('Neo4jError', { code, gqlStatus: SECRET })
  answers([
    ['no host of Cassandra', cassandra('NoHostAvailableError'), passes],
    ['a host that was too slow', cassandra('OperationTimedOutError'), 504],
    ['nodes that are not there', cassandra('ResponseError', 0x1000), passes],
    ['a query that is wrong', cassandra('ResponseError', 0x2200), 500],
    ['an info of the app', named('NoHostAvailableError', { info: SECRET, status: 404 }), 404],
    ['an info of the app that is no text', named('NoHostAvailableError', { info: 7, status: 404 }), 404],
    ['a constraint of Neo4j', neo4j('Neo.ClientError.Schema.ConstraintValidationFailed'), unique],
    ['a deadlock of Neo4j', neo4j('Neo.TransientError.Transaction.DeadlockDetected'), retry],
    ['a database of Neo4j that is not there', neo4j('Neo.TransientError.General.DatabaseUnavailable'), passes],
    ['a server of Neo4j that is not there', neo4j('ServiceUnavailable'), passes],
    ['a query of Neo4j that is wrong', neo4j('Neo.ClientError.Statement.SyntaxError'), 500],
    ['a subject of NATS that nobody answers', named('NatsError', { code: '503' }), passes],
    ['an answer of NATS that did not come', named('NatsError', { code: 'TIMEOUT' }), 504],
    ['a subject of NATS that is wrong', named('NatsError', { code: 'BAD_SUBJECT' }), 500],
    ['a NatsError of the app', named('NatsError', { status: 404 }), 404],
  ])
})

describe('toProblem(): connections', () => {
  answers([
    ...['Queue limit reached.', 'No connections available.', 'Connection terminated unexpectedly'].map(
      (message): Row => [`a database that says "${message}"`, new Error(message), passes],
    ),
    ['a query that took too long', new Error('Query read timeout'), 504],
    ['a server that hung up', coded('ECONNRESET', {}, 'socket hang up'), 502],
    ['a connection that broke off', coded('ECONNRESET', { syscall: 'read' }), 502],
    ['a client that hung up', coded('ECONNRESET', {}, 'aborted'), 500],
    ['a socket that waited', coded('ESOCKETTIMEDOUT', { connect: false }), 504],
    ['a certificate that nobody trusts', coded('CERT_HAS_EXPIRED'), 502],
    ['a certificate of the app', coded('CERT_HAS_EXPIRED', { status: 404 }), 404],
  ])
})

describe('toProblem(): mappers with codes', () => {
  answers([
    ['a unique constraint of Waterline', named('AdapterError', { code: 'E_UNIQUE', attrNames: [SECRET] }), unique],
    [
      'a record that Waterline does not take',
      named('UsageError', { code: 'E_INVALID_NEW_RECORD' }),
      { status: 422, detail: text.check },
    ],
    ['criteria that are wrong', named('UsageError', { code: 'E_INVALID_CRITERIA' }), 500],
    ['a UsageError of the app', named('UsageError', { status: 404 }), 404],
    [
      'what LoopBack did not find',
      coded('ENTITY_NOT_FOUND', { entityName: SECRET, entityId: SECRET }),
      { status: 404, detail: text.absent },
    ],
    ['a code of the app', coded('ENTITY_NOT_FOUND', { status: 410 }), 410],
  ])
})

describe('toProblem(): Bottleneck', () => {
  class BottleneckError extends Error {}
  class JobError extends Error {}
  answers([
    ['a job that was dropped', new BottleneckError('This job has been dropped by Bottleneck'), passes],
    ['a job that took too long', new BottleneckError('This job timed out after 10 ms.'), 504],
    ['a job that is wrong', new BottleneckError(SECRET), 500],
    ['a job of the app', new JobError('This job timed out after 10 ms.'), 500],
  ])
})

describe('toProblem(): Moleculer and Curveball', () => {
  const moleculer = (code: number, type: string, message = SECRET, data: unknown = SECRET): Error =>
    Object.assign(new Error(message), { code, type, data, retryable: false })
  const curveball = (httpStatus: number): Error =>
    Object.assign(new Error('The own text.'), { httpStatus, type: null, title: 'Conflict', detail: SECRET, instance: null })
  const list = [{ type: 'required', field: 'a.b', message: SECRET, actual: SECRET }]
  answers([
    ['an error of an action', moleculer(409, 'SEAT_TAKEN', 'The own text.'), { status: 409, detail: 'The own text.' }],
    ['a failure of an action', moleculer(502, 'GATEWAY'), 502],
    ['a service that is not there', moleculer(404, 'SERVICE_NOT_FOUND'), passes],
    ['a service that is too slow', moleculer(504, 'REQUEST_TIMEOUT'), 504],
    ['actions that call each other for ever', moleculer(500, 'MAX_CALL_LEVEL'), 500],
    [
      'parameters that fastest-validator refused',
      moleculer(422, 'VALIDATION_ERROR', SECRET, list),
      {
        status: 422,
        detail: 'The request could be read, but some of its values are not allowed.',
        errors: [{ pointer: '#/a/b', code: 'required', detail: 'A value is required here.' }],
      },
    ],
    ['a code and retryable of the app', Object.assign(new Error(SECRET), { code: 404, retryable: true }), 500],
    ['a code and retryable that are none', Object.assign(new Error(SECRET), { code: 404, retryable: SECRET, status: 409 }), 409],
    ['a Curveball error', curveball(409), { status: 409, detail: 'The own text.' }],
    ['an httpStatus of the app', Object.assign(new Error(SECRET), { httpStatus: 409 }), 500],
  ])
})
