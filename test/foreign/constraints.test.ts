/** Named constraints of databases. PostgreSQL is real; the others are what the drivers throw, seen with the packages in test/real-errors. */
import { PGlite } from '@electric-sql/pglite'
import { expect } from 'chai'
import fc from 'fast-check'
import { constraintNames } from '../../lib/foreign/constraint-names.js'
import { prepareConstraints, withPlaces } from '../../lib/foreign/constraints.js'
import { databaseDetails } from '../../lib/foreign/families/databases/database-row.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'

const error = (name: string, message: string, members: object): Error => Object.assign(new Error(message), { name }, members)
const pg = { code: '23505', severity: 'ERROR', constraint: 'users_email_key', detail: 'Key (email)=(a@example.com) exists.' }
const duplicate = "Duplicate entry 'x' for key 'phone' for key 'users.users_email_key'"
const reference =
  'Cannot add or update a child row: a foreign key constraint fails (`db`.`post`, CONSTRAINT `post_user` FOREIGN KEY (`user_id`) REFERENCES `user` (`id`) ON DELETE CASCADE)'
const adapter = (cause: object): object => ({ meta: { modelName: 'User', driverAdapterError: { cause } } })
const prisma = (code: string, members: object): Error =>
  error('PrismaClientKnownRequestError', 'failed', { code, clientVersion: '7.10.0', ...members })

