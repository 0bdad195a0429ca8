/** What is answered when the members of a declared type do, or do not, fit their schema. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { sealDefinition } from '../../lib/define/definition.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { Conflict } from '../../lib/problem/classes.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { problemHandler } from '../../middleware/express/index.js'
import { schemaFindings } from '../../schemas/validate.js'
import { answersOf, answerTo, faultsIn } from './answer-to.js'
import { declared, SeatTaken, SoldOut, seatTaken } from './seats.js'

const { type, title } = SeatTaken
const options: HandlerOptions = { types: [SeatTaken, SoldOut] }

/** Members, what is left of them, and the faults. */
const rows: readonly (readonly [members: unknown, left: object, ...faults: string[]])[] = [
  [{ seat: '12A' }, { seat: '12A' }],
  [
    { seat: '12A', row: 12, free: ['12B'] },
    { seat: '12A', row: 12, free: ['12B'] },
  ],
  [{ seat: 7 }, {}, '#/seat'],
  [{ seat: 'secret value' }, {}, '#/seat'],
  [{}, {}, '#/seat'],
  [{ row: 12 }, { row: 12 }, '#/seat'],
  [{ seat: '12A', row: 'x' }, { seat: '12A' }, '#/row'],
  [{ seat: '12A', odd: 'secret value' }, { seat: '12A' }, '#/odd'],
  [{ seat: '12A', free: ['a', 1, 'b', null] }, { seat: '12A' }, '#/free/1', '#/free/3'],
  [{ seat: '12A', 'a/b~': 1 }, { seat: '12A' }, '#/a~1b~0'],
]

describe('respond(): members of a declared type', () => {
  for (const [members, left, ...places] of rows) {
    it(`sends ${JSON.stringify(left)} of ${JSON.stringify(members)}, with the status of the type [P16]`, () => {
      for (const given of [options, {}]) {
        const answer = answerTo(seatTaken(members), { options: given })

        expect(answer.document).to.deep.equal({ type, title, status: 409, ...left })
        expect(faultsIn(answer)).to.deep.equal(places.map((place) => `ERR_PROBLEM_MEMBERS SeatTaken.members${place}`))
        expect(JSON.stringify(answer.faults)).not.to.contain('secret value')
      }
    })
  }

  it('checks what will be sent: a Date as its text, bytes as base64', () => {
    const members = { type: 'object', properties: { at: { type: 'string', format: 'date-time' }, bytes: { const: 'AQI=' } } }
    const Class = declared('Converted', members) as unknown as new (members: object) => HttpProblem
    const answer = answerTo(new Class({ at: new Date(0), bytes: new Uint8Array([1, 2]) }))

    expect(answer.document).to.include({ at: '1970-01-01T00:00:00.000Z', bytes: 'AQI=' })
    expect(answer.faults).to.deep.equal([])
  })

  it('does not hold what the handler adds against a closed schema', () => {
    const members = (): object => ({ requestId: 'r1', row: 7 })
    const answer = answerTo(seatTaken({ seat: '12A' }), { options: { ...options, members } as HandlerOptions })

    expect(answer.document).to.include({ requestId: 'r1', row: 7, seat: '12A' })
    expect(answer.faults).to.deep.equal([])
  })

  it('does not hold the debug member against a closed schema', () => {
    const Class = declared('Debugged', {
      type: 'object',
      properties: { debug: { type: 'string' } },
      additionalProperties: false,
    }) as unknown as new (
      members: object,
    ) => HttpProblem
    const answer = answerTo(new Class({ debug: 'x' }), { options: { debug: true } })

    expect(answer.document['debug']).to.be.an('object')
    expect(answer.faults).to.deep.equal([])
  })

  it('leaves types without members, plain classes and their extensions alone', () => {
    expect(answerTo(new SoldOut(), { options }).faults).to.deep.equal([])
    expect(answerTo(new Conflict({ extensions: { seat: 7 } }), { options })).to.deep.include({ faults: [] })
  })

  it('answers 500 with what is wrong, and never the value, where invalid members fail', () => {
    const answer = answerTo(seatTaken({ seat: 'secret value', row: 'x' }), { options: { ...options, onInvalid: 'fail' } })

    expect(answer.status).to.equal(500)
    expect(answer.document).to.deep.equal({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail:
        'SeatTaken.members#/seat: expected at most 4 characters, got a string. SeatTaken.members#/row: expected an integer, got a string.',
      code: 'ERR_PROBLEM_MEMBERS',
    })
    expect(answerTo(seatTaken({ seat: '12A' }), { options: { ...options, onInvalid: 'fail' } }).status).to.equal(409)
  })

  it("takes the user's own Ajv, with its keywords, and shows nothing of their texts", () => {
    const ajv = new Ajv2020({ strict: false })
    ajv.addKeyword({
      keyword: 'even',
      error: { message: ({ data }) => `secret ${String(data)}` as never },
      validate: (_: unknown, value: number) => value % 2 === 0,
    })
    const Even = declared('Even', { type: 'object', properties: { n: { even: true } } }) as unknown as new (
      members: object,
    ) => HttpProblem
    const handled = answerTo(new Even({ n: 3 }), { options: { ajv, types: [Even as never] } })

    expect(handled.document).not.to.have.property('n')
    expect(handled.faults.map(({ expected }) => expected)).to.deep.equal(['a value that fits the keyword "even"'])
    expect(answerTo(new Even({ n: 4 }), { options: { ajv } }).document).to.have.property('n', 4)
    expect(problemHandler({ ajv })).to.be.a('function')
  })

  it('answers where a check throws', () => {
    const ajv = new Ajv2020()
    ajv.addKeyword({
      keyword: 'broken',
      validate: () => {
        throw new Error('secret')
      },
    })
    const Broken = declared('Broken', { type: 'object', properties: { n: { broken: true } } }) as unknown as new (
      members: object,
    ) => HttpProblem
    const answer = answerTo(new Broken({ n: 3 }), { options: { ajv, onInvalid: 'fail' } })

    expect(answer).to.include({ status: 409 })
    expect(answer.document).to.have.property('n', 3)
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_SCHEMA Broken.members'])
  })

  it('names the place of a definition that has no name, as another copy may make one', () => {
    class Nameless extends Conflict {
      static override readonly type = 'urn:x' as 'about:blank'
      static readonly definition = sealDefinition({ type: 'urn:x', members: SeatTaken.definition.members, examples: [] } as never)
    }
    const answer = answerTo(new Nameless({ extensions: { seat: ['12A'] } }))

    expect(answer.document).not.to.have.property('seat')
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_MEMBERS definition.members#/seat'])
    expect(answer.faults[0]).to.include({ expected: 'a string', got: 'an array of 1 items' })
  })

  it('reports at most ten faults of one list', () => {
    expect(answerTo(seatTaken({ seat: '1', free: new Array(5000).fill(7) }), { options }).faults).to.have.length(10)
  })

  it('drops members whatever their schema blames, and reports what has no member', () => {
    const Class = declared('Few', { type: 'object', properties: { a: true, b: true }, maxProperties: 1 }) as unknown as new (
      members: object,
    ) => HttpProblem
    const answer = answerTo(new Class({ a: 1, b: 2 }))

    expect(answer.document).to.include({ a: 1, b: 2 })
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_MEMBERS Few.members#'])
    expect(answer.faults[0]).to.include({ expected: 'at most 1 members', got: 'an object' })
  })
})

