import { expect } from 'chai'
import { faultsOf } from '../../lib/guard/fault.js'
import { fieldMakers } from '../../lib/problem/field-makers.js'
import { commonOptions } from '../../lib/problem/options.js'
import { hostileValues, revoked, thorny, throwingGetters } from './hostile.js'
import { classOf, make, rows } from './table.js'

const NotFound = classOf(404)

describe('an option with a wrong value', () => {
  for (const [name, value, expected, got] of [
    ['detail', 7, 'a string', '7'],
    ['detail', true, 'a string', 'true'],
    ['detail', { a: 1 }, 'a string', 'an object'],
    ['detail', ['a'], 'a string', 'an array of 1 items'],
    ['detail', Symbol('secret'), 'a string', 'a symbol'],
    ['detail', revoked(), 'a string', 'a revoked Proxy'],
    ['instance', 7, 'a string', '7'],
    ['instance', new URL('https://example.com/'), 'a string', 'an instance of URL'],
    ['expose', 'yes', 'true or false', '"yes"'],
    ['expose', 1, 'true or false', '1'],
    ['expose', null, 'true or false', 'null'],
    ['extensions', 'secret', 'an object of members', '"secret"'],
    ['extensions', ['a'], 'an object of members', 'an array of 1 items'],
    ['extensions', () => 1, 'an object of members', 'a function'],
    ['extensions', 7, 'an object of members', '7'],
    ['headers', 'X-A: b', 'an object of header fields', '"X-A: b"'],
    ['headers', 7, 'an object of header fields', '7'],
    ['headers', () => 1, 'an object of header fields', 'a function'],
    ['headers', ['X-A'], 'an object of header fields', 'an array of 1 items'],
  ] as const) {
    it(`is reported and left out: ${name} ${got}`, () => {
      for (const { facts, Class, status } of rows) {
        const problem = make(Class, 'text', { [name]: value })
        expect(faultsOf(problem), facts.className).to.deep.equal([{ code: 'ERR_PROBLEM_OPTION', place: name, expected, got }])
        expect(problem, facts.className).to.include({ status, message: 'text', expose: status < 500 })
        expect(problem.extensions).to.deep.equal({})
        expect(problem.headers).to.deep.equal({ ...facts.always })
      }
    })
  }

  it('may be null for detail, instance, extensions and headers, which then are not there', () => {
    const problem = make(NotFound, { detail: null, instance: null, extensions: null, headers: null })
    expect(faultsOf(problem)).to.deep.equal([])
    expect(problem.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404 })
  })

  it('may be undefined for every option of every status', () => {
    for (const { status, Class } of rows) {
      const names = [...commonOptions, ...fieldMakers(status).map(({ option }) => option)]
      expect(faultsOf(make(Class, Object.fromEntries(names.map((name) => [name, undefined]))))).to.deep.equal([])
    }
  })
})

describe('an option that throws when it is read', () => {
  for (const name of ['detail', 'instance', 'extensions', 'headers', 'cause', 'expose']) {
    it(`is reported and left out: ${name}`, () => {
      const problem = make(NotFound, 'text', throwingGetters(name))
      expect(problem).to.include({ status: 404, message: 'text', expose: true })
      expect(faultsOf(problem).map(({ place }) => place)).to.deep.equal([name])
    })
  }

  for (const { status, Class } of rows) {
    for (const option of new Set(fieldMakers(status).map((maker) => maker.option))) {
      it(`is reported and left out: ${option} of a ${status}`, () => {
        const problem = make(Class, 'text', throwingGetters(option))
        expect(problem.status).to.equal(status)
        expect(new Set(faultsOf(problem).map(({ place }) => place))).to.deep.equal(new Set([option]))
      })
    }
  }

  it('is reported when it is one field of the headers', () => {
    const problem = make(NotFound, { headers: throwingGetters('Retry-After') })
    expect(problem.headers).to.deep.equal({})
    expect(faultsOf(problem).map(({ place }) => place)).to.deep.equal(['headers.Retry-After'])
  })

  it('is read where the object refuses to say whether it has it', () => {
    const options = new Proxy({ detail: 'readable' }, { has: () => expect.fail('no one may ask') })
    expect(make(NotFound, options)).to.include({ status: 404, detail: 'readable' })
  })

  it('is reported when nothing of the options can be read', () => {
    for (const problem of [make(NotFound, thorny()), make(NotFound, 'text', thorny())]) {
      expect(problem.status).to.equal(404)
      expect(faultsOf(problem)).to.not.have.lengthOf(0)
    }
  })
})

describe('an option that no class knows', () => {
  it('is reported with the names that the class knows', () => {
    const [fault, ...more] = faultsOf(make(classOf(429), { retry: 7 }))
    expect(more).to.deep.equal([])
    expect(fault).to.deep.equal({
      code: 'ERR_PROBLEM_OPTION',
      place: 'options',
      expected: 'one of detail, instance, extensions, headers, cause, expose, retryAfter, rateLimit',
      got: '"retry"',
    })
  })

  for (const name of ['type', 'title', 'status', 'constructor', 'toString', '__proto__', '', 'statusCode', 'message']) {
    it(`is reported and changes nothing: "${name}"`, () => {
      for (const { status, facts, Class } of rows) {
        const problem = make(Class, JSON.parse(`{${JSON.stringify(name)}: "https://example.com/evil"}`))
        expect(problem).to.include({ status, type: 'about:blank', title: facts.phrase, message: facts.phrase })
        expect(faultsOf(problem).map(({ got }) => got)).to.deep.equal([JSON.stringify(name)])
      }
    })
  }

  it('is reported when it belongs to another status', () => {
    const everyOption = new Set(rows.flatMap(({ status }) => fieldMakers(status).map(({ option }) => option)))
    for (const { status, facts, Class } of rows) {
      const own = new Set(fieldMakers(status).map(({ option }) => option))
      for (const option of everyOption) {
        if (own.has(option)) continue
        const problem = make(Class, { [option]: 'x' })
        expect(problem.headers, facts.className).to.deep.equal({ ...facts.always })
        expect(faultsOf(problem).map(({ got }) => got)).to.deep.equal([`"${option}"`])
      }
    }
  })
})

describe('any hostile value', () => {
  for (const [what, create] of Object.entries(hostileValues)) {
    it(`changes no status, wherever it stands: ${what}`, () => {
      for (const { status, facts, Class } of rows) {
        const options = [...commonOptions, ...fieldMakers(status).map(({ option }) => option)]
        const problems = [
          make(Class, create()),
          make(Class, create(), create()),
          make(Class, 'text', create()),
          ...options.map((option) => make(Class, { [option]: create() })),
          make(Class, { extensions: { seat: create() }, headers: { 'X-A': create() } }),
          make(Class, { headers: { 'X-A': [create(), 'b'] } }),
        ]
        for (const problem of problems) expect(problem).to.include({ status, title: facts.phrase, type: 'about:blank' })
      }
    })
  }
})