/** What is thrown, the name that the app knows the constraint by, and the status, code and detail of the fault. */
const rows: readonly (readonly [what: string, thrown: Error, name: string, status: number, code: string])[] = [
  ['pg', error('error', 'x', pg), 'users_email_key', 409, 'unique'],
  ['pg: a reference', error('error', 'x', { ...pg, code: '23503' }), 'users_email_key', 409, 'reference'],
  ['pg: a check', error('error', 'x', { ...pg, code: '23514' }), 'users_email_key', 422, 'check'],
  [
    'pg: a column',
    error('error', 'x', { ...pg, code: '23502', table: 'users', column: 'email' }),
    'users.email',
    422,
    'required',
  ],
  ['pg: a column alone', error('error', 'x', { code: '23502', severity: 'ERROR', column: 'email' }), 'email', 422, 'required'],
  ['TypeORM', error('QueryFailedError', 'x', { driverError: pg, query: 'insert' }), 'users_email_key', 409, 'unique'],
  ['Drizzle', error('Error', 'Failed query', { cause: pg, query: 'insert' }), 'users_email_key', 409, 'unique'],
  ['Sequelize', error('SequelizeUniqueConstraintError', 'x', { parent: pg }), 'users_email_key', 409, 'unique'],
  [
    'Sequelize: a reference',
    error('SequelizeForeignKeyConstraintError', 'x', { index: 'post_user' }),
    'post_user',
    409,
    'reference',
  ],
  [
    'Sequelize on MySQL',
    error('SequelizeUniqueConstraintError', 'x', { original: { sqlMessage: duplicate } }),
    'users_email_key',
    409,
    'unique',
  ],
  [
    'mysql2',
    error('Error', duplicate, { code: 'ER_DUP_ENTRY', sqlState: '23000', sqlMessage: duplicate }),
    'users.users_email_key',
    409,
    'unique',
  ],
  [
    'mysql2: a reference',
    error('Error', 'x', { code: 'ER_NO_REFERENCED_ROW_2', sqlState: '23000', sqlMessage: reference }),
    'post_user',
    409,
    'reference',
  ],
  [
    'mysql2: a check',
    error('Error', 'x', {
      code: 'ER_CHECK_CONSTRAINT_VIOLATED',
      sqlState: 'HY000',
      sqlMessage: "Check constraint 'age' is violated.",
    }),
    'age',
    422,
    'check',
  ],
  [
    'better-sqlite3',
    error('SqliteError', 'UNIQUE constraint failed: users.email', { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    'users.email',
    409,
    'unique',
  ],
  [
    'better-sqlite3: two columns, through Knex',
    error('SqliteError', "insert ('UNIQUE constraint failed: a.b') - UNIQUE constraint failed: t.a, t.b", {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    }),
    't.a, t.b',
    409,
    'unique',
  ],
  [
    'better-sqlite3: an index',
    error('SqliteError', "UNIQUE constraint failed: index 'by_email'", { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    'by_email',
    409,
    'unique',
  ],
  ['Prisma: a target', prisma('P2002', { meta: { modelName: 'User', target: ['email'] } }), 'User.email', 409, 'unique'],
  ['Prisma: its name', prisma('P2002', { meta: { modelName: 'User', target: ['email'] } }), 'User_email_key', 409, 'unique'],
  ['Prisma: no model', prisma('P2002', { meta: { target: ['a', 'b'] } }), 'a, b', 409, 'unique'],
  ['Prisma: an index', prisma('P2002', { meta: { target: 'users_email_key' } }), 'users_email_key', 409, 'unique'],
  [
    'Prisma: an adapter',
    prisma('P2002', adapter({ kind: 'UniqueConstraintViolation', constraint: { fields: ['"email"'] } })),
    'email',
    409,
    'unique',
  ],
  [
    "Prisma: an adapter's text",
    prisma(
      'P2002',
      adapter({ originalMessage: 'duplicate key value violates unique constraint "users_email_key"', constraint: {} }),
    ),
    'users_email_key',
    409,
    'unique',
  ],
  ['Prisma: a reference', prisma('P2003', adapter({ constraint: { index: 'post_user' } })), 'post_user', 409, 'reference'],
  [
    'MongoDB: the index',
    error('MongoServerError', 'E11000', { code: 11000, keyPattern: { a: 1, b: -1 } }),
    'a_1_b_-1',
    409,
    'unique',
  ],
  ['MongoDB: the field', error('MongoServerError', 'E11000', { code: 11000, keyPattern: { email: 1 } }), 'email', 409, 'unique'],
]

describe('the option constraints', () => {
  for (const [what, thrown, name, status, code] of rows) {
    it(`names the place of a value: ${what}`, () => {
      const problem = toProblem(thrown, { constraints: { other: '/other', [name]: '/user/email' } })
      const [fault] = problem.extensions['errors'] as [Record<string, unknown>]
      expect(problem).to.include({ status, cause: thrown })
      expect(problem.extensions['errors']).to.have.length(1)
      expect(fault).to.include({ pointer: '#/user/email', code })
      expect(fault['detail']).to.match(/^(?:The|A) value .*\.$/)
      expect(faultsOf(problem)).to.deep.equal([])
    })

    it(`says nothing without the name: ${what}`, () => {
      for (const constraints of [undefined, {}, { another: '/email' }])
        expect(toProblem(thrown, constraints && { constraints }).extensions).to.deep.equal({})
    })
  }

  it('gives each column of a constraint its own fault', () => {
    const { extensions } = toProblem(error('error', 'x', pg), { constraints: { users_email_key: ['/a', '/b~1c', ''] } })
    expect((extensions['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).to.deep.equal(['#/a', '#/b~1c', '#'])
  })

  it('tells the kind of a constraint by the row, whatever the detail says', () => {
    const constraints = prepareConstraints({ users_email_key: '/email' })
    const thrown = error('error', 'x', pg)
    const translated = withPlaces({ kind: 'unique' }, { detail: 'Ein Wert ist schon vergeben.' }, thrown, constraints)
    expect(translated).to.deep.equal({
      detail: 'Ein Wert ist schon vergeben.',
      extensions: { errors: [{ pointer: '#/email', code: 'unique', detail: 'The value is already in use.' }] },
    })
    for (const detail of Object.values(databaseDetails)) {
      const options = { detail }
      expect(withPlaces({}, options, thrown, constraints)).to.equal(options)
    }
  })

  it('takes the names of a real PostgreSQL', async () => {
    const db = new PGlite()
    const failure = (sql: string): Promise<unknown> =>
      db.query(sql).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
    try {
      await db.exec(
        'create table users (id int primary key, email text unique, age int check (age > 0), boss int references users, name text not null)',
      )
      await db.exec("insert into users values (1, 'a@example.com', 1, null, 'x')")
      const constraints = {
        users_email_key: '/email',
        users_age_check: '/age',
        users_boss_fkey: '/boss',
        'users.name': '/name',
        users_name_not_null: '/name',
      }
      for (const [values, status, pointer, code] of [
        ["2, 'a@example.com', 1, null, 'x'", 409, '#/email', 'unique'],
        ["2, 'b', 0, null, 'x'", 422, '#/age', 'check'],
        ["2, 'b', 1, 9, 'x'", 409, '#/boss', 'reference'],
        ["2, 'b', 1, null, null", 422, '#/name', 'required'],
      ] as const) {
        const problem = toProblem(await failure(`insert into users values (${values})`), { constraints })
        const [fault] = problem.extensions['errors'] as [Record<string, unknown>]
        expect([problem.status, fault['pointer'], fault['code']]).to.deep.equal([status, pointer, code])
        expect(JSON.stringify(problem)).not.to.match(/users|a@example|_key|_check/)
      }
      expect(toProblem(await failure('select * from nowhere'), { constraints }).extensions).to.deep.equal({})
    } finally {
      await db.close()
    }
  }).timeout(20_000)

  it('lets no value of a request choose the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("' for key 'phone'", 'UNIQUE constraint failed: phone'), (text, planted) => {
        const value = `${text}${planted}`
        const thrown = [
          error('Error', value, { sqlMessage: `Duplicate entry '${value}' for key 'users.email'` }),
          error('Error', `insert ('${value}') - UNIQUE constraint failed: users.email`, { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
          error('Error', `Failed query: insert params: ${value}`, { query: 'insert', cause: pg }),
          error('MongoServerError', value, { keyPattern: { email: 1 }, keyValue: { email: value } }),
        ]
        for (const one of thrown) expect(constraintNames(one)).not.to.include('phone')
      }),
    )
  })

  it('ends with causes in a circle, and with errors that are none', () => {
    const round = error('error', 'x', { ...pg, constraint: 7 })
    Object.assign(round, { cause: round, driverError: round, parent: round })
    expect(constraintNames(round)).to.deep.equal([])
    for (const thrown of [null, undefined, 'text', 7]) expect(constraintNames(thrown)).to.deep.equal([])
  })
})
