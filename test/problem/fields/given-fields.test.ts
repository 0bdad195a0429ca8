import { createServer } from 'node:http'
import { expect } from 'chai'
import fc from 'fast-check'
import { createError as compatError } from '../../../lib/compat/index.js'
import { toProblem } from '../../../lib/foreign/to-problem.js'
import { faultsOf } from '../../../lib/guard/fault.js'
import { HttpProblem, Unauthorized } from '../../../lib/index.js'
import { givenField, givenFields } from '../../../lib/problem/fields/given-fields.js'
import { answerTo, fieldOf, tampered } from '../../respond/answer-to.js'
import { bottomless, revoked, thorny, throwingGetters } from '../hostile.js'

const BEARER = 'Bearer realm="a, b"'
const record = { 'WWW-Authenticate': BEARER, 'retry-AFTER': '7' }
const pairs = Object.entries(record)

/** What an error of axios has: no record, but it can be iterated. */
class ClassOfFields {
  get [Symbol.toStringTag](): string {
    return 'AxiosHeaders'
  }
  *[Symbol.iterator](): Iterator<readonly [string, string]> {
    yield* pairs as Iterable<readonly [string, string]>
  }
}

/** The forms in which fields come. */
const forms: Readonly<Record<string, () => unknown>> = {
  'a record': () => record,
  'a record without prototype': () => Object.assign(Object.create(null), record),
  'a Headers object': () => new Headers(record),
  'a Map': () => new Map(pairs),
  'an object of a class that can be iterated': () => new ClassOfFields(),
  'a literal that can be iterated': () => ({
    *[Symbol.iterator](): Iterator<unknown> {
      yield* pairs
    },
  }),
  'a record that hides its getHeaders()': () => Object.defineProperty({}, 'getHeaders', { value: () => record }),
  'an object that calls back': () => ({
    forEach: (back: (value: string, name: string) => void): void => {
      for (const [name, value] of pairs) back(value, name)
    },
  }),
  'a list of pairs': () => pairs,
  'names and values in turn': () => pairs.flat(),
  'an object with getHeaders()': () => ({ getHeaders: () => Object.assign(Object.create(null), record) }),
}

const challengeOf = (headers: object): unknown =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'www-authenticate')?.[1]