describe('respond(): any member and any definition', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true })

  it('sends members that fit, whatever is given, with the status of the type [P3] [P4]', () => {
    const given = fc.oneof(anything, fc.record({ seat: anything, row: anything, free: anything, odd: anything }))
    const answerOf = answersOf(options)
    const ajv = new Ajv2020({ strict: false }).compile({ ...SeatTaken.definition.members, required: [] })
    fc.assert(
      fc.property(given, (members) => {
        const { document, status } = answerOf(seatTaken(members))
        const { type: sentType, title: sentTitle, status: sentStatus, detail: _detail, ...extensions } = document
        expect([status, sentStatus, sentType, sentTitle]).to.deep.equal([409, 409, type, title])
        expect(ajv(extensions), JSON.stringify(extensions)).to.equal(true)
      }),
      { numRuns: 500 },
    )
  })

  it('answers whatever a definition holds, of another copy or of a forger', () => {
    const members = fc.oneof(
      anything,
      fc.constant({ type: 'object', properties: { seat: { type: 'string' } } }),
      fc.dictionary(fc.constantFrom('type', 'properties', '$ref', '$id', '$async', 'format'), anything),
    )
    const answerOf = answersOf({})
    const definition = fc.record(
      { name: anything, type: fc.constant('urn:x'), members, examples: anything },
      { requiredKeys: ['type'] },
    )
    fc.assert(
      fc.property(definition, anything, (forged, extension) => {
        class Forged extends Conflict {
          static override readonly type = 'urn:x' as 'about:blank'
          static readonly definition = sealDefinition({ ...forged } as never)
        }
        const { status, document } = answerOf(new Forged({ extensions: { seat: extension } }))
        expect(status).to.equal(409)
        expect(schemaFindings(document)).to.deep.equal([])
      }),
      { numRuns: 300 },
    )
  })
})
