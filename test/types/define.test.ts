/** What the compiler knows about declared problem types. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import {
  assertProblem,
  type Conflict,
  createProblem,
  type DeclaredProblemClass,
  defineProblem,
  HttpProblem,
  type MembersOf,
  type ProblemDefinition,
} from '../../lib/index.js'

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://example.com/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: {
    type: 'object',
    properties: { seat: { type: 'string' }, row: { type: 'integer' } },
    required: ['seat'],
  },
  detail: ({ seat, row }) => `Seat ${seat.toUpperCase()} in row ${row?.toFixed(0) ?? '?'}`,
  examples: [{ seat: '12A' }, { seat: '12A', row: 1 }],
}) {}

class Closed extends defineProblem('Closed', { type: 'https://example.com/closed', status: 503, title: 'Closed' }) {}

const NotHereType = defineProblem('NotHere', {
  type: 'https://example.com/not-here',
  status: 405,
  title: 'Not here',
  members: { type: 'object', properties: { hint: { type: 'string' } } },
})
class NotHere extends NotHereType {}

const base = { type: '/a', status: 409, title: 'A' } as const

describe('The type of a declared problem', () => {
  it('has literals for type and status, and the members', () => {
    const problem = new SeatTaken({ seat: '12A' })
    expectTypeOf(problem.type).toEqualTypeOf<'https://example.com/seat-taken'>()
    expectTypeOf(problem.status).toEqualTypeOf<409>()
    expectTypeOf(problem.seat).toEqualTypeOf<string>()
    expectTypeOf(problem.row).toEqualTypeOf<number | undefined>()
    expectTypeOf(problem.extensions.seat).toEqualTypeOf<string>()
    expectTypeOf(SeatTaken.type).toEqualTypeOf<'https://example.com/seat-taken'>()
    expectTypeOf(SeatTaken.status).toEqualTypeOf<409>()
    expectTypeOf(NotHere.name).toEqualTypeOf<'NotHere'>()
    expectTypeOf(SeatTaken.definition).toEqualTypeOf<ProblemDefinition>()
    expectTypeOf(problem).toExtend<Conflict>()
    expect([problem.type, problem.status, problem.seat, problem.row]).to.deep.equal([SeatTaken.type, 409, '12A', undefined])
  })

  it('knows wrong, unknown, misspelt and missing members [P19]', () => {
    const problem = new SeatTaken({ seat: '12A' })
    // @ts-expect-error the member is called `seat`
    expect(problem.seatt).to.equal(undefined)
    const wrong: readonly (() => HttpProblem)[] = [
      // @ts-expect-error a seat is a string
      () => new SeatTaken({ seat: 12 }),
      // @ts-expect-error there is no member `column`
      () => new SeatTaken({ seat: '12A', column: 'A' }),
      // @ts-expect-error the seat is missing
      () => new SeatTaken({ row: 12 }),
      // @ts-expect-error the members are missing
      () => new SeatTaken(),
      // @ts-expect-error members are no option
      () => new SeatTaken({ seat: '12A' }, { extensions: { row: 12 } }),
      // @ts-expect-error a 409 has no Allow
      () => new SeatTaken({ seat: '12A' }, { allow: 'GET' }),
      // @ts-expect-error the type has no members
      () => new Closed({ seat: '12A' }),
      // @ts-expect-error a 405 must carry Allow
      () => new NotHere({ hint: 'GET it.' }),
      // @ts-expect-error a 405 must carry Allow
      () => new NotHere(),
    ]
    for (const make of wrong) expect(make()).to.be.instanceOf(HttpProblem)
    // @ts-expect-error members are read only
    problem.seat = '12B'
    expect(new Closed({ retryAfter: 5 }).headers).to.deep.equal({ 'Retry-After': '5' })
    expect(new NotHere({}, { allow: ['GET'] }).headers).to.deep.equal({ Allow: 'GET' })
  })

  it('knows wrong declarations [P19]', () => {
    const wrong: readonly (() => unknown)[] = [
      // @ts-expect-error a status is missing
      () => defineProblem('A', { type: '/a', title: 'A' }),
      // @ts-expect-error a title is missing
      () => defineProblem('A', { type: '/a', status: 409 }),
      // @ts-expect-error a type is missing
      () => defineProblem('A', { status: 409, title: 'A' }),
      // @ts-expect-error 200 is no error
      () => defineProblem('A', { type: '/a', status: 200, title: 'A' }),
      // @ts-expect-error there is no `titel`
      () => defineProblem('A', { ...base, titel: 'A' }),
      // @ts-expect-error `status` is a name of RFC 9457
      () => defineProblem('A', { ...base, members: { type: 'object', properties: { status: { type: 'string' } } } }),
      // @ts-expect-error members are an object
      () => defineProblem('A', { ...base, members: { type: 'string' } }),
      // @ts-expect-error there is no such advice
      () => defineProblem('A', { ...base, retry: { when: 'maybe' } }),
    ]
    for (const declare of wrong) expect(declare).to.throw(TypeError)
    const members = { type: 'object', properties: { seat: { type: 'string' } } } as const
    // @ts-expect-error an example has members of the schema
    expect(defineProblem('A', { ...base, members, examples: [{ seat: 7 }] }).name).to.equal('A')
    // @ts-expect-error a detail is made from members of the schema
    expect(defineProblem('A', { ...base, members, detail: ({ row }) => String(row) }).name).to.equal('A')
  })

  it('leaves what every error has as it is', () => {
    const properties = { cause: { type: 'string' }, headers: { type: 'number' }, valueOf: { type: 'number' } } as const
    const Named = defineProblem('Named', { ...base, members: { type: 'object', properties, required: ['headers', 'valueOf'] } })
    const named = new Named({ headers: 7, valueOf: 7 })
    expectTypeOf(named.headers).toEqualTypeOf<HttpProblem['headers']>()
    expectTypeOf(named.extensions.headers).toEqualTypeOf<number>()
    expectTypeOf(named.cause).toEqualTypeOf<unknown>()
    expectTypeOf(named.valueOf).toBeFunction()
    expect(named.extensions.headers).to.equal(7)
  })

  it('takes undefined for whatever may be absent', () => {
    const nothing = { members: undefined, detail: undefined, headers: undefined, retry: undefined, stack: undefined }
    expect(new (defineProblem('A', { ...base, ...nothing }))().status).to.equal(409)
  })

  it('fits what takes problem classes, and leaves the others alone', () => {
    expectTypeOf(SeatTaken).toExtend<new (...args: never) => HttpProblem<409>>()
    expectTypeOf<typeof NotHereType>().toExtend<
      DeclaredProblemClass<'NotHere', 'https://example.com/not-here', 405, { hint?: string }>
    >()
    expectTypeOf(createProblem(409)).toEqualTypeOf<Conflict>()
    expect(() => assertProblem(false, SeatTaken, { seat: '12A' })).to.throw(SeatTaken)
    // @ts-expect-error a seat is a string
    expect(() => assertProblem(false, SeatTaken, { seat: 12 })).to.throw(SeatTaken)
  })
})

describe('A declared problem is told apart', () => {
  it('by switch, with nothing left at the end', () => {
    const tell = (problem: SeatTaken | Closed | NotHere): string => {
      switch (problem.type) {
        case 'https://example.com/seat-taken':
          expectTypeOf(problem).toEqualTypeOf<SeatTaken>()
          return problem.seat
        case 'https://example.com/closed':
          return `${problem.status satisfies 503}`
        case 'https://example.com/not-here':
          return problem.hint ?? 'no hint'
        default:
          return problem satisfies never
      }
    }
    expect([new SeatTaken({ seat: '12A' }), new Closed(), new NotHere({ hint: 'a' }, { allow: [] })].map(tell)).to.deep.equal([
      '12A',
      '503',
      'a',
    ])
  })

  it('by instanceof, in both branches', () => {
    const tell = (problem: SeatTaken | Closed | NotHere): string => {
      if (problem instanceof SeatTaken) return problem.seat
      if (problem instanceof NotHere) return problem.hint ?? 'no hint'
      expectTypeOf(problem).toEqualTypeOf<Closed>()
      if (problem instanceof Closed) return problem.name
      return problem satisfies never
    }
    expect([new SeatTaken({ seat: '12A' }), new Closed(), new NotHere({}, { allow: [] })].map(tell)).to.deep.equal([
      '12A',
      'Closed',
      'no hint',
    ])
    const seatOf = (error: unknown): string | undefined => (error instanceof SeatTaken ? error.seat : undefined)
    expect([seatOf(new SeatTaken({ seat: '12A' })), seatOf(new Error('x'))]).to.deep.equal(['12A', undefined])
  })
})

describe('A declared constant', () => {
  type Constant = InstanceType<typeof NotHereType>

  it('is told apart by switch', () => {
    const tell = (problem: Constant | Closed): string => {
      if (problem.type === 'https://example.com/closed') return problem.name
      expectTypeOf(problem).toEqualTypeOf<Constant>()
      return problem.hint ?? 'no hint'
    }
    expect(tell(new NotHereType({}, { allow: [] }))).to.equal('no hint')
  })

  it('is recognised by instanceof; the compiler removes only classes in the other branch', () => {
    const hintOf = (error: unknown): string | undefined => (error instanceof NotHereType ? error.hint : undefined)
    expect(hintOf(new NotHereType({ hint: 'GET it.' }, { allow: [] }))).to.equal('GET it.')
  })
})

describe('The type of members', () => {
  const Mapped = defineProblem('Mapped', {
    ...base,
    members: {
      type: 'object',
      properties: {
        text: { type: 'string' },
        count: { type: 'integer' },
        yes: { type: 'boolean' },
        nothing: { type: 'null' },
        maybe: { type: ['string', 'null'] },
        fixed: { const: 7 },
        choice: { enum: ['a', 'b', null] },
        typed: { type: 'string', enum: ['a', 'b'] },
        either: { oneOf: [{ type: 'string' }, { type: 'object', properties: { id: { type: 'number' } }, required: ['id'] }] },
        any: { anyOf: [{ type: 'number' }, { const: 'all' }] },
        list: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
        things: { type: 'array' },
        map: { type: 'object', additionalProperties: { type: 'number' } },
        record: { type: 'object' },
        deep: {
          type: 'object',
          properties: { er: { type: 'object', properties: { est: { type: 'string' } } } },
          required: ['er'],
        },
        free: {},
        reference: { $ref: '#/$defs/A' },
        'with-hyphen': { type: 'string' },
      },
      required: ['text', 'deep'],
      anyOf: [{ required: ['count'] }, { required: ['yes'] }],
    },
  })
  type Members = InstanceType<typeof Mapped>['extensions']

  it('follows the JSON Schema', () => {
    expectTypeOf<Members['text']>().toEqualTypeOf<string>()
    expectTypeOf<Members['count']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Members['yes']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<Members['nothing']>().toEqualTypeOf<null | undefined>()
    expectTypeOf<Members['maybe']>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<Members['fixed']>().toEqualTypeOf<7 | undefined>()
    expectTypeOf<Members['choice']>().toEqualTypeOf<'a' | 'b' | null | undefined>()
    expectTypeOf<Members['typed']>().toEqualTypeOf<'a' | 'b' | undefined>()
    expectTypeOf<Members['either']>().toEqualTypeOf<string | { id: number } | undefined>()
    expectTypeOf<Members['any']>().toEqualTypeOf<number | 'all' | undefined>()
    expectTypeOf<Members['list']>().toEqualTypeOf<string[][] | undefined>()
    expectTypeOf<Members['things']>().toEqualTypeOf<unknown[] | undefined>()
    expectTypeOf<Members['map']>().toEqualTypeOf<{ [name: string]: number } | undefined>()
    expectTypeOf<Members['record']>().toEqualTypeOf<{ [name: string]: unknown } | undefined>()
    expectTypeOf<Members['deep']>().toEqualTypeOf<{ er: { est?: string } }>()
    expectTypeOf<Members['free']>().toEqualTypeOf<unknown>()
    expectTypeOf<Members['reference']>().toEqualTypeOf<unknown>()
    expectTypeOf<Members['with-hyphen']>().toEqualTypeOf<string | undefined>()
    const mapped = new Mapped({ text: 'a', deep: { er: {} }, list: [['a']], maybe: null, either: { id: 7 }, free: 7 })
    expect(mapped.toJSON()).to.deep.include({ text: 'a', list: [['a']], free: 7 })
    // @ts-expect-error a deeper member has the wrong type
    expect(new Mapped({ text: 'a', deep: { er: { est: 7 } } }).text).to.equal('a')
  })

  it('is open where the schema is no literal', () => {
    const properties: Record<string, { type: 'string' }> = { seat: { type: 'string' } }
    const Late = defineProblem('Late', { ...base, members: { type: 'object', properties } })
    expectTypeOf<MembersOf<{ type: 'object'; properties: Record<string, { type: 'string' }> }>>().toEqualTypeOf<{
      [name: string]: string | undefined
    }>()
    expect(new Late({ seat: '12A' }).extensions).to.deep.equal({ seat: '12A' })
  })
})
