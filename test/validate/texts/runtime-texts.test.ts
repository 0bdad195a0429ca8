/** Of a check of express-validator that throws, nobody but the text tells who wrote it: an author, a runtime, a driver or another library. */

import { notStrictEqual, strictEqual } from 'node:assert'
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { body } from 'express-validator'
import joi from 'joi'
import joi18 from 'joi-18'
import * as v from 'valibot'
import * as yup from 'yup'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import { taken } from './taken.js'

const takenOf = (msg: string, value: unknown = 'zq'): string | undefined =>
  taken({ type: 'field', location: 'body', path: 'a', msg, value })

const OF_AUTHORS = [
  'We deliver from 09:00 to 17:00.',
  'Choose 16:9 or 4:30',
  'Metadata must be valid JSON.',
  'This is not valid JSON',
  'Please tell us your relation to the patient.',
  'This relation does not exist.',
  'Cannot find that coupon.',
  "Can't find this shop",
  'Cannot read the file that you sent.',
  'Cannot delete a paid order.',
  'Cannot add more than 5 items.',
  'Cannot convert this amount to euros.',
  'Cannot set a date in the past.',
  'Unexpected coupon',
  'Unexpected number of seats.',
  'Please SELECT a plan',
  'Select a date from the list.',
  'Please UPDATE your app and INSERT a coin.',
  'Update your profile and set a name.',
  'Delete from the list what you do not need.',
  'First line\nsecond line',
  'The password needs one of A-Z, EMAIL required',
  'ERROR: too long',
  'Invalid date',
  'Invalid characters in the name.',
  'Invalid currency code: use one of EUR, USD.',
  'Invalid URL: it has to begin with https.',
  'Invalid option: choose A or B.',
  'This field is not defined for companies.',
  'An address is not an object of this form.',
  'That name violates our rules.',
  'This constraint is required.',
  'A syntax error in your formula.',
  'Duplicate entry, please check.',
  'Access denied for guests.',
  'Validation failed: please try again.',
  'Server names end with .example, such as db.example',
  'A ratio such as 3:2, an address such as 10.0.0.1',
  'Expected delivery is on Monday, but we are closed.',
  'Name cannot be null',
  'Network name is too long',
  'Timeout must be at least 5 seconds.',
  'BUSY right now, please call.',
  '[required]',
  '{0} is too short',
  'The "name" property must be filled in.',
  'Which "name" must be a good one?',
  'this must be fun',
  'Name is a required field',
  'Please give a number, not a string.',
  'PASSWORD_TOO_SHORT',
  'Not an email.',
] as const

const MADE: readonly (() => unknown)[] = [
  ...['hunter2', '', '{', '{"a":', '[1,]', '"a', '{"a" 1}', '01', '"\u0001"', '1 1', '-'].map(
    (text) => () => JSON.parse(text) as unknown,
  ),
  () => (undefined as unknown as { a: string }).a,
  () => {
    ;(null as unknown as { a: string }).a = 'x'
  },
  () => (7 as unknown as () => void)(),
  () => ({}) as unknown as { a: { b: () => void } },
  () => [...(7 as unknown as string)],
  () => new (7 as unknown as new () => object)(),
  () => new Map([7 as never]),
  () => Object.keys(null as never),
  () => `${Symbol('a') as unknown as string}`,
  () => 1n + (1 as never),
  () => BigInt('x'),
  () => BigInt(1.5),
  () => JSON.stringify(1n),
  () => new URL('x'),
  () => new Date(Number.NaN).toISOString(),
  () => 'a'.repeat(-1),
  () => 'a'.normalize('x'),
  () => String.fromCodePoint(-1),
  () => (1).toFixed(Number('200')),
  () => (1).toString(Number('99')),
  () => new Array(-1),
  () => RegExp(['('].join('')),
  () => decodeURIComponent('%'),
  () => ([] as number[]).reduce((a, b) => a + b),
  () => Object.freeze([1]).concat.call(null),
  () => Object.defineProperty(Object.freeze({}), 'a', { value: 1 }),
  () => (Object.freeze({ a: 1 }) as { a: number }).a++,
  () => new Intl.DateTimeFormat('en', { timeZone: 'hunter' }),
  () => new Intl.NumberFormat('en', { style: 'currency', currency: 'x1' }),
  () => new Intl.NumberFormat('x_y'),
  () => structuredClone(() => 1),
  () => Buffer.from(undefined as never),
  () => Buffer.alloc(-1),
  () => readFileSync('/does/not/exist'),
  () => readFileSync(7n as never),
  () => atob('!'),
  () => new Headers({ 'bad name': 'x' }),
  () => new Request('x'),
  () => AbortSignal.abort().throwIfAborted(),
  () => strictEqual('a', 'b'),
  () => notStrictEqual('a', 'a'),
  async () => fetch('http://127.0.0.1:1/'),
  async () => fetch('http://127.0.0.1:1/', { signal: AbortSignal.abort() }),
  () => z.number().parse('x'),
  () => z3.number().parse('x'),
  () => v.parse(v.number(), 'x'),
  () => joi.assert('x', joi.number()),
  () => joi18.assert('x', joi18.number()),
  () => {
    throw new Error(joi.number().validate('x').error?.message)
  },
  () => yup.number().validateSync('x'),
  () => yup.string().required().validateSync(''),
]

