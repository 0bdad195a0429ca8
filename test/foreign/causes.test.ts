/** What an error means that wraps another one: docs/decisions/0016-foreign-status-and-cause.md. */
import { expect } from 'chai'
import { databaseDetails as text } from '../../lib/foreign/families/databases/database-row.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { NotFound, ServiceUnavailable } from '../../lib/problem/classes.js'
import { answers, coded, named, SECRET, WAIT } from './shaped.js'

const around = (cause: unknown, members: object = {}): Error => Object.assign(new Error(SECRET, { cause }), members)
const deep = (levels: number, cause: unknown): unknown => (levels === 0 ? cause : around(deep(levels - 1, cause)))
class OrderFailed extends Error {
  readonly order = SECRET
}
const unique = { status: 409, detail: text.unique }
const postgres = coded('23505', { severity: 'ERROR', detail: SECRET })
const refused = coded('ECONNREFUSED', { syscall: 'connect', address: SECRET })
const axios = named('AxiosError', { isAxiosError: true, response: { status: 503, headers: { 'retry-after': '7' } } })

describe('toProblem(): an unknown error around one of a library', () => {
  answers([
    ['a dependency that is not there', around(refused), { status: 503, headers: WAIT }],
    ['a response of another server', around(axios), { status: 503, headers: { 'Retry-After': '7' } }],
    ['a class of the app around it', new OrderFailed(SECRET, { cause: refused }), { status: 503, headers: WAIT }],
    ['a dependency four levels down', deep(4, refused), { status: 503, headers: WAIT }],
    ['a dependency that is deeper', deep(5, refused), 500],
    ['PostgreSQL', around(postgres), unique],
    ['PostgreSQL in an error of Drizzle', around(postgres, { query: SECRET, params: [SECRET] }), unique],
    ['MySQL', around(coded('ER_DUP_ENTRY', { sqlState: '23000', sql: SECRET })), unique],
    ['SQLite', around(coded('SQLITE_CONSTRAINT_UNIQUE')), unique],
    ['SQL Server', around(coded('EREQUEST', { number: 2627, class: 14, state: 1 })), unique],
    ['MongoDB', around(named('MongoServerError', { code: 11000 })), unique],
  ])

  // What a client did wrong is said by whoever knows that it was the client.
  answers([
    ['a validator', around(named('ZodError', { issues: [{ message: SECRET, path: [] }] })), 500],
    ['a token', around(named('JsonWebTokenError')), 500],
    ['a problem of a 4xx', around(new NotFound(SECRET)), 500],
    ['a problem of this server that passes', around(new ServiceUnavailable({ retryAfter: 9 })), 500],
    ['an error with the status 503', around({ status: 503, headers: { Vary: SECRET } }), 500],
    ['a body that is no JSON', around(Object.assign(new SyntaxError(SECRET), { status: 400, type: 'entity.parse.failed' })), 500],
    ['an error with a status', around({ status: 404, expose: true, message: SECRET }), 500],
    ['a row that Prisma did not find', around(named('PrismaClientKnownRequestError', { code: 'P2025' })), 500],
    ['a file that is missing', around(coded('ENOENT', { syscall: 'open', path: SECRET })), 500],
    ['a function, as verror has it', around(() => refused), 500],
    ['nothing', around(null), 500],
  ])

  answers([
    ['a status of its own', around(postgres, { status: 404 }), 404],
    ['a status of its own around a dependency', around(refused, { statusCode: 410 }), 410],
  ])

  it('ends where causes are a circle', () => {
    const round: Error & { cause?: unknown } = new Error(SECRET)
    round.cause = round

    expect(toProblem(round).status).to.equal(500)
  })

  it('stops at the first cause that is known', () => {
    expect(toProblem(around(named('JsonWebTokenError', { cause: refused }))).status).to.equal(500)
  })

  it('finds the place of a broken constraint through it', () => {
    const { extensions } = toProblem(around(coded('23505', { severity: 'ERROR', constraint: 'users_email_key' })), {
      constraints: { users_email_key: '/email' },
    })

    expect(extensions).to.deep.equal({ errors: [{ pointer: '#/email', code: 'unique', detail: 'The value is already in use.' }] })
  })
})
