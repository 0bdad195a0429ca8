import { expect } from 'chai'
import fc from 'fast-check'
import createError from 'http-errors'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { Conflict } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { cpuTime } from '../respond/cpu-time.js'

const trap = (): never => {
  throw new Error('trap')
}
const refusing: ProxyHandler<object> = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, trap]))
const refusingReads: ProxyHandler<object> = { get: trap }
const bottomless: object = new Proxy([], { get: () => bottomless })
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
class HttpError extends Error {
  readonly expose = true
  readonly statusCode = 404
  #reads = 0
  get status(): unknown {
    return ++this.#reads > 3 ? Symbol('changed') : 404
  }
}

/** What a program can throw to hurt the one that catches. */
const hostile: readonly (readonly [name: string, make: () => unknown])[] = [
  ['a Proxy whose traps throw', () => new Proxy({}, refusing)],
  ['a Proxy of an Error whose traps throw', () => new Proxy(new Error('x'), refusing)],
  ['a Proxy of a function whose traps throw', () => new Proxy(() => 1, refusing)],
  ['a Proxy of a problem whose reads throw', () => new Proxy(new Conflict(), refusingReads)],
  ['a revoked Proxy', revoked],
  ['a Proxy that answers every question with itself', () => bottomless],
  ['a Proxy of an Error that answers every question with a list', () => new Proxy(new Error('x'), { get: () => bottomless })],
  [
    'a Proxy that is its own prototype',
    () => {
      const self: object = new Proxy({}, { getPrototypeOf: () => self })
      return self
    },
  ],
  ['a forged brand that throws', () => ({ [Symbol.for('http-problems/1')]: Object.assign([], { includes: trap }) })],
  [
    'an AggregateError whose errors cannot be read',
    () => Object.assign(new AggregateError([1]), { errors: new Proxy([1], refusingReads) }),
  ],
  [
    'an AggregateError whose errors have a slice of their own',
    () => Object.assign(new AggregateError([1]), { errors: Object.assign([1], { slice: trap }) }),
  ],
  [
    'an AggregateError with a problem without headers',
    () => new AggregateError([Object.defineProperty(new Conflict(), 'headers', { value: null })]),
  ],
  [
    'an AggregateError with a Proxy of a problem',
    () =>
      new AggregateError([
        new Proxy(new Conflict(), { get: (target, key) => (key === 'headers' ? trap() : Reflect.get(target, key)) }),
      ]),
  ],
  [
    'an Error whose getters throw',
    () => Object.defineProperties(new Error('x'), { status: { get: trap }, name: { get: trap }, message: { get: trap } }),
  ],
  ['an HttpError whose status changes', () => new HttpError('x')],
  ['headers that are a revoked Proxy', () => Object.assign(createError(404), { headers: revoked() })],
  ['a header value that is a revoked Proxy', () => createError(404, { headers: { 'X-Bad': revoked() } })],
  ['headers that refuse to be listed', () => createError(404, { headers: new Proxy({}, refusing) as Record<string, string> })],
]

describe('toProblem(): is total [B11]', () => {
  for (const [name, make] of hostile) {
    it(`gives a problem for ${name}, within 100 ms`, () => {
      const thrown = make()
      const { made: problem, milliseconds } = cpuTime(100, () => toProblem(thrown))

      expect(milliseconds).to.be.below(100)
      expect(HttpProblem[Symbol.hasInstance](problem)).to.equal(true)
      if (problem !== thrown) expect(problem.status).to.be.within(400, 599)
    })
  }

  it('gives a problem for everything, with the value as its cause, and changes nothing of it', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withTypedArray: true,
    })
    const marked = fc
      .record(
        {
          status: anything,
          statusCode: anything,
          expose: anything,
          headers: anything,
          type: anything,
          body: anything,
          errors: anything,
          code: anything,
          limit: anything,
          name: anything,
        },
        { requiredKeys: [] },
      )
      .map((members) => {
        const error = new Error('x')
        // The stack is made at its first read, from a `name` that may have no text later.
        expect(error.stack).to.be.a('string')
        return Object.assign(error, members)
      })
    fc.assert(
      fc.property(fc.oneof(anything, marked), (thrown) => {
        const before = typeof thrown === 'object' && thrown !== null ? Object.getOwnPropertyDescriptors(thrown) : undefined
        const problem = toProblem(thrown)

        expect(problem.status).to.be.within(400, 599)
        expect(Object.is(problem.cause, thrown)).to.equal(true)
        if (before) expect(Object.getOwnPropertyDescriptors(thrown as object)).to.deep.equal(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives the same object for a problem, of whatever class', () => {
    class Mine extends Conflict {}
    for (const problem of [new Conflict(), new Mine(), Object.freeze(new Conflict())])
      expect(toProblem(problem)).to.equal(problem)
  })

  it('restores the limit of stack traces', () => {
    const limit = Error.stackTraceLimit
    toProblem(new Error('x'))
    toProblem(new AggregateError([new Error('x')]))

    expect(Error.stackTraceLimit).to.equal(limit)
  })
})

describe('toProblem(): keeps secrets [P11] [P29]', () => {
  it('sends nothing of message, body, stack, path or foreign members', () => {
    const base = fc.constantFrom(
      (text: string): object => new Error(text),
      (text: string): object => new SyntaxError(`Unexpected token in JSON at position 7 ${text}`),
      (text: string): object => new URIError(text),
      (text: string): object => createError(500, text),
      (text: string): object => createError(400, text, { expose: false }),
      (text: string): object => createError(404, Object.assign(new Error(text), { syscall: 'open', path: text })),
      (text: string): object => new AggregateError([new Error(text), createError(503, text)], text),
    )
    const types = fc.constantFrom(
      undefined,
      'entity.parse.failed',
      'entity.too.large',
      'charset.unsupported',
      'entity.verify.failed',
      'parameters.too.many',
    )
    fc.assert(
      fc.property(base, types, fc.option(fc.constantFrom(400, 403, 413, 415, 500)), fc.uuid(), (make, type, status, secret) => {
        const error = make(secret)
        const members = {
          body: secret,
          path: secret,
          sql: secret,
          address: secret,
          limit: secret,
          charset: secret,
          stack: secret,
          extensions: { secret },
        }
        Object.assign(error, members, type && { type }, status !== null && { status, statusCode: status }, {
          headers: { 'Set-Cookie': secret, 'Content-Type': secret, 'Transfer-Encoding': secret },
        })
        if (status !== null && status < 500) Object.assign(error, { expose: false })
        const problem = toProblem(error, { facts: { mediaType: 'application/json' } })

        expect(JSON.stringify([problem, problem.headers])).not.to.contain(secret)
      }),
      { numRuns: 500 },
    )
  })
})
