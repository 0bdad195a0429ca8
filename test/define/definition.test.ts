import { expect } from 'chai'
import fc from 'fast-check'
import { defineProblem } from '../../lib/define/define.js'
import { definitionOf } from '../../lib/define/definition.js'
import { Conflict } from '../../lib/problem/classes.js'
import { nonsense } from '../problem/arbitraries.js'
import { revoked } from '../problem/hostile.js'

function declaration() {
  return {
    type: 'https://example.com/closed',
    status: 503 as const,
    title: 'We are closed',
    members: { type: 'object' as const, properties: { opens: { type: 'string' as const }, days: { type: 'array' as const } } },
    detail: 'Come back later.',
    description: 'The shop is closed at night.',
    headers: { 'X-Lines': ['a', 'b'], 'X-Trace': { description: 'The id of the trace.' } },
    retry: { when: 'always' as const, afterSeconds: 60 },
    cacheControl: 'max-age=5',
    examples: [{ opens: '9:00', days: ['Monday'] }],
    deprecated: true,
    aliases: ['https://example.com/shut'],
  }
}

const expected = {
  name: 'Closed',
  type: 'https://example.com/closed',
  status: 503,
  title: 'We are closed',
  members: { type: 'object', properties: { opens: { type: 'string' }, days: { type: 'array' } } },
  description: 'The shop is closed at night.',
  headers: { 'X-Lines': ['a', 'b'], 'X-Trace': { description: 'The id of the trace.' } },
  retry: { when: 'always', afterSeconds: 60 },
  cacheControl: 'max-age=5',
  examples: [{ opens: '9:00', days: ['Monday'] }],
  deprecated: true,
  aliases: ['https://example.com/shut'],
}

function everyObjectIn(value: unknown): readonly object[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(everyObjectIn)] : []
}

describe('the definition of a declared type', () => {
  it('has everything that the declaration says [P19] [P20]', () => {
    expect({ ...defineProblem('Closed', declaration()).definition }).to.deep.equal(expected)
  })

  it('says of the rest that there is none', () => {
    const { definition } = defineProblem('Plain', { type: '/plain', status: 409, title: 'Plain', retry: { when: 'never' } })
    expect({ ...definition }).to.deep.equal({
      name: 'Plain',
      type: '/plain',
      status: 409,
      title: 'Plain',
      members: undefined,
      description: undefined,
      headers: {},
      retry: { when: 'never' },
      cacheControl: undefined,
      examples: [],
      deprecated: false,
      aliases: [],
    })
  })

  it('has no members where the schema has none, so that the options come first', () => {
    const members = { type: 'object', properties: {} } as const
    const Empty = defineProblem('Empty', { type: '/empty', status: 409, title: 'Empty', members })
    expect(Empty.definition.members).to.equal(undefined)
    expect(new Empty({ detail: 'Nothing.' }).detail).to.equal('Nothing.')
  })

  it('is frozen, with all that it holds', () => {
    const objects = everyObjectIn(defineProblem('Closed', declaration()).definition)
    expect(objects).to.have.lengthOf(13)
    for (const object of objects) expect(object).to.be.frozen
  })

  it('does not change with what it was made from', () => {
    const given = declaration()
    const Closed = defineProblem('Closed', given)
    for (const object of everyObjectIn(given)) for (const key of Object.keys(object)) Reflect.deleteProperty(object, key)
    expect({ ...Closed.definition }).to.deep.equal(expected)
    expect(new Closed().toJSON()).to.include({ detail: 'Come back later.' })
  })

  it('reads each part of the declaration once, so that it cannot change between check and use', () => {
    const reads: Record<string, number> = {}
    const watched = new Proxy(declaration(), {
      get: (target, key) => {
        reads[String(key)] = (reads[String(key)] ?? 0) + 1
        return Reflect.get(target, key)
      },
    })
    defineProblem('Closed', watched)
    for (const key of Object.keys(declaration())) expect(reads, key).to.have.property(key, 1)
  })
})

describe('definitionOf()', () => {
  const Closed = defineProblem('Closed', declaration())
  class Night extends Closed {}

  it('gives the definition of a declared class, of what extends it, and of their instances', () => {
    for (const value of [Closed, Night, new Closed({}), new Night({ opens: '9:00' })])
      expect(definitionOf(value)).to.equal(Closed.definition)
  })

  it('gives nothing for an instance that was given another type', () => {
    expect(definitionOf(Object.assign(new Closed(), { type: '/other' }))).to.equal(undefined)
  })

  it('gives nothing for plain classes, their instances and forged definitions', () => {
    for (const value of [Conflict, new Conflict(), Error, {}, { constructor: { definition: expected } }, revoked(Closed)])
      expect(definitionOf(value)).to.equal(undefined)
  })

  it('gives nothing for nonsense, and never throws', () => {
    fc.assert(fc.property(nonsense, (value) => definitionOf(value()) === undefined))
  })
})
