/** What a failed assertion says: every difference, where it is, what was expected, and what came. */
import { expect } from 'chai'
import { Conflict, defineProblem, MethodNotAllowed, Unauthorized } from '../../lib/index.js'
import { assertProblemResponse, type ProblemClass } from '../../lib/testing/index.js'
import { memberDifferences } from '../../lib/testing/member-schema.js'
import { answer, failureOf, problemJson, SeatTaken, seatTaken } from './problem-types.js'

// The arguments of the assertion, untyped: a program without types passes what it likes.
const assertWith = assertProblemResponse as (response: unknown, ...expected: unknown[]) => unknown

const plain = { type: 'about:blank', title: 'Conflict', status: 409 }

class Busy extends defineProblem('Busy', {
  type: '/problems/busy',
  status: 503,
  title: 'The kitchen is busy',
  headers: { 'X-Queue': 'long', 'X-Place': { description: 'Your place in the queue.' } },
  retry: { when: 'always', afterSeconds: 30 },
  cacheControl: 'max-age=5',
}) {}
const busy = { type: '/problems/busy', title: 'The kitchen is busy', status: 503 }

class Kind extends defineProblem('Kind', {
  type: 'https://api.example.com/problems/kind',
  status: 400,
  title: 'A kind',
  members: { type: 'object', properties: { kind: { enum: ['a', 'b'] } } },
}) {}

/** A subclass without declaration, as older programs have them. */
class Sold extends Conflict {
  static override readonly type = 'https://api.example.com/problems/sold'
  static override readonly title = 'Sold'
}

/** A subclass whose statics say nothing. */
class Careless extends Conflict {
  static override readonly type: string = ''
  static override readonly title: string = ''
}

/** A subclass with a type, and without title. */
class Untitled extends Careless {
  static override readonly type: string = 'urn:untitled'
}

const accepted: readonly (readonly [title: string, response: unknown, expected: readonly unknown[]])[] = [
  ['any problem', answer(seatTaken), []],
  ['a problem with a status', answer(seatTaken), [409]],
  ['a problem without type and status', answer({ title: 'Gone' }, 410), []],
  ['a plain class', answer(plain), [Conflict]],
  ['a plain class, where the type is left out', answer({ title: 'Conflict', status: 409 }), [Conflict]],
  ['a declared class', answer(seatTaken), [SeatTaken]],
  ['a class with a type of its own', answer({ ...plain, type: Sold.type, title: 'Sold' }), [Sold]],
  ['a class whose statics say nothing', answer(plain), [Careless]],
  ['a class with a type and without title', answer({ ...plain, type: 'urn:untitled' }), [Untitled]],
  ['a named member', answer(seatTaken), [SeatTaken, { seat: '12A' }]],
  ['a named standard member', answer(seatTaken), [SeatTaken, { detail: seatTaken.detail }]],
  ['a member that a check accepts', answer(seatTaken), [SeatTaken, { seat: (seat: string) => seat.startsWith('12') }]],
  ['a member that is absent, as is expected', answer(seatTaken), [SeatTaken, { rows: undefined }]],
  [
    'equal objects with another order of names',
    answer({ ...plain, a: { b: [1, { c: 2 }], d: null } }),
    [409, { a: { d: null, b: [1, { c: 2 }] } }],
  ],
  [
    'a Date as the text that JSON makes of it',
    answer({ ...plain, at: '1970-01-01T00:00:00.000Z' }),
    [Conflict, { at: new Date(0) }],
  ],
  ['members that the handler adds', answer({ ...seatTaken, requestId: 'r1' }), [SeatTaken]],
  [
    'a relative type that the handler resolved against a path',
    answer({ type: '/api/problems/near', title: 'Near', status: 409 }),
    [defineProblem('Near', { type: 'problems/near', status: 409, title: 'Near' })],
  ],
  [
    'a type that the handler resolved',
    answer({ ...busy, type: 'https://api.example.com/problems/busy' }, 503, {
      ...problemJson,
      'Retry-After': 30,
      // The problem may have been given another one.
      'Cache-Control': 'no-store',
      'X-Queue': ['a', 'b'],
    }),
    [Busy],
  ],
  [
    'the title of a translated problem',
    answer({ ...plain, title: 'Konflikt' }, 409, { ...problemJson, 'Content-Language': 'de' }),
    [Conflict],
  ],
  ['the title that is named', answer({ ...plain, title: 'Konflikt' }), [Conflict, { title: 'Konflikt' }]],
  ['a header record in any case', answer(plain, 409, { 'CONTENT-TYPE': 'application/problem+json' }), [Conflict]],
]

