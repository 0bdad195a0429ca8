import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { Conflict, NotFound } from '../../lib/problem/classes.js'
import { HttpProblem, isHttpProblem } from '../../lib/problem/problem.js'
import { bottomless, hostileValues, revoked, thorny } from './hostile.js'
import { rows } from './table.js'

const BRAND = Symbol.for('http-problems/1')

class Mine extends NotFound {}
const classes = [HttpProblem, Mine, ...rows.map(({ Class }) => Class)]

describe('instanceof a problem class', () => {
  for (const [what, create] of Object.entries(hostileValues)) {
    it(`is false, and does not throw, for ${what}`, () => {
      for (const Class of classes) expect(create() instanceof Class, Class.name).to.equal(false)
      expect(isHttpProblem(create())).to.equal(false)
    })
  }

  it('is false for errors that merely look alike', () => {
    const alike = Object.assign(new Error('x'), new NotFound().toJSON(), { name: 'NotFound', expose: true, statusCode: 404 })
    for (const value of [
      alike,
      Object.create(Error.prototype),
      JSON.parse(JSON.stringify(new NotFound())),
      structuredClone(new NotFound()),
    ])
      expect(value).to.not.be.instanceOf(HttpProblem)
  })

  it('is true for a frozen, sealed or inherited instance and for a Proxy of one', () => {
    const problem = new NotFound()
    for (const value of [
      Object.freeze(new NotFound()),
      Object.seal(new NotFound()),
      Object.create(problem),
      new Proxy(problem, {}),
    ]) {
      expect(value).to.be.instanceOf(NotFound).and.instanceOf(HttpProblem)
      expect(value).to.not.be.instanceOf(Conflict)
    }
  })

  it('is false for a Proxy of an instance that refuses to be read', () => {
    expect(thorny(new NotFound())).to.not.be.instanceOf(NotFound)
    expect(thorny(new Mine())).to.not.be.instanceOf(Mine)
    expect(revoked(new Mine())).to.not.be.instanceOf(Mine)
  })

  for (const [what, brands] of [
    ['a text', 'problem'],
    ['an object with includes', { includes: () => true }],
    ['an empty list', []],
    ['a list of other things', ['409', null, {}]],
    ['true', true],
    ['a function', () => true],
    ['a revoked Proxy', revoked()],
    ['a revoked list', revoked([])],
    ['a thorny list', thorny([])],
    ['a bottomless Proxy', bottomless()],
    ['a list whose includes throws', Object.assign([], { includes: thorny(() => true) })],
    ['a list whose includes says yes', Object.assign([], { includes: () => true })],
  ] as const) {
    it(`is false, and does not throw, for a brand that is ${what}`, () => {
      for (const value of [{ [BRAND]: brands }, Object.assign(() => 1, { [BRAND]: brands })]) {
        expect(value instanceof NotFound).to.equal(false)
        expect(isHttpProblem(value)).to.equal(false)
      }
    })
  }

  it('is false for a getter of the brand that throws', () => {
    const value = Object.defineProperty({}, BRAND, {
      get() {
        throw new Error('no')
      },
    })
    expect(value).to.not.be.instanceOf(HttpProblem)
  })

  it("cannot be bought by what JSON can say, nor for a user's class by a brand", () => {
    const forged = JSON.parse('{"http-problems/1":["problem","404"],"Symbol(http-problems/1)":["problem"],"status":404}')
    expect(forged).to.not.be.instanceOf(HttpProblem)
    expect({ [BRAND]: ['problem', '404', 'Mine'] }).to.not.be.instanceOf(Mine)
  })

  it('is false when it is asked of nothing or of what is no class', () => {
    for (const owner of [undefined, null, 7, 'x', {}, thorny(), revoked(), thorny(NotFound)]) {
      expect(Reflect.apply(HttpProblem[Symbol.hasInstance], owner, [new NotFound()]), typeof owner).to.equal(false)
    }
  })

  it('leaves the brands of a prototype unchangeable', () => {
    for (const Class of [HttpProblem, NotFound]) {
      const brands: unknown = Reflect.get(Class.prototype, BRAND)
      expect(brands).to.be.an('array').and.satisfy(Object.isFrozen)
      expect(Reflect.set(Class.prototype, BRAND, [])).to.equal(false)
      expect(Reflect.deleteProperty(Class, BRAND)).to.equal(false)
    }
  })

  it('narrows in both branches', () => {
    const value = new NotFound() as NotFound | Conflict | string
    if (value instanceof NotFound) expectTypeOf(value.status).toEqualTypeOf<404>()
    else expectTypeOf(value).toEqualTypeOf<Conflict | string>()
    const unknown: unknown = value
    if (isHttpProblem(unknown)) expectTypeOf(unknown.status).toEqualTypeOf<number>()
    expect(value).to.be.instanceOf(NotFound)
  })
})

describe('isHttpProblem()', () => {
  it('is true for every problem', () => {
    for (const { Class } of rows) expect(isHttpProblem(new Class())).to.equal(true)
    expect(isHttpProblem(new HttpProblem(470))).to.equal(true)
    expect(isHttpProblem(new Mine())).to.equal(true)
  })
})
