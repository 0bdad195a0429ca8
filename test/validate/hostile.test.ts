/** What a client may send to break a validator. */
import { expect } from 'chai'
import fc from 'fast-check'
import * as z from 'zod'
import { outcomeOf, problemOf } from './parts.js'

const SECRET = 'hunter2-secret'
const schemas = {
  json: { type: 'object', properties: { n: { type: 'integer' }, list: { type: 'array', items: { type: 'string' } } } },
  standard: z.object({ n: z.number().optional(), list: z.array(z.string()).optional() }),
}

const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)

for (const [kind, schema] of Object.entries(schemas)) {
  describe(`validate() with hostile input: ${kind}`, () => {
    it('refuses a member that would become a prototype, wherever it is', async () => {
      const body = JSON.parse(`{"list": [], "x": [{"__proto__": {"admin": "${SECRET}"}}]}`)
      expect(await outcomeOf({ body: schema }, { body })).to.deep.equal({
        status: 422,
        errors: [{ in: 'body', pointer: '#/x/0/__proto__', code: 'name', detail: 'This name is not allowed.' }],
      })
      expect(({} as { admin?: unknown }).admin).to.equal(undefined)
    })

    it('refuses a parameter of that name', async () => {
      expect(await outcomeOf({ query: schema }, { query: JSON.parse('{"__proto__": "x"}') })).to.deep.equal({
        status: 400,
        errors: [{ in: 'query', parameter: '__proto__', code: 'name', detail: 'This name is not allowed.' }],
      })
    })

    it('refuses a body of more than 128 levels, and one that never ends', async () => {
      expect(await outcomeOf({ body: schema }, { body: nested(128) })).to.have.property('body')
      for (const levels of [129, 3000])
        expect(await outcomeOf({ body: schema }, { body: nested(levels) })).to.deep.equal({
          status: 422,
          errors: [{ in: 'body', pointer: '#', code: 'depth', detail: 'At most 128 levels are read.' }],
        })
      const cycle: unknown[] = []
      cycle.push(cycle, cycle)
      expect(await outcomeOf({ body: schema }, { body: cycle })).to.have.property('status', 422)
    })

    it('tells at most a hundred faults', async () => {
      const body = { list: Array.from({ length: 5000 }, () => 7) }
      expect((await problemOf({ body: schema }, { body })).extensions['errors']).to.have.lengthOf(100)
    })

    it('answers whatever comes with values or a 4xx, quotes nothing, and changes nothing', async () => {
      const name = fc.constantFrom(
        'n',
        'list',
        'constructor',
        'toString',
        'prototype',
        '__proto__',
        'hasOwnProperty',
        '',
        '~/%',
        'a.b',
      )
      const leaf = fc.oneof(fc.constant(SECRET), fc.constantFrom(null, true, 1e308, -0, '', '1', 'Infinity', 'NaN'))
      const { value } = fc.letrec((tie) => ({
        value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
        object: fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      }))
      const counts = { through: 0, refused: 0 }
      await fc.assert(
        fc.asyncProperty(value, value, async (body, query) => {
          const before = JSON.stringify([body, query])
          const outcome = await outcomeOf({ body: schema, query: schema }, { body, query })
          expect(JSON.stringify([body, query])).to.equal(before)
          const { status, errors } = outcome as { status?: number; errors?: unknown }
          counts[status === undefined ? 'through' : 'refused']++
          if (status === undefined) return
          expect(status).to.be.oneOf([400, 422])
          expect(JSON.stringify(errors)).not.to.contain(SECRET)
        }),
        { numRuns: 200 },
      )
      // Or the property would have said nothing.
      expect(counts.through).to.be.greaterThan(0)
      expect(counts.refused).to.be.greaterThan(0)
    })
  })
}