const refused: readonly (readonly [title: string, response: unknown, expected: readonly unknown[], lines: readonly string[]])[] =
  [
    [
      'another status',
      answer({ ...plain, status: 500 }, 500),
      [409],
      ['status: expected 409, got 500', '/status: expected 409, got 500'],
    ],
    ['a status that is no error', answer({}, 200), [], ['status: expected 400 to 599, got 200']],
    ['a body with another status [P3]', answer({ ...plain, status: 404 }), [], ['/status: expected 409, got 404']],
    [
      'a class whose body has no status',
      answer({ type: 'about:blank', title: 'Conflict' }),
      [Conflict],
      ['/status: expected 409, got nothing'],
    ],
    [
      'a charset in the media type [P2]',
      answer(plain, 409, { 'content-type': 'application/problem+json; charset=utf-8' }),
      [],
      ['Content-Type: expected application/problem+json, got application/problem+json; charset=utf-8'],
    ],
    ['no media type', answer(plain, 409, {}), [], ['Content-Type: expected application/problem+json, got nothing']],
    [
      'another type and title',
      answer(plain),
      [SeatTaken],
      [
        '/type: expected "https://api.example.com/problems/seat-taken", got "about:blank"',
        '/title: expected "The seat is already taken", got "Conflict"',
      ],
    ],
    [
      'a declared type instead of a plain class',
      answer({ ...seatTaken, title: 'Conflict' }),
      [Conflict],
      ['/type: expected "about:blank", got "https://api.example.com/problems/seat-taken"'],
    ],
    ['a type that is no text', answer({ ...plain, type: 7 }), [Conflict], ['/type: expected a URI reference (RFC 3986), got 7']],
    [
      'a type with a space [P6]',
      answer({ ...plain, type: 'a b' }),
      [409],
      ['/type: expected a URI reference (RFC 3986), got "a b"'],
    ],
    [
      'standard members of a wrong kind [P5]',
      answer({ ...plain, status: '409', detail: null }),
      [409],
      ['/status: expected an integer from 100 to 599, got "409"', '/detail: expected a string, got null'],
    ],
    ['another value of a member', answer(seatTaken), [SeatTaken, { seat: '12B' }], ['/seat: expected "12B", got "12A"']],
    ['a member that is missing', answer(plain), [409, { seat: '12B' }], ['/seat: expected "12B", got nothing']],
    ['a member that is there', answer(seatTaken), [SeatTaken, { seat: undefined }], ['/seat: expected nothing, got "12A"']],
    [
      'an object with one name more',
      answer({ ...plain, a: { b: 1, c: 2 } }),
      [409, { a: { b: 1 } }],
      ['/a: expected {"b":1}, got {"b":1,"c":2}'],
    ],
    ['a list with one item more', answer({ ...plain, a: [1, 2] }), [409, { a: [1] }], ['/a: expected [1], got [1,2]']],
    [
      'an object with another name',
      answer({ ...plain, a: { b: 1 } }),
      [409, { a: { c: 1 } }],
      ['/a: expected {"c":1}, got {"b":1}'],
    ],
    ['a list instead of an object', answer({ ...plain, a: [] }), [409, { a: {} }], ['/a: expected {}, got []']],
    [
      'a member that a check refuses',
      answer(seatTaken),
      [SeatTaken, { seat: () => false }],
      ['/seat: expected a value that the check accepts, got one that it refuses: "12A"'],
    ],
    [
      'a check that throws',
      answer(plain),
      [409, { seat: (seat: string) => seat.length > 0 }],
      [
        `/seat: expected a value that the check accepts, got one that it fails with "Cannot read properties of undefined (reading 'length')" for: nothing`,
      ],
    ],
    [
      'a check that throws what is no Error',
      answer(plain),
      [
        409,
        {
          seat: () => {
            throw 'no'
          },
        },
      ],
      ['/seat: expected a value that the check accepts, got one that it fails with "no" for: nothing'],
    ],
    [
      'members that break the schema of the type',
      answer({ ...seatTaken, seat: 'x', rows: [{ number: 1.5 }, {}] }),
      [SeatTaken],
      [
        '/seat: expected a text that matches "^[0-9]+[A-F]$", got "x"',
        '/rows/0/number: expected an integer, got 1.5',
        '/rows/1/number: expected this required member, got nothing',
      ],
    ],
    [
      'a required member that is missing',
      answer({ ...seatTaken, seat: undefined }),
      [SeatTaken],
      ['/seat: expected this required member, got nothing'],
    ],
    [
      'a format',
      answer({ ...seatTaken, until: 'soon' }),
      [SeatTaken],
      ['/until: expected a text of the format date-time, got "soon"'],
    ],
    [
      'an enum',
      answer({ type: Kind.type, title: Kind.title, status: 400, kind: 'c' }, 400),
      [Kind],
      ['/kind: expected one of "a", "b", got "c"'],
    ],
    [
      'a wrong member once, though the schema refuses it too',
      answer({ ...seatTaken, seat: 7 }),
      [SeatTaken, { seat: '12A' }],
      ['/seat: expected "12A", got 7'],
    ],
    [
      'no challenge [S3]',
      answer({ ...plain, title: 'Unauthorized', status: 401 }, 401),
      [Unauthorized],
      ['WWW-Authenticate: expected a value, got nothing'],
    ],
    [
      'no Allow [S6]',
      answer({ ...plain, title: 'Method Not Allowed', status: 405 }, 405),
      [MethodNotAllowed],
      ['Allow: expected a value, got nothing'],
    ],
    [
      'the fields that the type promises',
      answer(busy, 503),
      [Busy],
      [
        'Retry-After: expected a value, got nothing',
        'Cache-Control: expected a value, got nothing',
        'X-Queue: expected a value, got nothing',
      ],
    ],
    [
      'a title in another language without Content-Language [P10]',
      answer({ ...plain, title: 'Konflikt' }),
      [Conflict],
      ['/title: expected "Conflict", got "Konflikt"'],
    ],
    [
      'an HTML page',
      { status: 500, headers: { 'content-type': 'text/html' }, text: '<h1>Oops</h1>' },
      [500],
      ['Content-Type: expected application/problem+json, got text/html', 'body: expected a JSON object, got "<h1>Oops</h1>"'],
    ],
    ['an empty body', { status: 409, headers: problemJson, text: '' }, [409], ['body: expected a JSON object, got nothing']],
    ['no body', { status: 409, headers: problemJson }, [409], ['body: expected a JSON object, got nothing']],
    ['an array', { status: 409, headers: problemJson, text: '[]' }, [409], ['body: expected a JSON object, got "[]"']],
    [
      'a byte order mark [P1]',
      { status: 409, headers: problemJson, body: Buffer.from('\ufeff{}') },
      [409],
      ['body: expected a JSON object, got "\ufeff{}"'],
    ],
    [
      'bytes that are no UTF-8 [P1]',
      { status: 409, headers: problemJson, body: Buffer.from([0x7b, 0xff, 0x7d]) },
      [409],
      ['body: expected a JSON object, got "3 bytes that are no UTF-8"'],
    ],
    [
      'a symbol as body',
      { status: 409, headers: problemJson, body: Symbol('a') },
      [409],
      ['body: expected a JSON object, got nothing'],
    ],
  ]

