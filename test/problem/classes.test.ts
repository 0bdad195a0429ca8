import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { faultsOf } from '../../lib/guard/fault.js'
import * as library from '../../lib/index.js'
import { HttpProblem, problemClasses } from '../../lib/index.js'
import type { ErrorStatus } from '../../lib/status/codes.js'
import { make, rows } from './table.js'

const exported: Readonly<Record<string, unknown>> = library

describe('problemClasses', () => {
  it('has the forty registered codes and no other', () => {
    expect(Object.keys(problemClasses)).to.deep.equal(rows.map(({ status }) => String(status)))
    expect(rows).to.have.lengthOf(40)
  })

  it('gives each instance the literal type of its status', () => {
    type Classes = typeof problemClasses
    type Instances = { [K in keyof Classes]: Classes[K] extends { readonly prototype: { readonly status: infer S } } ? S : never }
    type Statics = { [K in keyof Classes]: Classes[K] extends { readonly status: infer S } ? S : never }
    expectTypeOf<Instances>().toEqualTypeOf<{ readonly [Status in ErrorStatus]: Status }>()
    expectTypeOf<Statics>().toEqualTypeOf<{ readonly [Status in ErrorStatus]: Status }>()
    for (const { status, Class } of rows) expect(new Class().status).to.equal(status)
  })

  it('has no two classes alike', () => {
    expect(new Set(rows.map(({ Class }) => Class))).to.have.lengthOf(40)
    for (const { Class, status } of rows)
      expect(
        rows.filter((other) => new Class() instanceof other.Class).map((other) => other.status),
        Class.name,
      ).to.deep.equal([status])
  })
})

for (const { status, facts, Class } of rows) {
  describe(`class ${facts.className}`, () => {
    it('is exported under its name', () => {
      expect(exported[facts.className]).to.equal(Class)
      expect(Class.name).to.equal(facts.className)
    })

    for (const alias of facts.aliases ?? []) {
      it(`is ${alias} too`, () => {
        expect(exported[alias]).to.equal(Class)
      })
    }

    it('has type, title and status of a plain status code [P8, P24]', () => {
      expect(Class).to.include({ type: 'about:blank', title: facts.phrase, status })
      expect(new Class()).to.include({ type: 'about:blank', title: facts.phrase, status, statusCode: status })
    })

    it('makes an Error with its name, the phrase as message, and no more', () => {
      const problem = new Class()
      expect(problem).to.be.instanceOf(Error).and.instanceOf(HttpProblem).and.instanceOf(Class)
      expect(problem.name).to.equal(facts.className)
      expect(problem.message).to.equal(facts.phrase)
      expect(problem.expose).to.equal(status < 500)
      expect(problem.extensions).to.deep.equal({})
      expect(problem.headers).to.deep.equal({ ...facts.always })
      for (const absent of ['detail', 'instance', 'cause']) expect(problem, absent).to.not.have.own.property(absent)
      expect(faultsOf(problem)).to.deep.equal([])
    })

    it('shows no further enumerable property', () => {
      expect(Object.keys(new Class())).to.deep.equal(['type', 'title', 'status', 'extensions', 'headers', 'expose'])
    })

    it('keeps statusCode and status equal in both directions', () => {
      const problem: { status: number; statusCode: number } = Object.assign(new Class(), { statusCode: 477 })
      expect(problem.status).to.equal(477)
      problem.status = 478
      expect(problem.statusCode).to.equal(478)
    })

    it('lets a program set the name', () => {
      const problem = new Class()
      problem.name = 'Renamed'
      expect(String(problem)).to.equal(`Renamed: ${facts.phrase}`)
      expect(new Class().name).to.equal(facts.className)
    })

    it('is not changed by its instances', () => {
      make(Class, 'text', { extensions: { a: 1 }, headers: { 'X-A': '1' } })
      expect(new Class().headers).to.deep.equal({ ...facts.always })
      expect(new Class().headers).to.not.equal(new Class().headers)
    })
  })
}

describe('the aliases', () => {
  it('are the same classes and types', () => {
    expect(library.PayloadTooLarge).to.equal(library.ContentTooLarge)
    expect(library.RequestEntityTooLarge).to.equal(library.ContentTooLarge)
    expect(library.UnprocessableEntity).to.equal(library.UnprocessableContent)
    expectTypeOf<library.PayloadTooLarge>().toEqualTypeOf<library.ContentTooLarge>()
    expectTypeOf<library.RequestEntityTooLarge>().toEqualTypeOf<library.ContentTooLarge>()
    expectTypeOf<library.UnprocessableEntity>().toEqualTypeOf<library.UnprocessableContent>()
  })
})
