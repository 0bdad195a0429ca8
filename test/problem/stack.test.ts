import { expect } from 'chai'
import { type ChildSetup, inChild } from './child.js'
import { rows } from './table.js'

// Which statuses have stack frames, and whether the limit is what it was.
const FRAMES = `
  Error.stackTraceLimit = 7
  const framed = {}
  for (const [status, Class] of Object.entries(lib.problemClasses)) {
    const { stack } = new Class('text', { cause: new Error('root') })
    if (!stack.startsWith(Class.name + ': text')) throw new Error(stack)
    framed[status] = stack.includes('\\n    at ')
  }
  answer({ framed, limit: Error.stackTraceLimit, other: new Error('x').stack.includes('\\n    at ') })`

function framesIn(setup: ChildSetup): { framed: Record<string, boolean>; limit: unknown; other: boolean } {
  return inChild(FRAMES, setup) as ReturnType<typeof framesIn>
}

describe('the stack of a problem', function () {
  this.timeout(20_000)

  for (const [NODE_ENV, HTTP_PROBLEMS_STACKS, clientErrors, serverErrors] of [
    [undefined, undefined, true, true],
    ['development', undefined, true, true],
    ['test', undefined, true, true],
    ['production', undefined, false, true],
    ['Production', undefined, true, true],
    ['production', 'nonsense', false, true],
    [undefined, 'nonsense', true, true],
    ['production', 'always', true, true],
    [undefined, 'always', true, true],
    ['production', 'server-errors', false, true],
    [undefined, 'server-errors', false, true],
    ['production', 'never', false, false],
    [undefined, 'never', false, false],
  ] as const) {
    it(`is ${clientErrors ? '' : 'not '}captured for a 4xx and ${serverErrors ? '' : 'not '}for a 5xx with NODE_ENV=${NODE_ENV} HTTP_PROBLEMS_STACKS=${HTTP_PROBLEMS_STACKS}`, () => {
      const { framed, limit, other } = framesIn({ env: { NODE_ENV, HTTP_PROBLEMS_STACKS } })
      for (const { status } of rows) expect(framed[status], String(status)).to.equal(status < 500 ? clientErrors : serverErrors)
      expect(limit).to.equal(7)
      expect(other).to.equal(true)
    })
  }

  it('is decided once, when the library is loaded', () => {
    const script = `process.env.NODE_ENV = 'production'; answer(new lib.NotFound().stack.includes('\\n    at '))`
    expect(inChild(script)).to.equal(true)
  })

  it('is as long as the program wants it', () => {
    const script = `Error.stackTraceLimit = 1; const f = () => new lib.NotFound(); answer(f().stack.split('\\n').length)`
    expect(inChild(script)).to.equal(2)
  })

  it('needs no process object: a browser has none', () => {
    const before = `const { process } = globalThis; delete globalThis.process`
    const script = `globalThis.process = process; process.stdout.write(JSON.stringify(new lib.NotFound().stack.includes('\\n    at ')))`
    expect(inChild(script, { before })).to.equal(true)
  })

  it('is captured for a cause that a getter makes, also where the problem has none', () => {
    const script = `answer(new lib.NotFound({ get cause() { return new Error('root') } }).cause.stack.includes('\\n    at '))`
    expect(inChild(script, { env: { NODE_ENV: 'production' } })).to.equal(true)
  })
})

describe('Error.stackTraceLimit', function () {
  this.timeout(20_000)
  const production = { NODE_ENV: 'production' }
  const describeLimit = `
    const problem = new lib.NotFound('text')
    answer({ status: problem.status, message: problem.message, limit: String(Error.stackTraceLimit) })`

  for (const [what, before, limit] of [
    ['zero', 'Error.stackTraceLimit = 0', '0'],
    ['Infinity', 'Error.stackTraceLimit = Infinity', 'Infinity'],
    ['negative', 'Error.stackTraceLimit = -1', '-1'],
    ['a text', "Error.stackTraceLimit = 'many'", 'many'],
    ['absent', 'delete Error.stackTraceLimit', 'undefined'],
    ['read-only', "Object.defineProperty(Error, 'stackTraceLimit', { writable: false, value: 4 })", '4'],
    ['frozen with its Error', 'Object.freeze(Error)', '10'],
    ['absent from a closed Error', 'delete Error.stackTraceLimit; Object.preventExtensions(Error)', 'undefined'],
    ['a getter alone', "Object.defineProperty(Error, 'stackTraceLimit', { get: () => 3 })", '3'],
  ] as const) {
    it(`is left as it was when it is ${what}`, () => {
      const expected = { status: 404, message: 'text', limit }
      expect(inChild(describeLimit, { env: production, before })).to.deep.equal(expected)
    })
  }

  it('is left as it was with frozen intrinsics, and every class works', () => {
    const script = `answer(Object.values(lib.problemClasses).map((Class) => new Class('text', { cause: 1 }).status))`
    expect(inChild(script, { env: production, flags: ['--frozen-intrinsics'] })).to.deep.equal(rows.map(({ status }) => status))
  })

  it('does no harm when it throws', () => {
    const before = `Object.defineProperty(Error, 'stackTraceLimit', { get() { throw 1 }, set() { throw 2 } })`
    expect(inChild(`answer(new lib.NotFound('text').status)`, { env: production, before })).to.equal(404)
  })

  it('is restored when options change nothing or throw on every read', () => {
    const script = `
      const thorny = new Proxy({}, new Proxy({}, { get: () => () => { throw new Error('no') } }))
      for (const options of [{}, thorny, { get cause() { throw new Error('no') } }]) new lib.NotFound('text', options)
      answer(Error.stackTraceLimit)`
    expect(inChild(script, { env: production })).to.equal(10)
  })
})