// As the packages write them: pg 8, mysql2 3, better-sqlite3 12, tedious 19, mongodb 6, mongoose 8, ioredis 5, node-redis 5, Prisma 6, Sequelize 6, TypeORM 0.3,
// axios 1, got 14, node-fetch 3, ofetch 1, grpc-js 1, jsonwebtoken 9, jose 6, bcryptjs 3.
const WRITTEN = [
  'duplicate key value violates unique constraint "users_email_key"',
  'insert or update on table "orders" violates foreign key constraint "orders_user_fkey"',
  'null value in column "email" of relation "users" violates not-null constraint',
  'relation "users" does not exist',
  'column users.nickname does not exist',
  'column "nick" of relation "users" does not exist',
  'function lower(integer) does not exist',
  'operator does not exist: integer = text',
  'syntax error at or near "FROM"',
  'invalid input syntax for type uuid: "hunter2"',
  'invalid input value for enum status: "hunter2"',
  'value "99999999999" is out of range for type integer',
  'value too long for type character varying(255)',
  'password authentication failed for user "postgres"',
  'permission denied for table users',
  'deadlock detected',
  'canceling statement due to statement timeout',
  'Connection terminated unexpectedly',
  'sorry, too many clients already',
  "Duplicate entry 'hunter2' for key 'users.email'",
  "Access denied for user 'root'@'10.0.0.5' (using password: YES)",
  "Unknown column 'nick' in 'where clause'",
  "Table 'shop.users' doesn't exist",
  'You have an error in your SQL syntax; check the manual',
  "Data too long for column 'name' at row 1",
  "Incorrect integer value: 'hunter2' for column 'age' at row 1",
  'Cannot add or update a child row: a foreign key constraint fails (`shop`.`orders`)',
  'Lock wait timeout exceeded; try restarting transaction',
  'SQLITE_ERROR: no such table: users',
  'no such column: nick',
  'UNIQUE constraint failed: users.email',
  'near "FROM": syntax error',
  'database is locked',
  "Invalid object name 'users'.",
  "Violation of UNIQUE KEY constraint 'UQ_users'. Cannot insert duplicate key in object 'dbo.users'.",
  "Login failed for user 'sa'.",
  'ORA-00942: table or view does not exist',
  'select * from "users" where "id" = $1 - invalid input syntax for type integer: "hunter2"',
  'select `id` from `users` where `a` = ? - Connection lost',
  'insert into "users" ("a") values ($1) - deadlock',
  'update "users" set "a" = $1 - x',
  'delete from "users" where "a" = $1 - x',
  'E11000 duplicate key error collection: shop.users index: email_1 dup key: { email: "hunter2" }',
  'Cast to ObjectId failed for value "hunter2" (type string) at path "_id" for model "User"',
  'User validation failed: email: Path `email` is required.',
  'Path `age` (3) is less than minimum allowed value (18).',
  'Operation `users.findOne()` buffering timed out after 10000ms',
  'input must be a 24 character hex string, 12 byte Uint8Array, or an integer',
  'connection <monitor> to 10.0.0.7:27017 closed',
  'Server selection timed out after 30000 ms',
  'bad auth : Authentication failed.',
  'WRONGTYPE Operation against a key holding the wrong kind of value',
  'NOAUTH Authentication required.',
  "ERR unknown command 'FOO'",
  'MOVED 3999 10.0.0.2:6381',
  'Connection is closed.',
  'Invalid `prisma.user.create()` invocation:\n\nUnique constraint failed on the fields: (`email`)',
  "Can't reach database server at `db`:`5432`",
  'notNull Violation: User.name cannot be null',
  'Could not find any entity of type "User" matching: {}',
  'connect ECONNREFUSED 10.0.0.5:5432',
  'getaddrinfo ENOTFOUND db-17',
  'read ECONNRESET',
  "ENOENT: no such file or directory, open '/srv/secrets.json'",
  'connection refused by db.internal:6379',
  'Request failed with status code 404',
  'timeout of 1000ms exceeded',
  'Network Error',
  'Response code 503 (Service Unavailable)',
  'request to http://users.internal/7 failed, reason: x',
  '[GET] "http://users.internal/7": 404 Not Found',
  '14 UNAVAILABLE: No connection established',
  'self-signed certificate in certificate chain',
  'socket hang up',
  'jwt malformed',
  'jwt expired',
  'signature verification failed',
  'Illegal arguments: undefined, string',
  'JSON Parse error: Unexpected identifier "hunter2"',
  'JSON.parse: unexpected character at line 1 column 1 of the JSON data',
  "undefined is not an object (evaluating 'a.b')",
  "Can't find variable: a",
  'x\n    at check (/srv/app.js:3:7)',
  'data/age must be number',
  'must be a number (was a string)',
]

describe('faultTexts.fromSchema and the texts of checks of express-validator', () => {
  for (const text of OF_AUTHORS)
    it(`takes that of an author: ${JSON.stringify(text)}`, () => expect(takenOf(text)).to.equal(text))

  for (const text of WRITTEN)
    it(`does not take that of a library: ${JSON.stringify(text)}`, () => expect(takenOf(text)).to.equal(undefined))

  it('takes none that runtimes and validators throw', async () => {
    const texts: string[] = []
    for (const fail of MADE) {
      const req = { body: { a: 'zq' } }
      const result = await body('a')
        .custom(async () => fail())
        .run(req)
      texts.push(...result.array().map(({ msg }) => String(msg)))
    }
    expect(texts.length).to.be.above(45)
    expect(texts.filter((text) => takenOf(text) !== undefined)).to.deep.equal([])
  })

  it('takes no text that quotes the value, whoever wrote it', () => {
    for (const text of ['No such customer: hunter2', 'hunter2 is no id', 'Could not parse "hunter2"'])
      expect(takenOf(text, 'hunter2')).to.equal(undefined)
  })
})
