import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { declaredTypes } from '../../lib/define/listed-types.js'
import type { ProblemFault } from '../../lib/guard/fault.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import { Conflict } from '../../lib/problem/classes.js'
import { declared, SeatTaken, SoldOut, seatTaken } from '../respond/seats.js'

const refusal = (types: unknown): Partial<ProblemFault> & { readonly message?: string } => {
  try {
    prepareSettings({ types } as HandlerOptions, () => undefined)
  } catch (error) {
    expect(error).to.be.instanceOf(TypeError)
    return error as TypeError
  }
  throw new Error('The types were accepted.')
}
const type = SeatTaken.type
const plain = { type: 'urn:example:other', status: 409, title: 'Other' } as const

const rows: readonly (readonly [what: string, types: unknown, fault: Partial<ProblemFault>])[] = [
  ['what is no list', SeatTaken, { code: 'ERR_PROBLEM_OPTION', place: 'options.types', got: 'a function' }],
  ['null', null, { code: 'ERR_PROBLEM_OPTION', place: 'options.types', got: 'null' }],
  ['a plain class', [SeatTaken, Conflict], { code: 'ERR_PROBLEM_OPTION', place: 'options.types[1]', got: 'a function' }],
  ['a hole', [undefined], { code: 'ERR_PROBLEM_OPTION', place: 'options.types[0]', got: 'undefined' }],
  ['an instance', [seatTaken({ seat: '1' })], { code: 'ERR_PROBLEM_OPTION', place: 'options.types[0]', got: 'an Error' }],
  [
    'two classes with one name',
    [SeatTaken, defineProblem('SeatTaken', plain)],
    { code: 'ERR_PROBLEM_DEFINITION', place: 'options.types[1]', got: 'that of SeatTaken: "SeatTaken"' },
  ],
  [
    'two classes with one type URI',
    [SoldOut, SeatTaken, defineProblem('Other', { ...plain, type })],
    {
      code: 'ERR_PROBLEM_DEFINITION',
      place: 'options.types[2]',
      got: 'that of SeatTaken: "https://api.example.com/problems/seat-taken"',
    },
  ],
  [
    'a class whose alias is the type URI of another',
    [SeatTaken, defineProblem('Other', { ...plain, aliases: [type] })],
    { code: 'ERR_PROBLEM_DEFINITION', place: 'options.types[1]' },
  ],
  [
    'a class whose type URI is the alias of another',
    [defineProblem('Other', { ...plain, aliases: ['urn:a', type] }), SeatTaken],
    {
      code: 'ERR_PROBLEM_DEFINITION',
      place: 'options.types[1]',
      got: 'that of Other: "https://api.example.com/problems/seat-taken"',
    },
  ],
  [
    'a schema that ajv cannot compile',
    [declared('Typo', { type: 'object', properties: { seat: { typ: 'string' } } })],
    { code: 'ERR_PROBLEM_SCHEMA', place: 'Typo.members', got: 'one that ajv refuses: strict mode: unknown keyword: "typ"' },
  ],
  [
    'an example that does not fit',
    [declared('Odd', SeatTaken.definition.members, { examples: [{ seat: '12A' }, { seat: 'secret value', row: 1 }] })],
    { code: 'ERR_PROBLEM_DEFINITION', place: 'Odd.examples[1]#/seat', expected: 'at most 4 characters', got: 'a string' },
  ],
  [
    'an example without a required member',
    [declared('Odd', SeatTaken.definition.members, { examples: [{}] })],
    { code: 'ERR_PROBLEM_DEFINITION', place: 'Odd.examples[0]#/seat', expected: 'this required member', got: 'nothing' },
  ],
]

describe('problemHandler({ types })', () => {
  for (const [what, types, fault] of rows) {
    it(`refuses ${what}`, () => {
      const error = refusal(types)

      expect(error).to.include(fault)
      expect(error.expected).to.be.a('string').that.is.not.empty
      expect(error.message).not.to.contain('secret value')
    })
  }

  it('takes a class and its base, and a class twice, for one type', () => {
    class Special extends SeatTaken {}
    expect(declaredTypes([SeatTaken, SoldOut, Special, SeatTaken], 'types')).to.deep.equal([
      SeatTaken.definition,
      SoldOut.definition,
    ])
  })
})
