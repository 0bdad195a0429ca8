import { inspect } from 'node:util'
import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { definitionOf } from '../../lib/define/definition.js'
import { faultsOf } from '../../lib/guard/fault.js'
import { Conflict, NotFound, problemClasses } from '../../lib/problem/classes.js'
import { HttpProblem, isHttpProblem } from '../../lib/problem/problem.js'
import { inChild } from '../problem/child.js'
import { make, rows } from '../problem/table.js'

const seat = { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] } as const
const codesOf = (problem: unknown): readonly string[] => faultsOf(problem).map(({ code, place }) => `${code} ${place}`)

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: seat,
  detail: ({ seat: name }) => `Seat ${name} was sold a moment ago.`,
}) {}

describe('a declared problem', () => {
  const problem = new SeatTaken({ seat: '12A' }, { instance: '/orders/7' })

  it('is written with type, title, status and detail of its type, and members beside them [P10] [P16] [P19]', () => {
    expect(problem.toJSON()).to.deep.equal({
      type: 'https://api.example.com/problems/seat-taken',
      title: 'The seat is already taken',
      status: 409,
      detail: 'Seat 12A was sold a moment ago.',
      instance: '/orders/7',
      seat: '12A',
    })
    expect(new SeatTaken({ seat: '1' }).title).to.equal(new SeatTaken({ seat: '2' }).title)
    expect(codesOf(problem)).to.deep.equal([])
  })

  it('has its members as properties and in extensions', () => {
    expect(problem.seat).to.equal('12A')
    expect(problem.extensions).to.deep.equal({ seat: '12A' })
    expect(Object.keys(problem)).to.not.include('seat')
    expect('seat' in problem).to.equal(true)
  })

  it('lets others write a property of the name of a member', () => {
    const written = new SeatTaken({ seat: '12A' })
    Object.assign(written, { seat: 'x' })
    expect(written).to.include({ seat: 'x' })
    expect(written.toJSON()).to.include({ seat: '12A' })
  })

  it('is an instance of its class, of the class of its status, and an Error', () => {
    expect(problem).to.be.instanceOf(SeatTaken).and.instanceOf(Conflict).and.instanceOf(HttpProblem).and.instanceOf(Error)
    expect(problem).to.not.be.instanceOf(NotFound)
    expect(new Conflict()).to.not.be.instanceOf(SeatTaken)
    expect(isHttpProblem(problem)).to.equal(true)
    for (const { status, Class } of rows) {
      const Declared = defineProblem('Any', { type: `urn:x-any:${status}`, status: status as 400, title: 'Any' })
      const declared = make(Declared)
      expect(declared, String(status)).to.be.instanceOf(Declared).and.instanceOf(Class).and.include({ status, title: 'Any' })
    }
  })

  it('shows its name and its explanation wherever errors are printed', () => {
    expect(problem).to.include({ name: 'SeatTaken', message: 'Seat 12A was sold a moment ago.' })
    expect(String(problem)).to.equal('SeatTaken: Seat 12A was sold a moment ago.')
    expect(inspect(problem)).to.match(/^SeatTaken: Seat 12A was sold a moment ago\.\n/)
  })

  it('takes an Error in the place of its members, or of its options, as the cause', () => {
    const cause = new Error('lost')
    expect(make(SeatTaken, cause)).to.include({ cause, status: 409 })
    expect(make(SeatTaken, { seat: '12A' }, cause)).to.include({ cause, seat: '12A' })
    expect(new SeatTaken({ seat: '12A' }, { cause }).cause).to.equal(cause)
  })

  it('has no members where none are given, and reports what are none', () => {
    for (const nothing of [undefined, null]) {
      expect(make(SeatTaken, nothing).extensions).to.deep.equal({})
      expect(codesOf(make(SeatTaken, nothing))).to.deep.equal([])
    }
    expect(make(SeatTaken, '12A')).to.include({ type: SeatTaken.type })
    expect(codesOf(make(SeatTaken, '12A'))).to.deep.equal(['ERR_PROBLEM_ARGUMENT members'])
  })

  it('keeps its type, title and status whatever its members are called [P18]', () => {
    const members = JSON.parse('{"seat":"1","type":"x","title":"x","status":200,"__proto__":{"a":1}}')
    expect(make(SeatTaken, members).toJSON()).to.deep.equal(new SeatTaken({ seat: '1' }).toJSON())
    expect(codesOf(make(SeatTaken, members))).to.have.lengthOf(4)
  })

  it('prefers its members to extensions of the same name', () => {
    expect(make(SeatTaken, { seat: '1' }, { extensions: { seat: '2', row: 3 } }).extensions).to.deep.equal({ seat: '1', row: 3 })
  })
})

