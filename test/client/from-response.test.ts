/** What a response becomes, without a network: the class, the members, and what is refused. */
import { expect } from 'chai'
import { fromResponse, type ReceivedProblem, retryAdvice } from '../../lib/client/index.js'
import { isOwnProblem } from '../../lib/foreign/received.js'
import {
  BadRequest,
  Conflict,
  defineProblem,
  HttpProblem,
  InternalServerError,
  isHttpProblem,
  NotFound,
  problemClasses,
  registeredTypes,
  TooManyRequests,
} from '../../lib/index.js'
import { response, SeatTaken } from './shared.js'

const types = [SeatTaken]
const sold = { type: SeatTaken.type, title: SeatTaken.title, status: 409, detail: 'Seat 12A is gone.', seat: '12A' }

describe('fromResponse()', () => {
  it('gives undefined for a 2xx and a 3xx, and leaves the body to the app', async () => {
    for (const status of [200, 201, 299, 301, 399]) {
      const answer = response(status, { title: 'Fine', status: 400 })
      expect(await fromResponse(answer)).to.equal(undefined)
      expect(await answer.json()).to.include({ title: 'Fine' })
    }
    expect(await fromResponse(new Response(null, { status: 204 }))).to.equal(undefined)
  })

  it('gives undefined for what a browser hides: no error, as far as one can see', async () => {
    for (const type of ['opaque', 'opaqueredirect']) expect(await fromResponse({ status: 0, type } as never)).to.equal(undefined)
    for (const answer of [Response.error(), { status: 0 }])
      expect(await fromResponse(answer))
        .to.include({ status: 0 })
        .and.be.instanceOf(HttpProblem)
  })

  it('gives an instance of the class that the server threw, without running its constructor', async () => {
    const before = SeatTaken.made
    const problem = await fromResponse(response(409, { ...sold, rows: 7 }), { types })
    expect(problem).to.be.instanceOf(SeatTaken)
    if (!(problem instanceof SeatTaken)) throw new Error('unreachable')
    expect(problem.seat).to.equal('12A')
    expect(Object.getPrototypeOf(problem)).to.equal(SeatTaken.prototype)
    expect(problem).to.be.instanceOf(Error).and.instanceOf(HttpProblem).and.instanceOf(Conflict)
    expect(problem).not.to.be.instanceOf(NotFound)
    expect(isHttpProblem(problem)).to.equal(true)
    expect(problem.message).to.equal('Seat 12A is gone.')
    expect(problem.stack).to.be.a('string').that.includes('SeatTaken')
    expect(problem.toJSON()).to.deep.equal({ ...sold, rows: 7 })
    expect(JSON.parse(JSON.stringify(problem))).to.deep.equal({ ...sold, rows: 7 })
    expect(problem.statusCode).to.equal(409)
    expect(isOwnProblem(problem)).to.equal(false)
    // Plain objects, which assertions of tests and structuredClone() take.
    for (const plain of [problem.document, problem.headers, problem.extensions])
      expect(Object.getPrototypeOf(plain)).to.equal(Object.prototype)
    expect(Object.keys(problem)).to.deep.equal(['type', 'title', 'status', 'detail', 'extensions', 'headers'])
    expect(SeatTaken.made).to.equal(before)
  })

  it('gives an instance of the class of the status where no class is known', async () => {
    for (const [status, Class] of Object.entries(problemClasses)) {
      const problem = await fromResponse(
        response(Number(status), { title: 'Own', type: 'https://a.example/b', detail: 'c', seat: 1 }),
      )
      expect(problem).to.be.instanceOf(Class).and.instanceOf(HttpProblem).and.instanceOf(Error)
      expect(problem?.name).to.equal(Class.prototype.name)
      expect(problem?.stack).to.match(new RegExp(`^${Class.prototype.name}: c`))
      expect(problem).to.include({
        status: Number(status),
        statusCode: Number(status),
        type: 'https://a.example/b',
        title: 'Own',
        expose: false,
      })
      expect(problem?.toJSON()).to.deep.equal({
        type: 'https://a.example/b',
        title: 'Own',
        status: Number(status),
        detail: 'c',
        seat: 1,
      })
      const others = Object.values(problemClasses).filter((Other) => problem instanceof Other)
      expect(others).to.deep.equal([Class])
    }
  })

  it("gives the phrase of a status whose response has no title, and the class's title where it has a class", async () => {
    expect(await fromResponse(response(404, '', 'text/html'))).to.include({
      title: 'Not Found',
      message: 'Not Found',
      type: 'about:blank',
    })
    expect(await fromResponse(response(409, { type: SeatTaken.type }), { types })).to.include({ title: SeatTaken.title })
    expect((await fromResponse(response(404, '', 'text/html')))?.toJSON()).to.deep.equal({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
    })
  })

  it("tells what is known of a vendor's code, which belongs to the class of the x00", async () => {
    const problem = await fromResponse(response(524, '<h1>A timeout occurred</h1>', 'text/html'))
    expect(problem).to.be.instanceOf(InternalServerError)
    expect(problem).to.include({ status: 524, title: 'A Timeout Occurred', name: 'InternalServerError' })
    expect(problem?.vendor).to.deep.equal({ name: 'Cloudflare', phrase: 'A Timeout Occurred' })
    const relaxed = await fromResponse(response(420, ''))
    expect(relaxed).to.be.instanceOf(BadRequest)
    expect(relaxed?.vendor?.name).to.equal('Twitter API v1')
    expect((await fromResponse(response(404, '')))?.vendor).to.equal(undefined)
  })

  it('takes an unknown code for the x00 of its class, and one beyond all classes for a 500 [U7]', async () => {
    for (const [status, Class, title] of [
      [471, BadRequest, 'Bad Request'],
      [540, InternalServerError, 'Internal Server Error'],
      [999, InternalServerError, 'Internal Server Error'],
      [1e9, InternalServerError, 'Internal Server Error'],
      [101, InternalServerError, 'Internal Server Error'],
      [-1, InternalServerError, 'Internal Server Error'],
      [404.5, BadRequest, 'Bad Request'],
      [Number.NaN, InternalServerError, 'Internal Server Error'],
    ] as const) {
      const problem = await fromResponse({ status, headers: {} })
      expect(problem).to.be.instanceOf(Class)
      expect(problem).to.include({ title })
      expect(problem?.status).to.deep.equal(status)
    }
  })

  it('keeps the status of the response, and that of the document beside it [U6]', async () => {
    const problem = await fromResponse(response(502, { ...sold, status: 409 }))
    expect(problem?.status).to.equal(502)
    expect(problem?.document?.['status']).to.equal(409)
    expect(problem).not.to.be.instanceOf(Conflict)
  })

  it('reads nothing out of a detail, which is for people [U5]', async () => {
    const told = async (detail: string): Promise<object> => {
      const problem = (await fromResponse(response(503, { ...sold, detail }))) as ReceivedProblem
      const { type, title, status, instance, extensions, headers } = problem
      return { type, title, status, instance, extensions, headers, ...retryAdvice(problem, { method: 'POST', attempt: 1 }) }
    }
    for (const detail of [
      '{"type":"/other","retryable":true}',
      'Retry-After: 7',
      'Please retry after 7 seconds.',
      'HTTP 404 Not Found',
    ])
      expect(await told(detail)).to.deep.equal(await told('Sold out.'))
  })

  it('keeps the header fields, by their names in lower case', async () => {
    const lists = new Headers([
      ['Retry-After', '7'],
      ['X-A', '1'],
      ['x-a', '2'],
    ])
    for (const headers of [
      lists,
      { 'RETRY-AFTER': '7', 'X-a': ['1', ' 2'], 'x-b': undefined, 'x-c': null },
      new Map([
        ['Retry-After', '7'],
        ['X-A', '1, 2'],
      ]),
    ]) {
      const problem = await fromResponse({ status: 429, headers })
      expect({ ...problem?.headers }).to.deep.equal({ 'retry-after': '7', 'x-a': '1, 2' })
      expect(problem).to.be.instanceOf(TooManyRequests)
    }
    for (const headers of [undefined, null, 7, {}])
      expect({ ...(await fromResponse({ status: 429, headers }))?.headers }).to.deep.equal({})
    const throwing = {
      get 'x-a'(): string {
        throw new Error('no')
      },
    }
    expect({ ...(await fromResponse({ status: 429, headers: throwing }))?.headers }).to.deep.equal({})
  })

  describe('by media type', () => {
    for (const [type, isRead] of [
      ['application/problem+json', true],
      ['APPLICATION/PROBLEM+JSON', true],
      ['Application/Problem+Json; charset=UTF-8', true],
      ['application/problem+json;charset="utf-8"; a=b', true],
      ['application/problem+json ; charset=utf-8', true],
      ['application/problem+json, application/problem+json', true],
      ['application/json', true],
      ['application/vnd.api.v2+json; v=1', true],
      ['application/problem+xml', false],
      ['application/problem+jsonp', false],
      ['application/x-problem', false],
      ['text/html', false],
      ['text/plain', false],
      ['x/application/json', false],
      ['', false],
    ] as const) {
      it(`${isRead ? 'reads' : 'leaves'} ${type || 'none'} [U8]`, async () => {
        const problem = await fromResponse(response(409, sold, type), { types })
        expect(problem?.document !== undefined).to.equal(isRead)
        expect(problem instanceof SeatTaken).to.equal(isRead)
        expect(problem).to.be.instanceOf(Conflict)
      })
    }

    it('leaves a response without a media type', async () => {
      const bytes = new TextEncoder().encode(JSON.stringify(sold))
      expect((await fromResponse(new Response(bytes, { status: 409 })))?.document).to.equal(undefined)
      expect((await fromResponse({ status: 409, body: sold }))?.document).to.equal(undefined)
    })

    it('takes other JSON for a problem where two of its members say so', async () => {
      for (const [isProblem, body] of [
        [true, { type: 'https://a.example/b', title: 'A' }],
        [true, { title: 'A', status: 400 }],
        [true, { type: 'about:blank', status: 400 }],
        [false, { title: 'A', detail: 'b' }],
        [false, { type: 'error', error: { type: 'overloaded_error' } }],
        [false, { errors: [{ title: 'A', status: '400' }] }],
        [false, { message: 'A', statusCode: 400, error: 'Bad Request' }],
        [false, { detail: 'Not found' }],
        [false, { title: 'A', status: '400' }],
        [false, {}],
      ] as const) {
        const problem = await fromResponse(response(400, body, 'application/json'))
        expect(problem?.document !== undefined, JSON.stringify(body)).to.equal(isProblem)
        expect(problem).to.be.instanceOf(BadRequest)
      }
      expect((await fromResponse(response(400, {})))?.document).to.deep.equal({})
    })
  })

  describe('with members of a wrong type (RFC 9457 3.1)', () => {
    it('ignores those, and keeps unknown ones [U1] [U2]', async () => {
      for (const wrong of [7, null, true, [], {}, '']) {
        const body = { type: wrong, title: wrong, status: wrong, detail: wrong, instance: wrong, other: wrong }
        const problem = await fromResponse(response(404, body))
        expect(problem?.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404, other: wrong })
        expect(problem).not.to.have.any.keys('detail', 'instance')
        expect(problem?.document).to.deep.equal(body)
      }
    })

    it('ignores a member of a declared type that is not what the declaration says', async () => {
      const body = { ...sold, seat: 7, row: '3', free: 'none', more: 7 }
      const problem = await fromResponse(response(409, body), { types })
      expect(problem?.extensions).to.deep.equal({ more: 7 })
      expect(problem).to.have.property('seat', undefined)
      expect(problem?.document).to.deep.equal(body)
      const right = await fromResponse(response(409, { ...sold, row: 3, free: ['1'] }), { types })
      expect(right?.extensions).to.deep.equal({ seat: '12A', row: 3, free: ['1'] })
      expect((await fromResponse(response(409, { ...sold, free: null }), { types }))?.extensions).to.deep.equal({ seat: '12A' })
    })

    it('takes what is no JSON object for no document [U8]', async () => {
      for (const body of [
        '',
        ' ',
        'null',
        '7',
        '"text"',
        '[]',
        '[{"title":"A"}]',
        '{',
        '{"title":"Confl',
        '{}x',
        '<html>',
        '\ufeff',
        '{"a":1,}',
        'NaN',
      ]) {
        const problem = await fromResponse(response(409, body))
        expect(problem?.document, body).to.equal(undefined)
        expect(problem).to.be.instanceOf(Conflict)
        expect(problem?.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409 })
      }
    })

    it('reads UTF-8 with a byte order mark, and nothing that is no UTF-8', async () => {
      const headers = { 'Content-Type': 'application/problem+json' }
      const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('{"title":"Fünf€"}')])
      expect(await fromResponse(new Response(marked, { status: 409, headers }))).to.include({ title: 'Fünf€' })
      const broken = new Uint8Array([...new TextEncoder().encode('{"title":"F'), 0xff, ...new TextEncoder().encode('"}')])
      expect((await fromResponse(new Response(broken, { status: 409, headers })))?.document).to.equal(undefined)
    })
  })

  describe('by type', () => {
    const at = 'https://api.example.com:443/orders/7?a=b'
    const of = (type: string, status = 409) => ({
      status,
      url: at,
      headers: { 'content-type': 'application/problem+json' },
      body: { type, seat: '12A' },
    })

    for (const type of [
      'https://api.example.com/problems/seat-taken',
      'HTTPS://API.example.com:443/problems/seat-taken',
      'https://api.example.com/x/../problems/./seat-taken',
      'https://api.example.com/problems/seat%2Dtaken',
      'https://api.example.com/problems/%73eat-taken',
      '/problems/seat-taken',
      '../problems/seat-taken',
      '//api.example.com/problems/seat-taken',
      'https://old.example.com/seat',
      'urn:example:seat-taken',
    ]) {
      it(`finds the class of ${type} [U3]`, async () => {
        const problem = await fromResponse(of(type), { types })
        expect(problem).to.be.instanceOf(SeatTaken)
        expect(problem?.type).to.equal(SeatTaken.type)
        expect(problem?.document?.['type']).to.equal(type)
      })
    }

    for (const type of [
      'https://api.example.com/problems/Seat-taken',
      'https://api.example.com/problems/seat-taken/',
      'https://api.example.com/problems/seat-taken#a',
      'http://api.example.com/problems/seat-taken',
      'https://api.example.com/problems/%zz',
      'seat-taken',
      'about:blank',
      '',
    ]) {
      it(`gives the class of the status for ${type || 'an empty one'}`, async () => {
        const problem = await fromResponse(of(type), { types })
        expect(problem).to.be.instanceOf(Conflict).and.not.instanceOf(SeatTaken)
      })
    }

    it('resolves type and instance against the URL that answered [U3]', async () => {
      const problem = await fromResponse({ ...of('../a b'), body: { type: '../a b', instance: '/log/1', title: 'A' } })
      expect(problem).to.include({ type: 'https://api.example.com/a%20b', instance: 'https://api.example.com/log/1' })
      const without = await fromResponse({ ...of(''), url: '', body: { type: '/a', instance: 'b', title: 'A' } })
      expect(without).to.include({ type: '/a', instance: 'b' })
    })

    it('keeps opaque identifiers', async () => {
      for (const type of [
        'urn:uuid:5f9b',
        'tag:me@a.example,2026:x',
        'mailto:me@a.example',
        'https://a.example/?b=c@d',
        'https://a.example/#//b@c',
      ])
        expect(await fromResponse(of(type))).to.include({ type })
    })

    for (const uri of [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      'vbscript:a',
      'data:text/html,<script>alert(1)</script>',
      'https://user:secret@api.example.com/problems/seat-taken',
      'https://user@api.example.com/problems/seat-taken',
      '//user:secret@api.example.com/problems/seat-taken',
      'https:\\\\user@api.example.com',
    ]) {
      it(`uses neither as type nor as instance ${JSON.stringify(uri)}, which is in the document alone`, async () => {
        for (const url of [at, undefined]) {
          const { url: _, ...answer } = of('')
          const problem = await fromResponse(
            { ...answer, ...(url && { url }), body: { type: uri, instance: uri, title: 'A' } },
            { types },
          )
          expect(problem).to.include({ type: 'about:blank' }).and.not.have.property('instance')
          expect(problem?.document?.['type']).to.equal(uri)
          expect(problem).not.to.be.instanceOf(SeatTaken)
        }
      })
    }

    it('never fetches a type [U4]', async () => {
      const { fetch } = globalThis
      let calls = 0
      globalThis.fetch = async () => {
        calls += 1
        throw new Error('fetched')
      }
      try {
        await fromResponse(of('https://api.example.com/problems/unknown'), { types })
      } finally {
        globalThis.fetch = fetch
      }
      expect(calls).to.equal(0)
    })

    it('believes the type where a gateway has changed the status, and both statuses stay [U3] [U6]', async () => {
      const problem = await fromResponse(of(SeatTaken.type, 502), { types })
      expect(problem).to.be.instanceOf(SeatTaken)
      expect(problem?.status).to.equal(502)
    })

    it('tells types that share a URI by their status', async () => {
      const { IdempotencyKeyMissing, IdempotencyKeyOutstanding, IdempotencyKeyReused } = registeredTypes
      const classes = [IdempotencyKeyMissing, IdempotencyKeyOutstanding, IdempotencyKeyReused]
      for (const Class of classes)
        expect(await fromResponse(of(Class.type, Class.status), { types: classes })).to.be.instanceOf(Class)
    })

    it('knows classes of statuses, and those that an app derives of them', async () => {
      class OrderPaid extends Conflict {
        static override readonly type = 'https://api.example.com/paid'
        static override readonly title = 'Paid'
      }
      class Gone extends NotFound {}
      const classes = [OrderPaid, Gone, HttpProblem]
      const paid = await fromResponse(of(OrderPaid.type), { types: classes })
      expect(paid).to.be.instanceOf(OrderPaid)
      expect(paid).to.include({ title: 'Paid', type: OrderPaid.type })
      const gone = await fromResponse(of('about:blank', 404), { types: classes })
      expect(gone).to.be.instanceOf(Gone)
      expect(gone).to.include({ title: 'Not Found' })
      expect(await fromResponse(of('about:blank', 410), { types: classes })).not.to.be.instanceOf(Gone)
    })

    it('knows relative types by the URL that answered', async () => {
      const Relative = defineProblem('Relative', { type: '/problems/relative', status: 409, title: 'R' })
      for (const type of ['/problems/relative', 'https://api.example.com/problems/relative']) {
        const problem = await fromResponse(of(type), { types: [Relative] })
        expect(problem).to.be.instanceOf(Relative)
        expect(problem?.type).to.equal('/problems/relative')
      }
    })

    it('gives a member of a class its place, whatever its name', async () => {
      const Sold = defineProblem('Sold', {
        type: 'https://api.example.com/sold',
        status: 409,
        title: 'Sold',
        members: {
          type: 'object',
          properties: {
            document: { type: 'string' },
            vendor: { type: 'string' },
            expose: { type: 'string' },
            received: { type: 'string' },
            constructor: { type: 'string' },
          },
        },
      })
      const body = { type: Sold.type, title: 'Sold', document: 'invoice', vendor: 'ACME', expose: 'a', constructor: 'b' }
      const problem = await fromResponse(response(409, body), { types: [Sold] })
      expect(problem).to.include({ document: 'invoice', vendor: 'ACME' })
      expect(problem?.extensions).to.deep.equal({ document: 'invoice', vendor: 'ACME', expose: 'a', constructor: 'b' })
      expect(problem?.constructor).to.equal(Sold)
      expect(isOwnProblem(problem)).to.equal(false)
    })
  })

  describe('of other clients', () => {
    for (const [client, answer] of Object.entries({
      'axios, with bytes': {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
        data: new TextEncoder().encode(`\ufeff${JSON.stringify(sold)}`).buffer,
      },
      'got, with a Buffer': {
        statusCode: 409,
        headers: { 'content-type': 'application/problem+json' },
        body: Buffer.from(JSON.stringify(sold)),
      },
      'got, with a byte order mark': {
        statusCode: 409,
        headers: { 'content-type': 'application/problem+json' },
        body: `\ufeff${JSON.stringify(sold)}`,
      },
      'axios, with data': { status: 409, headers: { 'content-type': 'application/problem+json' }, data: sold },
      'got, with a text': {
        statusCode: 409,
        headers: { 'content-type': 'application/problem+json' },
        body: JSON.stringify(sold),
        url: 'https://a.example/',
      },
      'React Native, with text()': {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
        text: async () => JSON.stringify(sold),
      },
    })) {
      it(`reads the response of ${client}`, async () => {
        const problem = await fromResponse(answer as never, { types })
        expect(problem).to.be.instanceOf(SeatTaken)
        expect(problem?.toJSON()).to.deep.equal(sold)
      })
    }

    it('changes nothing of what a client has parsed', async () => {
      const data = Object.freeze({ ...sold })
      const problem = await fromResponse({ status: 409, headers: { 'content-type': 'application/json' }, data })
      expect(problem?.document).to.deep.equal(sold)
      expect(Object.getPrototypeOf(data)).to.equal(Object.prototype)
    })

    it('gives the problem of the status where the body was read or is locked', async () => {
      const read = response(409, sold)
      await read.text()
      const locked = response(409, sold)
      locked.body?.getReader()
      for (const answer of [read, locked]) {
        const problem = await fromResponse(answer, { types })
        expect(problem).to.be.instanceOf(Conflict).and.not.instanceOf(SeatTaken)
        expect(problem?.document).to.equal(undefined)
      }
    })

    it('leaves a clone to the app', async () => {
      const answer = response(409, sold)
      expect(await fromResponse(answer.clone(), { types })).to.be.instanceOf(SeatTaken)
      expect(await answer.json()).to.deep.equal(sold)
    })
  })

  describe('with wrong arguments', () => {
    for (const [what, answer, options, message] of [
      ['no response', undefined, {}, /^response: expected a response, got undefined \(ERR_PROBLEM_ARGUMENT\)$/],
      ['null', null, {}, /^response: .* got null/],
      ['a text', 'text', {}, /^response: /],
      ['a status that is none', { status: '404' }, {}, /^response: /],
      [
        'a list that is none',
        new Response(null),
        { types: SeatTaken },
        /^options\.types: .*got function \(ERR_PROBLEM_OPTION\)$/,
      ],
      ['a class of other errors', new Response(null), { types: [Error] }, /^options\.types: /],
      ['a list with null', new Response(null), { types: [null] }, /^options\.types: /],
      ['an instance', new Response(null), { types: [new NotFound()] }, /^options\.types: /],
      ['no bytes', new Response(null), { maxBytes: 0 }, /^options\.maxBytes: .*got number/],
      ['bytes that are none', new Response(null), { maxBytes: Number.NaN }, /^options\.maxBytes: /],
      ['a time that is past', new Response(null), { maxWaitMs: -1 }, /^options\.maxWaitMs: /],
      ['an unknown option', new Response(null), { maxByte: 7 }, /^options\.maxByte: /],
    ] as const) {
      it(`rejects with a TypeError that has a code: ${what}`, async () => {
        const error = await fromResponse(answer as never, options as never).catch((reason: unknown) => reason)
        expect(error).to.be.instanceOf(TypeError).with.property('message').that.matches(message)
        expect(error)
          .to.have.property('code')
          .that.matches(/^ERR_PROBLEM_(ARGUMENT|OPTION)$/)
        expect(error).to.include.keys('place', 'expected', 'got')
      })
    }

    it('takes an option that is undefined for one that was not given', async () => {
      const options = { types: undefined, maxBytes: undefined, maxWaitMs: undefined } as never
      expect(await fromResponse(response(409, sold), options)).to.include({ detail: sold.detail })
    })
  })

  it('gives a problem that an app may show, wrap and change as one of its own', async () => {
    const problem = await fromResponse(response(409, sold), { types })
    expect(() => Object.assign(problem as object, { detail: 'Other', cause: new Error('a') })).not.to.throw()
    const plain = await fromResponse(response(409, '{}'))
    expect(() => Object.assign(plain as object, { name: 'Own', status: 400, document: undefined })).not.to.throw()
  })
})
