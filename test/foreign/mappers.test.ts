/** Mappers of objects to databases that make errors of their own from those of drivers. */
import { expect } from 'chai'
import { databaseDetails as text } from '../../lib/foreign/families/databases/database-row.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const unique = { status: 409, detail: text.unique }
const retry = { status: 503, detail: text.retry, headers: { 'Retry-After': '1' } }

describe('toProblem(): MikroORM', () => {
  const own = (name: string, message?: string): Error => named(name, { entity: SECRET }, message)
  const driver = (name: string): Error =>
    named(`${name}Exception`, { code: 'X', errno: 7, sqlState: undefined, sqlMessage: SECRET, errmsg: SECRET })
  const invalid = (code: string, detail: string): Row[2] => ({
    status: 422,
    detail: 'The request could be read, but some of its values are not allowed.',
    errors: [{ pointer: '#/email', code, detail }],
  })
  answers([
    ['what is not there', own('NotFoundError', `User not found ({ id: '${SECRET}' })`), { status: 404, detail: text.absent }],
    ['an optimistic lock', own('OptimisticLockError'), { status: 409, detail: text.changed }],
    [
      'a value that is missing',
      own('ValidationError', `Value for User.email is required, '${SECRET}' found`),
      invalid('required', 'A value is required here.'),
    ],
    [
      'a value of another type',
      own('ValidationError', `Trying to set User.email of type 'string' to '${SECRET}' of type 'number'`),
      invalid('type', 'The value is not allowed here.'),
    ],
    ['a mistake in code', own('ValidationError', 'Using global EntityManager instance methods is disallowed.'), 500],
    ['a unique constraint', driver('UniqueConstraintViolation'), unique],
    ['a foreign key', driver('ForeignKeyConstraintViolation'), { status: 409, detail: text.reference }],
    ['a NULL', driver('NotNullConstraintViolation'), { status: 422, detail: text.required }],
    ['a check', driver('CheckConstraintViolation'), { status: 422, detail: text.check }],
    ['a deadlock', driver('Deadlock'), retry],
    ['a lock that it waited for', driver('LockWaitTimeout'), retry],
    ['a database that is not there', driver('Connection'), { status: 503, headers: WAIT }],
    ['a statement that is wrong', driver('Syntax'), 500],
    ['a NotFoundError of the app', named('NotFoundError', { status: 410 }), 410],
    ['a NotFoundError of the app that has nothing', named('NotFoundError'), 500],
    ['an exception of the app', named('UniqueConstraintViolationException', { status: 400 }), 400],
  ])

  it('is seen through an error of the app around the error of a driver, but not around its own', () => {
    const around = (cause: unknown): number => toProblem(new Error(SECRET, { cause })).status

    expect(around(driver('UniqueConstraintViolation'))).to.equal(409)
    expect(around(own('NotFoundError'))).to.equal(500)
  })
})

describe('toProblem(): Objection.js and db-errors', () => {
  const db = (name: string, native: object = {}): Error =>
    named(name, { nativeError: Object.assign(new Error(SECRET), native), client: 'postgres', table: SECRET, columns: [SECRET] })
  answers([
    ['a unique constraint', db('UniqueViolationError'), unique],
    ['a foreign key', db('ForeignKeyViolationError'), { status: 409, detail: text.reference }],
    ['a NULL', db('NotNullViolationError'), { status: 422, detail: text.required }],
    ['a check', db('CheckViolationError'), { status: 422, detail: text.check }],
    ['a value without its form', db('DataError', { code: '22P02' }), { status: 400, detail: text.form }],
    ['a value that is too long', db('DataError', { code: 'ER_DATA_TOO_LONG' }), { status: 422, detail: text.value }],
    ['another error of a driver', db('DBError'), 500],
    ['a UniqueViolationError of the app', named('UniqueViolationError', { status: 400 }), 400],
    [
      'what is not there',
      named('NotFoundError', { type: 'NotFound', statusCode: 404, modelClass: SECRET, data: SECRET }),
      { status: 404, detail: text.absent },
    ],
    [
      'what is not there, with a status of the app',
      named('NotFoundError', { type: 'NotFound', statusCode: 410, modelClass: SECRET }),
      410,
    ],
  ])

  it('tells the place of a value by the constraint that the driver names', () => {
    const constraints = { users_email_key: '/email' }
    const native = coded('ER_DUP_ENTRY', { sqlMessage: "Duplicate entry 'x' for key 'users.users_email_key'" })
    const problem = toProblem(db('UniqueViolationError', native), { constraints })

    expect(problem.extensions.errors).to.deep.equal([
      { pointer: '#/email', code: 'unique', detail: 'The value is already in use.' },
    ])
  })
})
