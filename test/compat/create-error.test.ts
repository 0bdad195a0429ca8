/** http-problems/compat beside http-errors: the same table with both. */
import { spawnSync } from 'node:child_process'
import type { EventEmitter } from 'node:events'
import { expect } from 'chai'
import httpErrors from 'http-errors'
import * as compat from '../../lib/compat/index.js'
import { unregistered } from '../../lib/compat/phrases.js'
import { httpErrors as httpErrorsFamily } from '../../lib/foreign/families/app/http-errors.js'
import { beforeHttpErrors } from '../../lib/foreign/families/before-http-errors.js'
import { allFamilies } from '../../lib/foreign/families/families.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { createProblem, defineProblem, HttpProblem, isHttpProblem, NotFound, problemClasses } from '../../lib/index.js'
import { errorFacts } from '../../lib/status/codes.js'
import { vendorFacts } from '../../lib/status/vendor-codes.js'
import { constructorOf, describeIt, type Implementation, outcome, rows } from './table.js'

const theirs = httpErrors as unknown as Implementation
const ours = compat.default as unknown as Implementation

// depd prints the deprecations of http-errors only where nobody listens.
const events: EventEmitter = process
const ignore = (): void => undefined
function ignoreDeprecations(): void {
  before(() => events.on('deprecation', ignore))
  after(() => events.off('deprecation', ignore))
}

describe('createError() and what belongs to it', () => {
  ignoreDeprecations()

  for (const { name, see } of rows) {
    it(`are those of http-errors: ${name}`, () => {
      expect(see(ours)).to.deep.equal(see(theirs))
    })
  }

  it('have every name of http-errors, and the names of the registry too', () => {
    const added = Object.keys(ours).filter((key) => !(key in theirs))
    expect(Object.keys(theirs).filter((key) => !(key in ours))).to.deep.equal([])
    expect(added.sort()).to.deep.equal(['ContentTooLarge', 'RequestEntityTooLarge', 'UnprocessableContent'])
  })

  it('are exported by name too, but for the numbers', () => {
    const { default: createError, ...named } = compat
    expect(named.createError).to.equal(createError)
    expect(Object.keys(named).sort()).to.deep.equal(
      ['createError', ...Object.keys(ours).filter((key) => !/^\d/.test(key))].sort(),
    )
    for (const [name, value] of Object.entries(named)) if (name !== 'createError') expect(value).to.equal(ours[name])
  })
})

describe('createError(status)', () => {
  ignoreDeprecations()
  const statuses = Array.from({ length: 620 }, (_, index) => index)

  it('makes what http-errors makes of every number up to 619', () => {
    for (const status of statuses) {
      expect(
        outcome(ours, () => ours(status)),
        `${status}`,
      ).to.deep.equal(outcome(theirs, () => theirs(status)))
      expect(
        outcome(ours, () => ours(status, 'text', { id: 1 })),
        `${status}`,
      ).to.deep.equal(outcome(theirs, () => theirs(status, 'text', { id: 1 })))
    }
  })

  for (const key of Object.keys(theirs).filter((name) => !/Http/.test(name))) {
    it(`has the constructor ${key}, with new and without`, () => {
      const [Ours, Theirs] = [constructorOf(ours, key), constructorOf(theirs, key)]
      expect(Ours.name).to.equal(Theirs.name)
      for (const message of [undefined, null, '', 'text']) {
        expect(describeIt(ours, new Ours(message))).to.deep.equal(describeIt(theirs, new Theirs(message)))
        expect(describeIt(ours, Ours(message))).to.deep.equal(describeIt(theirs, Theirs(message)))
        expect(Ours(message)).to.be.instanceOf(Ours)
        expect(new Ours(message)).to.be.instanceOf(Ours)
      }
    })
  }
})