const unreadable: readonly (readonly [title: string, response: unknown, message: string])[] = [
  ['nothing', undefined, 'expected a response, got undefined'],
  ['a promise', Promise.resolve(answer(plain)), 'expected a response, got a promise; await it, and assert with what it gives'],
  ['no status', { headers: {}, body: plain }, 'expected a response with a number as `status` or `statusCode`, got undefined'],
  [
    'a status that is a function',
    { status: () => 409 },
    'expected a response with a number as `status` or `statusCode`, got a function',
  ],
  [
    'a body that is a stream',
    { status: 409, headers: {}, body: new ReadableStream() },
    'expected a response whose body is at hand, got a stream; read it, and pass { status, headers, body }',
  ],
  [
    'a response that is a stream',
    { statusCode: 409, headers: {}, pipe: () => undefined },
    'expected a response whose body is at hand, got a stream; read it, and pass { status, headers, body }',
  ],
  [
    'a body that throws',
    {
      status: 409,
      headers: {},
      body: new Proxy(
        {},
        {
          get: () => {
            throw new Error('no')
          },
        },
      ),
    },
    'expected a response, got a value that throws when it is read',
  ],
]

const misused: readonly (readonly [title: string, expected: readonly unknown[], place: string, got: string])[] = [
  ['a class that is undefined, as after a wrong import', [undefined], 'expected', 'undefined'],
  ['a status that is no error', [200], 'expected', '200'],
  ['a class without status', [class Other {}], 'expected', 'Other, which has no status'],
  ['a function without name', [() => 409], 'expected', 'a function, which has no status'],
  ['a name', ['SeatTaken'], 'expected', '"SeatTaken"'],
  ['members that are no object', [409, ['12A']], 'members', 'an array of 1 items'],
  ['a type among the members', [SeatTaken, { type: 'about:blank' }], 'members.type', 'a member that the class decides'],
]

