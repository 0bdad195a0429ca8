import { expect } from 'chai'
import fc from 'fast-check'
import { isSecretName, redact, redactStart } from '../../lib/guard/redact.js'
import { cpuTime } from '../respond/cpu-time.js'

/** A text, and what stays of it. */
const rows: readonly (readonly [text: string, redacted: string])[] = [
  ['postgres://user:pass@db-17:5432/app', 'postgres://[redacted]@db-17:5432/app'],
  ['at postgres://user:pa/ss@w?r#d@db failed', 'at postgres://[redacted]@db failed'],
  ['postgres://user:12345@db/app', 'postgres://[redacted]@db/app'],
  ['"mongodb+srv://u:p@c.mongodb.net/x?retryWrites=true"', '"mongodb+srv://[redacted]@c.mongodb.net/x?[redacted]"'],
  ['mongodb://u:p@h1:27017,h2:27017/x', 'mongodb://[redacted]@h1:27017,h2:27017/x'],
  ['redis://:secret@h:6379/0', 'redis://[redacted]@h:6379/0'],
  ['amqps://u:p@h', 'amqps://[redacted]@h'],
  ['https://ghp_abc@github.com/x', 'https://[redacted]@github.com/x'],
  ['Server=db;User Id=sa;Password=hunter2;', 'Server=db;User Id=sa;Password=[redacted];'],
  ['host=db password=secret user=x', 'host=db password=[redacted] user=x'],
  ['AccountName=a;AccountKey=abc==;', 'AccountName=a;AccountKey=[redacted];'],
  [
    'ACME_PRODUCTION_EU_WEST_1_CUSTOMER_DATABASE_PASSWORD=hunter2',
    'ACME_PRODUCTION_EU_WEST_1_CUSTOMER_DATABASE_PASSWORD=[redacted]',
  ],
  ['db_postgres://user:hunter2@db', 'db_postgres://[redacted]@db'],
  ["auth: { user: 'x', pass: 'hunter2' }", "auth: { user: 'x', pass: [redacted] }"],
  ['admin:hunter2@db.internal:5432/app', 'admin:[redacted]@db.internal:5432/app'],
  ['{"password":["hunter2"],"x":1}', '{"password":[redacted],"x":1}'],
  ['{"token":{"value":"hunter2"},"x":1}', '{"token":[redacted],"x":1}'],
  ['at C:\\app\\.pnpm\\a@1.2.3\\a.js:1:2', 'at C:\\app\\.pnpm\\a@1.2.3\\a.js:1:2'],
  ['mailto:bob@example.com', 'mailto:bob@example.com'],
  ["MERGE INTO t USING x VALUES ('hunter2')", "MERGE INTO t USING x VALUES ('[redacted]')"],
  ['passcode=hunter2', 'passcode=[redacted]'],
  ['bypass: on', 'bypass: on'],
  ['GET /orders?token=abc&x=1 (401)', 'GET /orders?[redacted] (401)'],
  ['https://api.example/x?key=abc: 401', 'https://api.example/x?[redacted] 401'],
  ['(https://api.example/cb#access_token=abc)', '(https://api.example/cb?[redacted])'],
  ['http://localhost:3000/users?email=a@b.c', 'http://localhost:3000/users?[redacted]'],
  ['Authorization: Bearer abc.def, x\nnext', 'Authorization: [redacted]\nnext'],
  ["{ Authorization: 'Basic eA==', Accept: '*' }", "{ Authorization: [redacted], Accept: '*' }"],
  ['{"proxy-authorization":"Basic eA==","x":1}', '{"proxy-authorization":[redacted],"x":1}'],
  ['Cookie: sid=1; b=2\nnext', 'Cookie: [redacted]\nnext'],
  ["'set-cookie': [ 'a=b', 'c=d' ], x", "'set-cookie': [redacted], x"],
  ['got Bearer abcdefghijk', 'got Bearer [redacted]'],
  ['DPoP abc.def.ghi', 'DPoP [redacted]'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln is expired', '[redacted] is expired'],
  ['cut eyJhbGciOiJIUzI1', 'cut [redacted]'],
  ['key sk-proj-abcdefghijklmnop1234 is wrong', 'key [redacted] is wrong'],
  ['sk_live_abcdefghijklmnop1234', '[redacted]'],
  ['AKIAIOSFODNN7EXAMPLE', '[redacted]'],
  ['ghp_abcdefghijklmnopqrst', '[redacted]'],
  ['xoxb-1234567890-abc', '[redacted]'],
  ['AIzaSyA1234567890abcdefghijklmnopqrstu', '[redacted]'],
  ['key-0123456789abcdef0123456789abcdef', '[redacted]'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- x', '[redacted] x'],
  ['-----BEGIN PRIVATE KEY-----\nMIIE', '[redacted]'],
  ['{"password":"hun\\"ter2","a":1}', '{"password":[redacted],"a":1}'],
  ['{\\"api_key\\":\\"abc\\",\\"a\\":1}', '{\\"api_key\\":[redacted],\\"a\\":1}'],
  ['access_token%3Dabc%26a=1', 'access_token%3D[redacted]'],
  ['connect.sid=s%3Aabc; x', 'connect.sid=[redacted]; x'],
  ['session=abc otp: 123456', 'session=[redacted] otp: [redacted]'],
  ['Session: expired', 'Session: expired'],
  ['/cb?x&password%3Ahunter2 failed', '/cb?x&password%3A[redacted] failed'],
  ["{ clientSecret: 'a\\'b' }", '{ clientSecret: [redacted] }'],
  ['password: no-secret', 'password: [redacted]'],
  ['x-api-key: abc', 'x-api-key: [redacted]'],
  ['refresh_token=abc&scope=x', 'refresh_token=[redacted]&scope=x'],
  [
    `insert into "users" ("a") values ('a@b', 'it''s', 'x\\'y') - duplicate`,
    `insert into "users" ("a") values ('[redacted]', '[redacted]', '[redacted]') - duplicate`,
  ],
  ["select * from t where a = 'cut of", "select * from t where a = '[redacted]'"],
  ["update t set a = 'x' where b = $1", "update t set a = '[redacted]' where b = $1"],
]

const harmless: readonly string[] = [
  '',
  'connect ECONNREFUSED 127.0.0.1:5432',
  'getaddrinfo ENOTFOUND db-17.internal',
  "Access denied for user 'root'@'10.0.0.1' (using password: YES)",
  'Unexpected token } in JSON at position 7',
  'jwt expired',
  'token: expired',
  'password: required, email: required',
  'Bearer authentication failed',
  'https://registry.npmjs.org/@types/x and https://h.example/guide#anchor',
  'http://[::1]:3000/x',
  'https://h:8080/@scope/x',
  "Can't select what isn't there",
  "Cannot read properties of undefined (reading 'id')",
  'What is this? Nothing.',
]

const LIMIT = 50

describe('redact()', () => {
  for (const [text, redacted] of rows) {
    it(`takes the secret out of ${JSON.stringify(text)}`, () => {
      expect(redact(text)).to.equal(redacted)
    })
  }

  for (const text of harmless) {
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      expect(redact(text)).to.equal(text)
    })
  }

  it('changes nothing of what it has written', () => {
    for (const [, redacted] of rows) expect(redact(redacted)).to.equal(redacted)
  })

  // Parts of what the patterns look for.
  const pieces = [
    'a',
    '/',
    ':',
    '@',
    '?',
    '#',
    '=',
    '"',
    "'",
    '\\',
    ' ',
    '\n',
    '-',
    '.',
    'aa://',
    'aa://b:',
    'password="',
    'token',
    'Bearer ',
    'cookie: ',
    'eyJ',
    'sk_',
    '-----BEGIN PRIVATE KEY-----',
    'select ',
    "select a from '",
    'update a ',
    'insert  ',
    'AKIA',
    '/a?',
    'aa://#=',
    '\\"',
    'authorization: [',
  ]
  it('takes no longer for a text that somebody has made for it', function () {
    this.timeout(60_000)
    const texts = [
      ...pieces.map((piece) => piece.repeat(Math.ceil(10_000 / piece.length))),
      ...pieces.flatMap((one) => pieces.map((other) => (one + other).repeat(Math.ceil(10_000 / (one.length + other.length))))),
    ]
    for (const text of texts)
      expect(cpuTime(LIMIT, () => redact(text)).milliseconds, JSON.stringify(text.slice(0, 40))).to.be.lessThan(LIMIT)
  })

  it('never throws and never gives a password back, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(' ', '\n', '"', "'"),
        fc.stringMatching(/^[\w!$%^*+=/?#-]{1,40}$/),
        (before, gap, password) => {
          const secret = `Zq7x${password}`
          expect(redact(`${before}${gap}postgres://user:${secret}@db/app`)).not.to.contain(secret)
        },
      ),
    )
  })
})

describe('redactStart()', () => {
  it('leaves a short text as it is', () => {
    expect(redactStart('short', 10)).to.equal('short')
  })

  it('cuts before a word, so that no half of a secret stays', () => {
    expect(redactStart(`failed: postgres://user:hunter2@db`, 29)).to.equal('failed: …')
    expect(redactStart('x'.repeat(2000), 1000)).to.equal(`${'x'.repeat(500)}…`)
  })
})

describe('isSecretName()', () => {
  it('knows the names of what nobody may read', () => {
    for (const name of [
      'password',
      'dbPassword',
      'api_key',
      'X-Api-Key',
      'accessToken',
      'Authorization',
      'cookie',
      'clientSecret',
    ])
      expect(isSecretName(name), name).to.equal(true)
    for (const name of ['traceId', 'type', 'maxTokens', 'cookiesAllowed', 'pointer', 'author'])
      expect(isSecretName(name), name).to.equal(false)
  })
})