describe('The stack of an error of compat', () => {
  for (const [mode, framesOf4xx, framesOf5xx] of [
    ['always', true, true],
    ['server-errors', false, true],
    ['never', false, false],
  ] as const) {
    it(`is captured by the rules of the package: HTTP_PROBLEMS_STACKS=${mode}`, () => {
      const program = `
        import createError, { NotFound } from ${JSON.stringify(new URL('../../lib/compat/index.js', import.meta.url).href)}
        const hasFrames = (error) => error.stack.includes('\\n    at ')
        console.log(JSON.stringify([createError(404), new NotFound(), createError(500)].map(hasFrames)))`
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
        env: { ...process.env, HTTP_PROBLEMS_STACKS: mode },
        encoding: 'utf8',
      })
      expect(JSON.parse(stdout)).to.deep.equal([framesOf4xx, framesOf4xx, framesOf5xx])
    })
  }

  it('starts with the name and the message', () => {
    for (const error of [ours(404, 'm'), new (constructorOf(ours, 404))('m')])
      expect(error.stack?.split('\n')[0]).to.equal('NotFoundError: m')
  })
})

describe('Where compat is better than http-errors', () => {
  it('takes undefined for an absent argument, wherever it stands', () => {
    for (const args of [
      [404, 'm', undefined],
      [404, undefined, { id: 1 }],
      [undefined, 'm'],
      [undefined, undefined],
    ]) {
      const given = args.filter((value) => value !== undefined)
      expect(describeIt(ours, ours(...args))).to.deep.equal(describeIt(ours, ours(...given)))
    }
  })

  it('keeps the methods of a subclass', () => {
    class OutOfStock extends constructorOf(ours, 'NotFound') {
      item(): string {
        return this.message
      }
    }
    const error = new OutOfStock('pen')
    expect(error.item()).to.equal('pen')
    expect(error).to.be.instanceOf(OutOfStock).and.instanceOf(constructorOf(ours, 404)).and.instanceOf(NotFound)
    expect(ours(404)).not.to.be.instanceOf(OutOfStock)
  })

  it('gives a wrong argument a code and says what was expected', () => {
    expect(() => ours('LOL', 404))
      .to.throw(TypeError, /^argument #2 unsupported type number$/)
      .that.includes({ code: 'ERR_PROBLEM_ARGUMENT', place: 'argument #2', got: 'number' })
  })
})

describe('The errors of compat', () => {
  for (const [key, Class] of Object.entries(problemClasses)) {
    const status = Number(key)
    it(`are problems of the class ${Class.name} for ${status}, in both directions`, () => {
      const error = ours(status, 'text')
      const others = Object.values(problemClasses).filter((other) => other !== Class)
      expect(error).to.be.instanceOf(HttpProblem).and.instanceOf(Class)
      expect(others.filter((other) => error instanceof other)).to.deep.equal([])
      expect(toProblem(error)).to.equal(error)
      expect(createProblem(status)).to.be.instanceOf(constructorOf(ours, status)).and.instanceOf(ours.HttpError)
      expect(ours.isHttpError(createProblem(status))).to.equal(true)
      expect(createProblem(status === 404 ? 409 : 404)).not.to.be.instanceOf(constructorOf(ours, status))
    })

    it(`say as much as the problem ${status}: no default message`, () => {
      expect(JSON.stringify(ours(status))).to.equal(JSON.stringify(createProblem(status)))
      expect({ ...toProblem(ours(status)).headers }).to.deep.equal({ ...errorFacts[status]?.always })
    })
  }

  it('have the facts of 509 that the table of the codes of vendors has', () => {
    const { status, ...facts } = unregistered
    expect(vendorFacts(status)).to.include(facts)
  })

  it('are a problem without a class for 509, and for a number that nobody assigned', () => {
    for (const status of [509, 432, 599]) {
      const error = ours(status)
      expect(isHttpProblem(error)).to.equal(true)
      expect(Object.values(problemClasses).filter((Class) => error instanceof Class)).to.deep.equal([])
    }
    expect(createProblem(503)).not.to.be.instanceOf(constructorOf(ours, 509))
  })

  for (const [name, make, detail] of [
    ['the message of a 4xx', () => ours(404, 'No book 8.'), 'No book 8.'],
    ['no message of a 5xx', () => ours(500, 'db-17 is down'), undefined],
    ['no message where expose is false', () => ours(404, 'secret', { expose: false }), undefined],
    ['the message of a 5xx where expose is true', () => ours(503, 'Back at ten.', { expose: true }), 'Back at ten.'],
    ['no message after expose became false', () => Object.assign(ours(404, 'secret'), { expose: false }), undefined],
    ['the message that was written last', () => Object.assign(ours(404, 'before'), { message: 'after' }), 'after'],
    ['no message that is no text', () => Object.assign(ours(404, 'x'), { message: { a: 1 } }), undefined],
    ['no empty message', () => ours(404, ''), undefined],
  ] as const) {
    it(`send ${name}`, () => {
      expect(toProblem(make()).detail).to.equal(detail)
    })
  }

  it('follow a status that changes', () => {
    const error = Object.assign(ours(404, 'taken'), { status: 409 })
    expect(error).to.be.instanceOf(problemClasses[409]).and.not.instanceOf(NotFound)
    expect(toProblem(error).toJSON()).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'taken' })
  })

  for (const [name, make] of [
    ['a cookie', () => ours(502, { headers: { 'Set-Cookie': 'sid=1' } })],
    ['a field about a body', () => ours(502, { headers: { 'content-language': 'de' } })],
    ['headers that are no record', () => ours(502, { headers: 'nonsense' })],
    ['the mark of csurf', () => ours(403, 'invalid csrf token', { code: 'EBADCSRFTOKEN' })],
    ['a status that is no error', () => Object.assign(ours(404), { status: 200 })],
  ] as const) {
    it(`are errors of http-errors and no problems with ${name}`, () => {
      expect(isHttpProblem(make())).to.equal(false)
      expect(ours.isHttpError(make())).to.equal(true)
    })
  }

  it('are seen by all families that are asked before the one of http-errors', () => {
    expect(beforeHttpErrors()).to.deep.equal(allFamilies().slice(0, allFamilies().indexOf(httpErrorsFamily)))
  })

  it('are problems with every other field and code', () => {
    const headers = { 'Retry-After': '5', 'X-Shelf': '3', Connection: 'close', 'content-range': 'bytes */3' }
    expect(isHttpProblem(ours(409, 'taken', { code: 'E_TAKEN', headers }))).to.equal(true)
    expect(isHttpProblem(ours(403, 'invalid', { code: 'EBADCSRFTOKEN' }))).to.equal(true)
  })

  for (const name of ['type', 'title', 'detail', 'instance', 'extensions']) {
    it(`keep a property ${name} and never send it`, () => {
      for (const error of [ours(402, 'Pay.', { [name]: 'secret' }), Object.assign(ours(402, 'Pay.'), { [name]: 'secret' })]) {
        expect(error)
          .to.include({ [name]: 'secret' })
          .and.instanceOf(constructorOf(ours, 402))
          .and.instanceOf(ours.HttpError)
        const document = { type: 'about:blank', title: 'Payment Required', status: 402, detail: 'Pay.' }
        expect(toProblem(error).toJSON()).to.deep.equal(document)
        expect(toProblem(error).cause).to.equal(error)
      }
    })
  }

  it('are answered by the family of their library where it gave them a type', () => {
    const { detail, status } = toProblem(ours(413, 'request entity too large', { type: 'entity.too.large', limit: 5 }))
    expect(status).to.equal(413)
    expect(detail).to.be.a('string').that.is.not.equal('request entity too large')
  })

  it('join the fields that every 408 and 426 has with those that are given', () => {
    const headers = (error: Error): unknown => (error as { headers?: unknown }).headers
    expect(headers(ours(426, { headers: { Upgrade: 'h2c' } }))).to.deep.equal({ Connection: 'Upgrade', Upgrade: 'h2c' })
    expect(headers(Object.assign(ours(408), { headers: 'nonsense' }))).to.equal('nonsense')
  })

  it('leave a problem that createError() gets as it is', () => {
    class Paid extends defineProblem('Paid', { type: 'https://example.com/paid', status: 409, title: 'Paid' }) {}
    const problem = new Paid({ expose: false })
    expect(ours(problem)).to.equal(problem)
    expect(problem).to.include({ expose: false, status: 409 })
    expect(ours(500, new NotFound('x', { expose: false }), { id: 1 })).to.include({ expose: false, status: 404, id: 1 })
  })
})