describe('assertProblemResponse()', () => {
  for (const [title, response, expected] of accepted) {
    it(`accepts ${title}`, () => {
      expect(assertWith(response, ...expected)).to.be.an('object')
    })
  }

  for (const [title, response, expected, lines] of refused) {
    const [, name = '', ids = ''] = /^(.*?)((?: \[\w+\])*)$/.exec(title) ?? []
    it(`tells of ${name}${ids}`, async () => {
      const { message } = await failureOf(() => assertWith(response, ...expected))
      const [, list = ''] = message.split('\n\n')
      expect(list.split('\n').filter((line) => line !== '' && !/^ {2}body: (?!expected)/.test(line))).to.deep.equal(
        lines.map((line) => `  ${line}`),
      )
    })
  }

  for (const [title, response, message] of unreadable) {
    it(`tells that it cannot judge ${title}`, async () => {
      expect(await failureOf(() => assertWith(response))).to.include({ name: 'AssertionError', message })
    })
  }

  for (const [title, expected, place, got] of misused) {
    it(`refuses ${title} with a TypeError`, async () => {
      const error = await failureOf(() => assertWith(answer(plain), ...expected))
      expect(error).to.be.instanceOf(TypeError)
      expect(error).to.include({ code: 'ERR_PROBLEM_ARGUMENT', place, got })
    })
  }

  it('refuses a class whose schema cannot be compiled', async () => {
    const members = { type: 'object', properties: { a: { type: 'number', pattern: '(' } } } as const
    const Broken: ProblemClass = defineProblem('Broken', { type: 'urn:broken', status: 409, title: 'Broken', members })
    const response = answer({ type: 'urn:broken', title: 'Broken', status: 409 })
    const error = await failureOf(() => assertWith(response, Broken))
    expect(error).to.include({ code: 'ERR_PROBLEM_SCHEMA', place: 'Broken.members' })
  })

  it('refuses to judge members where ajv cannot be loaded', async () => {
    const definition = { ...SeatTaken.definition, members: { type: 'object' } }
    const error = await failureOf(() => memberDifferences(definition, {}, () => undefined))
    expect(error).to.include({ code: 'ERR_PROBLEM_SCHEMA', place: 'SeatTaken.members' })
  })

  it('gives the document', () => {
    expect(assertProblemResponse(answer(seatTaken), SeatTaken).seat).to.equal('12A')
    expect(assertProblemResponse(answer(plain), 409)).to.deep.equal(plain)
  })
})
