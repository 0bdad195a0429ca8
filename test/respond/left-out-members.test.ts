/** Which members of a declared type are left out when they break its schema, and what becomes of the rest. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { problemHandler } from '../../middleware/express/index.js'
import { answerTo, faultsIn } from './answer-to.js'
import { declared } from './seats.js'

type Members = Readonly<Record<string, unknown>>
type Maker = new (members: Members) => HttpProblem

function made(name: string, schema: object, members: Members, more: object = {}): HttpProblem {
  return new (declared(name, { type: 'object', ...schema }, more) as unknown as Maker)(members)
}

function sent(problem: HttpProblem, options: object = {}): Members {
  const { type: _type, title: _title, status: _status, ...members } = answerTo(problem, { options }).document
  return members
}

const text = { type: 'string' }
const kinds = {
  properties: { kind: text, x: true, y: true },
  oneOf: [
    { properties: { kind: { const: 'a' }, x: { type: 'integer' } }, required: ['x'] },
    { properties: { kind: { const: 'b' }, y: { type: 'integer' } } },
  ],
}

describe('members that break their schema', () => {
  for (const [name, schema, given, kept, faults] of [
    ['are all left out', { properties: { a: text, b: text } }, { a: 1, b: 2 }, {}, ['Wrong.members#/a', 'Wrong.members#/b']],
    [
      'take those along that need them',
      { properties: { a: text, b: true }, dependentSchemas: { b: { required: ['a'] } } },
      { a: 1, b: 2 },
      { b: 2 },
      ['Wrong.members#/a'],
    ],
    ['are those of the alternative that fits best', kinds, { kind: 'b', y: 'no' }, { kind: 'b' }, ['Wrong.members#/y']],
    [
      'stay where nobody can say which one it is',
      { properties: { a: true, b: true }, not: { required: ['a'] } },
      { a: 1, b: 2 },
      { a: 1, b: 2 },
      ['Wrong.members#'],
    ],
    [
      'are whole members, whatever of them is wrong',
      { properties: { a: { type: 'array', items: { anyOf: [text, { type: 'integer' }] } } } },
      { a: ['x', true] },
      {},
      ['Wrong.members#/a/1'],
    ],
    [
      'may have names that every object has',
      { properties: { toString: text, constructor: text, a: true } },
      { a: 1, constructor: 'x' },
      { a: 1, constructor: 'x' },
      [],
    ],
    [
      'are missed under such a name too',
      { properties: { constructor: true, a: true }, required: ['constructor'] },
      { a: 1 },
      { a: 1 },
      ['Wrong.members#/constructor'],
    ],
    [
      'do not include what is compared as a whole',
      { properties: { a: true }, enum: [{ a: 1 }, { a: 2 }] },
      { a: 2 },
      { a: 2 },
      [],
    ],
    ['do not include money', { properties: { price: { multipleOf: 0.01 } } }, { price: 19.99 }, { price: 19.99 }, []],
    [
      'do not include formats that are names',
      { properties: { id: { type: 'string', format: 'ulid' } } },
      { id: 'x' },
      { id: 'x' },
      [],
    ],
  ] as const) {
    it(name, () => {
      const problem = made('Wrong', schema, given)
      expect(sent(problem)).to.deep.equal(kept)
      expect(new Set(answerTo(problem).faults.map(({ place }) => place))).to.deep.equal(new Set(faults))
    })
  }

  it('are found one after the other by an Ajv that stops at the first', () => {
    const problem = made('Wrong', { properties: { a: text, b: text } }, { a: 1, b: { secret: 1 } })
    expect(sent(problem, { ajv: new Ajv2020() })).to.deep.equal({})
    expect(answerTo(problem, { options: { ajv: new Ajv2020() } }).faults.map(({ place }) => place)).to.deep.equal([
      'Wrong.members#/a',
      'Wrong.members#/b',
    ])
  })

  for (const option of ['coerceTypes', 'useDefaults', 'removeAdditional']) {
    it(`are not hidden by an Ajv with ${option}, which is refused`, () => {
      expect(() => problemHandler({ ajv: new Ajv2020({ [option]: true }) }))
        .to.throw(TypeError, `an instance without ${option}, which changes what it checks`)
        .with.property('code', 'ERR_PROBLEM_OPTION')
    })
  }

  it('take the explanation along that was made of them', () => {
    const detail = { detail: ({ token }: Members) => `The token ${String(token)} is not known.` }
    const schema = { properties: { token: { type: 'string', maxLength: 4 } } }
    expect(sent(made('Told', schema, { token: 'abcd' }, detail))).to.have.property('detail', 'The token abcd is not known.')
    expect(sent(made('Told', schema, { token: 'a-long-secret' }, detail))).to.deep.equal({})
  })

  it('leave an explanation that says nothing of them', () => {
    const schema = { properties: { token: { type: 'string' } } }
    expect(sent(made('Fixed', schema, { token: 7 }, { detail: 'The token is not known.' }))).to.deep.equal({
      detail: 'The token is not known.',
    })
  })
})

describe('a schema with an $id', () => {
  it('may be shared by two types, and be declared again', () => {
    const shared = { $id: 'https://schemas.example.com/seat', type: 'object', properties: { a: text } }
    const types = [declared('One', shared), declared('Two', shared), declared('Three', shared)]
    const options = { types: types.slice(0, 2) as never }
    for (const Class of types as unknown as Maker[]) {
      expect(faultsIn(answerTo(new Class({ a: 1 }), { options }))).to.have.lengthOf(1)
      expect(sent(new Class({ a: 1 }), options)).to.deep.equal({})
    }
  })
})