describe('a declared class', () => {
  it('has type, title, status and name', () => {
    const Taken = defineProblem('Taken', { type: '/taken', status: 409, title: 'Taken' })
    expect(Taken).to.include({ type: '/taken', status: 409, title: 'Taken', name: 'Taken' })
    expect(SeatTaken).to.include({ type: 'https://api.example.com/problems/seat-taken', status: 409, name: 'SeatTaken' })
  })

  it('works as a constant too, without members [P24]', () => {
    const Taken = defineProblem('Taken', { type: '/taken', status: 409, title: 'Taken' })
    const taken = new Taken({ detail: 'Gone.' })
    expect(taken.toJSON()).to.deep.equal({ type: '/taken', title: 'Taken', status: 409, detail: 'Gone.' })
    expect(taken.name).to.equal('Taken')
    expect(new Taken()).to.include({ message: 'Taken' })
    expect(new Taken()).to.be.instanceOf(Taken)
    expect(definitionOf(Taken)?.members).to.equal(undefined)
  })

  it('gives its instances the name of the class that extends it, and its own where that has none', () => {
    class Extended extends defineProblem('Base', { type: '/base', status: 404, title: 'Base' }) {}
    class Deeper extends Extended {}
    expect(new Extended()).to.include({ name: 'Extended', type: '/base' })
    expect(new Deeper()).to.include({ name: 'Deeper', type: '/base' })
    expect(new Deeper()).to.be.instanceOf(Extended).and.instanceOf(NotFound)
    expect(new (class extends Extended {})().name).to.equal('Extended')
    expect(Extended.definition.name).to.equal('Base')
  })

  it('lets a subclass have a constructor of its own', () => {
    class Seat extends SeatTaken {
      constructor(row: number, column: string) {
        super({ seat: `${row}${column}` })
      }
    }
    expect(new Seat(12, 'A')).to.include({ seat: '12A', detail: 'Seat 12A was sold a moment ago.' })
    expect(definitionOf(new Seat(12, 'A'))).to.equal(SeatTaken.definition)
  })

  it('sends type URIs that nobody can resolve as they are [P15]', () => {
    for (const type of ['tag:example.com,2026:seat-taken', 'urn:example:seat-taken', '/problems/seat', 'seat#taken']) {
      const Class = defineProblem('Taken', { type, status: 409, title: 'Taken' })
      expect(new Class().toJSON()).to.include({ type })
    }
  })

  it('takes the names that the IETF uses, hyphens included [P17]', () => {
    const Mismatch = defineProblem('Mismatch', {
      type: 'https://iana.org/assignments/http-problem-types#mismatching-upload-offset',
      status: 409,
      title: 'Offset does not match',
      members: {
        type: 'object',
        properties: { 'expected-offset': { type: 'integer' }, 'provided-offset': { type: 'integer' } },
        required: ['expected-offset', 'provided-offset'],
      },
    })
    const problem = new Mismatch({ 'expected-offset': 100, 'provided-offset': 200 })
    expect(problem['expected-offset']).to.equal(100)
    expect(problem.toJSON()).to.include({ 'expected-offset': 100, 'provided-offset': 200 })
  })

  it('keeps what every error has: members of such names are found in extensions', () => {
    const names = [
      'name',
      'message',
      'stack',
      'cause',
      'headers',
      'expose',
      'extensions',
      'statusCode',
      'toJSON',
      'toString',
      'constructor',
    ]
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
    const Named = defineProblem('Named', { type: '/named', status: 409, title: 'Named', members: { type: 'object', properties } })
    const members = Object.fromEntries(names.map((name) => [name, `my ${name}`]))
    const problem = make(Named, members)
    expect(problem.extensions).to.deep.equal(members)
    expect(problem).to.include({ name: 'Named', message: 'Named', statusCode: 409, expose: true })
    for (const name of names) expect(Reflect.get(problem, name), name).to.not.equal(members[name])
    expect(problem.toJSON()).to.include(members)
  })
})

