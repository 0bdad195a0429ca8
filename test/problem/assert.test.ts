import { inspect } from 'node:util'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { assertProblem } from '../../lib/problem/assert.js'
import { Conflict, MethodNotAllowed, NotFound } from '../../lib/problem/classes.js'

describe('assertProblem()', () => {
  for (const value of [true, 1, 'a', {}, [], Symbol('s'), () => 0, 1n, new Date(Number.NaN), Number.POSITIVE_INFINITY]) {
    it(`does nothing for ${inspect(value)}`, () => {
      assertProblem(value, NotFound, 'No user 7')
      expect(value).to.satisfy(Boolean)
    })
  }

  for (const value of [false, 0, -0, '', null, undefined, Number.NaN, 0n]) {
    it(`throws for ${inspect(value)}`, () => {
      expect(() => assertProblem(value, NotFound, 'No user 7'))
        .to.throw(NotFound)
        .that.includes({ status: 404, detail: 'No user 7', name: 'NotFound' })
    })
  }

  it('passes all arguments on to the class', () => {
    expect(() => assertProblem(false, MethodNotAllowed, 'text', { allow: ['GET'] }))
      .to.throw(MethodNotAllowed)
      .with.deep.property('headers', { Allow: 'GET' })
    expect(() => assertProblem(false, Conflict)).to.throw(Conflict, 'Conflict')
  })

  it('throws where it is called', () => {
    try {
      assertProblem(null, NotFound)
      expect.fail('it must throw')
    } catch (error) {
      expect(error)
        .to.have.property('stack')
        .that.matches(/assert\.test/)
    }
  })

  for (const [value, wrong, got] of [
    [false, 404, '404'],
    [true, 404, '404'],
    [true, undefined, 'undefined'],
  ]) {
    it(`refuses ${got} for a class, where the value is ${value}`, () => {
      expect(() => assertProblem(value, wrong as never))
        .to.throw(TypeError, `assertProblem: expected a problem class second, such as NotFound, got ${got}`)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }

  it('narrows the type', () => {
    const user = { name: 'Ann' } as { name: string } | undefined
    assertProblem(user, NotFound)
    expectTypeOf(user).toEqualTypeOf<{ name: string }>()
    expect(user.name).to.equal('Ann')
  })
})