describe('givenFields()', () => {
  for (const [form, make] of Object.entries(forms)) {
    it(`reads ${form}`, () => {
      const fields = givenFields(make())?.map(([name, value]) => [String(name).toLowerCase(), value])

      expect(fields).to.have.deep.members([
        ['www-authenticate', BEARER],
        ['retry-after', '7'],
      ])
      expect(givenField(make(), 'Www-Authenticate')).to.equal(BEARER)
    })

    it(`gives an error and a problem the fields of ${form}`, () => {
      const headers = make()
      const thrown = Object.assign(new Error('secret'), { status: 401, headers })
      const option = new Unauthorized({ headers } as never)
      for (const problem of [toProblem(thrown), option, compatError(401, { headers } as object)]) {
        const { fields } = answerTo(toProblem(problem))

        expect(challengeOf(Object.fromEntries(fields.set))).to.equal(BEARER)
      }
      expect(faultsOf(option)).to.deep.equal([])
      expect(fieldOf(answerTo(tampered(new Unauthorized(), { headers })), 'Retry-After')).to.equal('7')
    })
  }

  it('keeps both lines of a field that is a list, and the first of one that is none', () => {
    const two: [string, string][] = [
      ['WWW-Authenticate', 'Bearer realm="a"'],
      ['www-authenticate', 'Basic realm="b"'],
      ['Retry-After', '1'],
      ['retry-after', '2'],
    ]
    for (const headers of [two, two.flat()]) {
      const lines = ['Bearer realm="a"', 'Basic realm="b"']
      expect(givenFields(headers)).to.deep.equal([
        ['WWW-Authenticate', lines],
        ['Retry-After', '1'],
      ])
      expect(givenField(headers, 'www-authenticate')).to.equal(lines.join(', '))
      expect(new Unauthorized({ headers }).headers).to.deep.equal({ 'WWW-Authenticate': lines, 'Retry-After': '1' })
    }
  })

  it('reads the response of Node that somebody took for its fields', async () => {
    const server = createServer((_, res) => {
      res.setHeader('WWW-Authenticate', BEARER)
      const problem = toProblem({ status: 401, headers: res })
      res.end(JSON.stringify(problem.headers))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = server.address() as { port: number }
      const headers: object = await (await fetch(`http://127.0.0.1:${port}`)).json()
      expect(challengeOf(headers)).to.equal(BEARER)
    } finally {
      server.close()
    }
  })

  it('takes no value for fields that has none of these forms', () => {
    const refuse = (): never => {
      throw new Error('secret')
    }
    const none = [
      undefined,
      null,
      'a: b',
      7,
      () => 1,
      new Date(0),
      ['a'],
      [['a']],
      ['a', 'b', 'c'],
      ['a', ['b', 'c']],
      new Set(['a']),
      revoked(),
      revoked([]),
      thorny(),
      { [Symbol.iterator]: refuse },
      { [Symbol.iterator]: () => ({ next: refuse }) },
      { forEach: refuse },
      { getHeaders: refuse },
      { getHeaders: () => 7 },
    ]
    for (const value of none) {
      expect(givenFields(value)?.filter(([, one]) => typeof one === 'string') ?? []).to.deep.equal([])
      expect(toProblem({ status: 401, headers: value }).headers).to.deep.equal({})
      expect(new Unauthorized({ headers: value } as never)).to.be.instanceOf(HttpProblem)
    }
    expect(givenFields(bottomless())).to.equal(undefined)
    expect(givenField({ get: refuse }, 'a')).to.equal(undefined)
    expect(givenField({ a: [Symbol('secret'), 'b', 7, thorny()] }, 'a')).to.equal('b, 7')
  })

  it('tells of a value that throws when it is read, and reads the others', () => {
    const told: string[] = []
    const source = Object.defineProperties(throwingGetters('a'), { b: { value: '1', enumerable: true } })

    expect(givenFields(source, (name) => told.push(name))).to.deep.equal([
      ['a', undefined],
      ['b', '1'],
    ])
    expect(told).to.deep.equal(['a'])
  })

  it('stops whoever iterates for ever', () => {
    function* endless(): Iterable<readonly [string, string]> {
      for (let index = 0; ; index++) yield [`x-${index}`, 'a']
    }
    expect(givenFields(endless())).to.have.length(1000)
  })

  it('reports names that are no texts, of a problem and not of an error', () => {
    const headers = new Map<unknown, string>([
      [7, 'a'],
      [Symbol('secret'), 'b'],
      ['X-A', 'c'],
      ['WWW-Authenticate', 'Basic'],
    ])
    const problem = new Unauthorized({ headers } as never)

    expect(problem.headers).to.deep.equal({ 'X-A': 'c', 'WWW-Authenticate': 'Basic' })
    expect(faultsOf(problem).map(({ code, got }) => [code, got])).to.deep.equal([
      ['ERR_PROBLEM_HEADER', '7'],
      ['ERR_PROBLEM_HEADER', 'a symbol'],
    ])
    expect(toProblem({ status: 401, headers }).headers).to.deep.equal({ 'WWW-Authenticate': 'Basic' })
  })

  it('lets no form pass a field that another form may not pass', () => {
    const name = fc.constantFrom('Set-Cookie', 'transfer-encoding', 'X-Api-Key', 'WWW-Authenticate', 'a b', '__proto__')
    const value = fc.oneof(fc.constantFrom('a', 'a\r\nb: c', '€'), fc.string())
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, value), { selector: ([one]) => one }), (list) => {
        const plain = Object.defineProperties(
          {},
          Object.fromEntries(list.map(([one, text]) => [one, { value: text, enumerable: true }])),
        )
        const expected = toProblem({ status: 401, headers: plain }).headers
        for (const headers of [list, list.flat(), new Map(list)])
          expect(toProblem({ status: 401, headers }).headers).to.deep.equal(expected)
      }),
    )
  })
})
