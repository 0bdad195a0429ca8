/** The types of the options for declared types. */
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { Conflict, defineProblem } from '../../lib/index.js'
import { problemHandler } from '../../middleware/express/index.js'
import { problemHandler as koaProblems } from '../../middleware/koa/index.js'

describe('the types of problemHandler({ types })', () => {
  it('take declared classes and any Ajv, and refuse what is something else', () => {
    const SoldOut = defineProblem('SoldOut', { type: 'urn:sold-out', status: 409, title: 'Sold out' })
    class SeatTaken extends defineProblem('SeatTaken', {
      type: 'urn:seat-taken',
      status: 409,
      title: 'Seat taken',
      members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
    }) {}
    const calls = [
      () => problemHandler({ types: [SoldOut, SeatTaken], ajv: new Ajv2020(), onInvalid: 'fail' }),
      () => koaProblems({ types: [SoldOut] as const, ajv: new Ajv(), validators: {} }),
      // @ts-expect-error a plain class is not declared
      () => problemHandler({ types: [Conflict] }),
      // @ts-expect-error a class, not an instance
      () => problemHandler({ types: [new SeatTaken({ seat: '12A' })] }),
      // @ts-expect-error there is no other way
      () => problemHandler({ onInvalid: 'ignore' }),
      // @ts-expect-error a validator has a digest
      () => problemHandler({ validators: { 'urn:a': { check: () => true } } }),
      // @ts-expect-error this compiles nothing
      () => problemHandler({ ajv: {} }),
    ]
    const outcomes = calls.map((call) => {
      try {
        call()
        return 'starts'
      } catch (error) {
        return (error as { code?: unknown }).code
      }
    })
    expect(outcomes).to.deep.equal(['starts', 'starts', ...Array<string>(5).fill('ERR_PROBLEM_OPTION')])
  })
})
