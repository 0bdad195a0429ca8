/** Examples of declared problems, checked. */
import { expect } from 'chai'
import { Conflict, defineProblem, MethodNotAllowed } from '../../lib/index.js'
import { assertExamples } from '../../lib/testing/index.js'
import { failureOf, SeatTaken } from './problem-types.js'

const declaration = { type: 'https://api.example.com/problems/bad', status: 409, title: 'Bad' } as const
const members = {
  type: 'object',
  properties: { seat: { type: 'string' }, rows: { type: 'array', items: { type: 'integer' } } },
  required: ['seat'],
  additionalProperties: false,
} as const

/** Examples that the compiler would refuse. */
const wrong = (...examples: readonly object[]): readonly { readonly seat: string }[] => examples as { seat: string }[]

class Bad extends defineProblem('Bad', {
  ...declaration,
  members,
  examples: wrong({ seat: '12A' }, { seat: 7, rows: [1, 'x'] }, { seats: '12A', 'a/b~c': 1 }),
}) {}

class Unexplained extends defineProblem('Unexplained', {
  ...declaration,
  members,
  detail: ({ rows }) => `${rows?.[0]?.toFixed(2)}`,
  examples: wrong({ seat: '12A', rows: ['x'] }),
}) {}

/** A subclass that writes its document itself. */
class Mangled extends SeatTaken {
  override toJSON(): ReturnType<SeatTaken['toJSON']> {
    return { ...super.toJSON(), instance: 'a b' }
  }
}

/** A subclass that fails to write its document. */
class Mute extends SeatTaken {
  override toJSON(): never {
    throw new Error('no')
  }
}

class Memberless extends defineProblem('Memberless', { ...declaration, examples: [{}] }) {}
class Overloaded extends defineProblem('Overloaded', { ...declaration, examples: [{ seat: '12A' }] }) {}
class WithoutExamples extends defineProblem('WithoutExamples', { ...declaration, members }) {}
class Closed extends defineProblem('Closed', { ...declaration, status: 405, examples: [{}] }) {}

const invalidInstance = (index: number): string =>
  `SeatTaken /examples/${index}, document /instance: expected a member as RFC 9457 has it, got "a b"`

describe('assertExamples()', () => {
  it('accepts examples that fit, and types that have none', () => {
    expect(() => assertExamples(SeatTaken, Memberless, WithoutExamples, Closed)).not.to.throw()
    expect(MethodNotAllowed.status).to.equal(Closed.status)
  })

  for (const [title, Class, lines] of [
    [
      'members that do not fit',
      Bad,
      [
        'Bad /examples/1/seat: expected a string, got 7',
        'Bad /examples/1/rows/1: expected an integer, got "x"',
        'Bad /examples/2/seat: expected this required member, got nothing',
        'Bad /examples/2/seats: expected no such member, got "12A"',
        'Bad /examples/2/a~1b~0c: expected no such member, got 1',
      ],
    ],
    ['members of a type that has none', Overloaded, ['Overloaded /examples/0/seat: expected no such member, got "12A"']],
    [
      'an explanation that cannot be made of an example',
      Unexplained,
      [
        'Unexplained /examples/0/rows/0: expected an integer, got "x"',
        'Unexplained /examples/0, detail: expected a function that gives a string, got one that throws',
      ],
    ],
    ['a document that is not valid', Mangled, [invalidInstance(0), invalidInstance(1)]],
    [
      'a document that cannot be made',
      Mute,
      [0, 1].map((index) => `SeatTaken /examples/${index}, document: expected a member as RFC 9457 has it, got nothing`),
    ],
  ] as const) {
    it(`tells of ${title}`, async () => {
      const { message } = await failureOf(() => assertExamples(SeatTaken, Class))
      expect(message.split('\n')).to.deep.equal([
        `expected the examples of the problem types to fit their schemas, got ${lines.length} that do not`,
        '',
        ...lines.map((line) => `  ${line}`),
        '',
      ])
    })
  }

  it('fails with a diff of what was expected and what came, by place', async () => {
    expect(await failureOf(() => assertExamples(Overloaded))).to.deep.include({
      name: 'AssertionError',
      actual: { 'Overloaded /examples/0/seat': '"12A"' },
      expected: { 'Overloaded /examples/0/seat': 'no such member' },
    })
  })

  for (const [title, classes, got] of [
    ['no class, which no example could make fail', [], 'no class'],
    ['a class without declaration', [Conflict], 'the class Conflict'],
    ['a value that is no class', [SeatTaken.definition], 'an object'],
  ] as const) {
    it(`refuses ${title}`, async () => {
      const error = await failureOf(() => (assertExamples as (...classes: readonly unknown[]) => void)(...classes))
      expect(error).to.be.instanceOf(TypeError)
      expect(error).to.include({ code: 'ERR_PROBLEM_ARGUMENT', place: 'classes', got })
    })
  }
})
