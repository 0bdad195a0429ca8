import { databaseDetails as text } from '../../lib/foreign/families/databases/database-row.js'
import { type Answer, answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const INVALID = 'The request could be read, but some of its values are not allowed.'
const RETRY: Answer = { status: 503, detail: text.retry, headers: { 'Retry-After': '1' } }
const PASSES: Answer = { status: 503, headers: WAIT }
const leaky = {
  sql: SECRET,
  query: SECRET,
  parameters: [SECRET],
  detail: SECRET,
  table: SECRET,
  constraint: SECRET,
  host: SECRET,
}
const postgres = (code: string, members: object = {}): Error =>
  coded(code, { ...leaky, severity: 'ERROR', routine: 'x', ...members })

const sqlStates: readonly (readonly [code: string, answer: Answer])[] = [
  ['23505', { status: 409, detail: text.unique }],
  ['23P01', { status: 409, detail: text.unique }],
  ['23503', { status: 409, detail: text.reference }],
  ['23001', { status: 409, detail: text.reference }],
  ['23502', { status: 422, detail: text.required }],
  ['23514', { status: 422, detail: text.check }],
  ['22P02', { status: 400, detail: text.form }],
  ['22007', { status: 400, detail: text.form }],
  ['22008', { status: 400, detail: text.form }],
  ['22021', { status: 400, detail: text.form }],
  ['22P05', { status: 400, detail: text.form }],
  ['22001', { status: 422, detail: text.value }],
  ['22003', { status: 422, detail: text.value }],
  ['2201W', { status: 422, detail: text.value }],
  ['2201X', { status: 422, detail: text.value }],
  ['40001', RETRY],
  ['40P01', RETRY],
  ...['57014', '55P03', '25P03', '57P05', '08006', '53300', '57P01'].map((code) => [code, PASSES] as const),
  ['42P01', { status: 500 }],
  ['42601', { status: 500 }],
]

describe('toProblem(): PostgreSQL', () => {
  answers(sqlStates.map(([code, answer]): Row => [`SQLSTATE ${code}`, postgres(code), answer]))
  const unique: Answer = { status: 409, detail: text.unique }
  answers([
    ['what TypeORM wraps', named('QueryFailedError', { ...leaky, driverError: postgres('23505') }), unique],
    ['what Drizzle wraps', Object.assign(new Error(SECRET, { cause: postgres('23505') }), leaky), unique],
    ['what is wrapped as original', named('DatabaseError', { original: postgres('23505') }), unique],
    ['a server that speaks German', postgres('23505', { severity: 'FEHLER' }), unique],
    ['a pooler without a routine', coded('08P01', { severity: 'FATAL' }), PASSES],
    ['a pool that waited', new Error('timeout exceeded when trying to connect'), PASSES],
    ['a pool whose connection waited', new Error('Connection terminated due to connection timeout'), PASSES],
    ['the pool of Knex', named('KnexTimeoutError', leaky), PASSES],
  ])
})

const mysql = (code: string): Error => coded(code, { ...leaky, errno: 1062, sqlState: '23000', sqlMessage: SECRET })

describe('toProblem(): MySQL', () => {
  answers([
    ...(
      [
        ['ER_DUP_ENTRY', { status: 409, detail: text.unique }],
        ['ER_DUP_KEY', { status: 409, detail: text.unique }],
        ['ER_NO_REFERENCED_ROW_2', { status: 409, detail: text.reference }],
        ['ER_ROW_IS_REFERENCED_2', { status: 409, detail: text.reference }],
        ['ER_BAD_NULL_ERROR', { status: 422, detail: text.required }],
        ['ER_CHECK_CONSTRAINT_VIOLATED', { status: 422, detail: text.check }],
        ['ER_DATA_TOO_LONG', { status: 422, detail: text.value }],
        ['ER_TRUNCATED_WRONG_VALUE', { status: 400, detail: text.form }],
        ['ER_LOCK_DEADLOCK', RETRY],
        ['ER_LOCK_WAIT_TIMEOUT', RETRY],
        ['ER_CON_COUNT_ERROR', PASSES],
        ['PROTOCOL_CONNECTION_LOST', PASSES],
        ['ER_PARSE_ERROR', { status: 500 }],
      ] as const
    ).map(([code, answer]): Row => [code, mysql(code), answer]),
    ['a server that is down', coded('ECONNREFUSED', { fatal: true, syscall: 'connect', address: SECRET }), PASSES],
    ['a fatal error of another kind', coded('OTHER', { fatal: true }), 500],
  ])
})

describe('toProblem(): SQLite', () => {
  answers(
    (
      [
        ['SQLITE_CONSTRAINT_UNIQUE', { status: 409, detail: text.unique }],
        ['SQLITE_CONSTRAINT_PRIMARYKEY', { status: 409, detail: text.unique }],
        ['SQLITE_CONSTRAINT_FOREIGNKEY', { status: 409, detail: text.reference }],
        ['SQLITE_CONSTRAINT_NOTNULL', { status: 422, detail: text.required }],
        ['SQLITE_CONSTRAINT_CHECK', { status: 422, detail: text.check }],
        ['SQLITE_BUSY', PASSES],
        ['SQLITE_FULL', PASSES],
        ['SQLITE_ERROR', { status: 500 }],
      ] as const
    ).map(([code, answer]): Row => [code, named('SqliteError', { code }), answer]),
  )
})

const sequelize = (kind: string, members: object = {}): Error => named(`Sequelize${kind}Error`, { ...leaky, ...members })
const prisma = (code: string, members: object = {}): Error =>
  named('PrismaClientKnownRequestError', { code, meta: { target: [SECRET] }, clientVersion: SECRET, ...members })

describe('toProblem(): Sequelize, Prisma, TypeORM and Kysely', () => {
  answers([
    ['a unique constraint of Sequelize', sequelize('UniqueConstraint'), { status: 409, detail: text.unique }],
    ['a foreign key of Sequelize', sequelize('ForeignKeyConstraint'), { status: 409, detail: text.reference }],
    [
      'a validation of Sequelize',
      sequelize('Validation', { errors: [{ path: 'email', validatorKey: 'isEmail', message: SECRET, value: SECRET }] }),
      {
        status: 422,
        detail: INVALID,
        errors: [{ pointer: '#/email', code: 'format', detail: 'The value is not allowed here.' }],
      },
    ],
    ['an empty result of Sequelize', sequelize('EmptyResult'), { status: 404, detail: text.absent }],
    ['an optimistic lock of Sequelize', sequelize('OptimisticLock'), { status: 409, detail: text.changed }],
    ['a connection of Sequelize', sequelize('ConnectionRefused'), PASSES],
    ['a query of Sequelize that failed', sequelize('Database'), 500],
    ...(
      [
        ['P2002', { status: 409, detail: text.unique }],
        ['P2003', { status: 409, detail: text.reference }],
        ['P2014', { status: 409, detail: text.reference }],
        ['P2000', { status: 422, detail: text.value }],
        ['P2006', { status: 400, detail: text.form }],
        ['P2011', { status: 422, detail: text.required }],
        ['P2004', { status: 422, detail: text.check }],
        ['P2025', { status: 404, detail: text.absent }],
        ['P2034', RETRY],
        ['P1001', PASSES],
        ['P2024', PASSES],
        ['P2010', { status: 500 }],
      ] as const
    ).map(([code, answer]): Row => [`${code} of Prisma`, prisma(code), answer]),
    ['a start of Prisma that failed', named('PrismaClientInitializationError', { errorCode: 'P1001' }), PASSES],
    ['a call of Prisma that is wrong', named('PrismaClientValidationError'), 500],
    [
      'an entity that TypeORM did not find',
      coded(undefined, { entityClass: SECRET, criteria: SECRET }),
      { status: 404, detail: text.absent },
    ],
    [
      'an optimistic lock of TypeORM',
      new Error(`The optimistic lock on entity ${SECRET} failed, version 1 was expected, but is actually 2.`),
      500,
    ],
    [
      'an optimistic lock of TypeORM, whose class has a name',
      named('OptimisticLockVersionMismatchError', {}, `The optimistic lock on entity ${SECRET} failed, version 1 was expected.`),
      { status: 409, detail: text.changed },
    ],
    [
      'a result that Kysely did not find',
      Object.assign(new Error('no result'), { node: {} }),
      { status: 404, detail: text.absent },
    ],
  ])
})

describe('toProblem(): MongoDB and Mongoose', () => {
  answers([
    [
      'a duplicate key',
      named('MongoServerError', { code: 11000, keyValue: { email: SECRET } }),
      { status: 409, detail: text.unique },
    ],
    ['a duplicate key of a bulk write', named('MongoBulkWriteError', { code: 11000 }), { status: 409, detail: text.unique }],
    ['another error of the server', named('MongoServerError', { code: 13 }), 500],
    ['a server that is down', named('MongoServerSelectionError', { reason: SECRET }), PASSES],
    ['a server that is down, through Mongoose', named('MongooseServerSelectionError'), PASSES],
    ['an operation that waited', named('MongooseError', {}, `Operation ${SECRET} buffering timed out after 10ms`), PASSES],
    ['another error of Mongoose', named('MongooseError'), 500],
    [
      'a validation',
      named('ValidationError', {
        _message: SECRET,
        errors: { 'lines.0.amount': { kind: 'min', value: SECRET, message: SECRET }, email: { kind: 'required' } },
      }),
      {
        status: 422,
        detail: INVALID,
        errors: [
          { pointer: '#/lines/0/amount', code: 'minimum', detail: 'The value is not allowed here.' },
          { pointer: '#/email', code: 'required', detail: 'A value is required here.' },
        ],
      },
    ],
    [
      'a path that the schema does not have',
      named('StrictModeError', { path: 'admin' }),
      {
        status: 422,
        detail: INVALID,
        errors: [{ pointer: '#/admin', code: 'unknown-member', detail: 'The value is not allowed here.' }],
      },
    ],
    [
      'a value that cannot be cast',
      named('CastError', { kind: 'ObjectId', path: '_id', value: SECRET, stringValue: SECRET }),
      { status: 400, detail: text.form },
    ],
    [
      'a document that is gone',
      named('DocumentNotFoundError', { filter: { email: SECRET } }),
      { status: 404, detail: text.absent },
    ],
    ['a document that has changed', named('VersionError', { modifiedPaths: [SECRET] }), { status: 409, detail: text.changed }],
  ])
})
