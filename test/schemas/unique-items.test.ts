import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { haveNoEquals } from '../../schemas/keywords/unique-items.js'

describe('haveNoEquals()', () => {
  const ajvSays = new Ajv2020().compile({ type: 'array', uniqueItems: true })
  // Few different values, so that some are equal.
  const { item } = fc.letrec<{ item: unknown }>((tie) => ({
    item: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(0, -0, 1, '1', '', 'a,b', '"', null, true, false, 'true', 1e21),
      fc.array(tie('item'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b', ':', '"', '1'), tie('item'), { maxKeys: 2, noNullPrototype: true }),
    ),
  }))

  it('says of every list of JSON what ajv says', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (items) => {
        expect(haveNoEquals(items)).to.equal(ajvSays(items))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes members in any order for the same, with a prototype or without', () => {
    expect(
      haveNoEquals([
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    ).to.equal(false)
    expect(haveNoEquals([{ a: 1 }, Object.assign(Object.create(null), { a: 1 })])).to.equal(false)
  })

  it('takes what is of a class for equal to nothing but itself', () => {
    const date = new Date(0)
    expect(haveNoEquals([date, new Date(0), [date]])).to.equal(true)
    expect(haveNoEquals([date, new Date(0), date])).to.equal(false)
  })
})