describe('the explanation of a declared problem', () => {
  const base = { type: '/explained', title: 'Explained', members: seat }
  const explained = (status: 409 | 500, detail: unknown) =>
    defineProblem('Explained', { ...base, status, detail: detail as string })

  it('is the text of the declaration, sent with a 5xx too', () => {
    for (const status of [409, 500] as const)
      expect(new (explained(status, 'Try again.'))({ seat: '1' }).toJSON()).to.include({ detail: 'Try again.' })
  })

  it('is what its caller says, where the options say something', () => {
    expect(new SeatTaken({ seat: '1' }, { detail: 'Sold.' })).to.include({ detail: 'Sold.', message: 'Sold.' })
    expect(new (explained(409, 'Try again.'))({ seat: '1' }, { detail: 'Sold.' }).detail).to.equal('Sold.')
  })

  it('is absent where the declaration has none', () => {
    expect(new (explained(409, undefined))({ seat: '1' })).to.not.have.property('detail')
    expect(new (explained(409, () => ''))({ seat: '1' })).to.not.have.property('detail')
  })

  const useless: Readonly<Record<string, () => unknown>> = {
    throws: () => {
      throw new Error('lost')
    },
    'gives a number': () => 7,
    'gives nothing': () => undefined,
    'is asynchronous and fails': () => Promise.reject(new Error('lost')),
  }
  for (const [what, detail] of Object.entries(useless)) {
    it(`is absent, and the fault reported, where its function ${what}`, async () => {
      const problem = new (explained(409, detail))({ seat: '1' })
      expect(problem.toJSON()).to.deep.equal({ type: '/explained', title: 'Explained', status: 409, seat: '1' })
      expect(codesOf(problem)).to.deep.equal(['ERR_PROBLEM_DEFINITION detail'])
      // Mocha fails a test during which a rejection was not handled.
      await new Promise((resolve) => setImmediate(resolve))
    })
  }
})

describe('the header fields of a declared type', () => {
  class Closed extends defineProblem('Closed', {
    type: '/closed',
    status: 503,
    title: 'Closed',
    retry: { when: 'always', afterSeconds: 60 },
    cacheControl: 'max-age=5',
    headers: { 'X-Shop': 'books', 'X-Lines': ['a', 'b'], 'X-Count': 7, 'X-Trace': { description: 'The id of the trace.' } },
  }) {}

  it('are sent with every occurrence; those with a description only are not [P20]', () => {
    expect(new Closed().headers).to.deep.equal({
      'Retry-After': '60',
      'Cache-Control': 'max-age=5',
      'X-Shop': 'books',
      'X-Lines': ['a', 'b'],
      'X-Count': '7',
    })
  })

  it('give way to the options, whatever the case of the name', () => {
    const options = { headers: { 'retry-after': '5', 'CACHE-CONTROL': 'no-cache', 'x-shop': 'music', 'X-Trace': 'abc' } }
    expect(new Closed(options).headers).to.deep.equal({
      'retry-after': '5',
      'CACHE-CONTROL': 'no-cache',
      'x-shop': 'music',
      'X-Lines': ['a', 'b'],
      'X-Count': '7',
      'X-Trace': 'abc',
    })
    expect(new Closed({ retryAfter: 9 }).headers).to.include({ 'Retry-After': '9' })
  })

  it('are a record of each problem: one that is changed leaves the others alone', () => {
    Object.assign(new Closed().headers, { 'X-Shop': 'changed' })
    expect(new Closed().headers).to.include({ 'X-Shop': 'books' })
  })

  it('stand beside those of the status', () => {
    const Slow = defineProblem('Slow', { type: '/slow', status: 408, title: 'Slow', headers: { 'X-A': 'b' } })
    expect(new Slow().headers).to.deep.equal({ Connection: 'close', 'X-A': 'b' })
    const Wrong = defineProblem('Wrong', { type: '/wrong', status: 405, title: 'Wrong' })
    expect(new Wrong({ allow: ['GET'] }).headers).to.deep.equal({ Allow: 'GET' })
  })
})

describe('the stack of a declared problem', () => {
  const script = `
    const { defineProblem } = await import(${JSON.stringify(new URL('../../lib/define/define.js', import.meta.url).href)})
    const has = (status, stack) => {
      const Class = defineProblem('A', { type: '/a', status, title: 'A', stack })
      return (new Class().stack ?? '').includes('\\n')
    }
    answer([has(409, true), has(409, false), has(409), has(500, false), has(500)])`
  const rowsByMode: readonly [mode: string | undefined, environment: string | undefined, expected: readonly boolean[]][] = [
    [undefined, 'production', [true, false, false, false, true]],
    [undefined, undefined, [true, false, true, false, true]],
    ['never', undefined, [false, false, false, false, false]],
  ]
  for (const [mode, environment, expected] of rowsByMode) {
    it(`is captured as the declaration says, with HTTP_PROBLEMS_STACKS=${mode} and NODE_ENV=${environment}`, () => {
      const env = { HTTP_PROBLEMS_STACKS: mode, NODE_ENV: environment }
      expect(inChild(script, { env })).to.deep.equal(expected)
    })
  }
})

it('problemClasses has no declared class', () => {
  expect(Object.values(problemClasses)).to.not.include(SeatTaken)
})
