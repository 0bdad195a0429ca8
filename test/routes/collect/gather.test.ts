/** How what is said on the way to a route is put together. */
import { expect } from 'chai'
import { BadRequest, ContentTooLarge, NotFound } from '../../../lib/problem/classes.js'
import { gather, type Saying, sayingsOf } from '../../../lib/routes/collect/gather.js'
import { markHandler } from '../../../lib/routes/mark.js'

function saying(
  Class: typeof BadRequest | typeof ContentTooLarge,
  evidence: string,
  more: { members?: object; methods?: 'with content' } = {},
): Saying {
  const { members, methods } = more
  return {
    problem: { class: Class, type: Class.type, status: Class.status, source: 'library', evidence, ...(members && { members }) },
    methods,
  }
}

describe('gather()', () => {
  it('counts what a body parser says for methods with content alone', () => {
    const said = [saying(ContentTooLarge, 'express.json()', { methods: 'with content' }), saying(BadRequest, 'other')]
    const statuses = (method: string): readonly unknown[] => gather(said, method).map(({ status }) => status)

    for (const method of ['POST', 'PUT', 'PATCH', 'QUERY', '*']) expect(statuses(method), method).to.deep.equal([413, 400])
    for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS']) expect(statuses(method), method).to.deep.equal([400])
  })

  it('keeps the first evidence, and the members of all', () => {
    const [one, two] = [{ properties: { errors: {} } }, { properties: { seats: {} } }]
    const members = (...said: readonly Saying[]): unknown =>
      gather(said, 'GET').map(({ evidence, members: known }) => [evidence, known])

    expect(members(saying(BadRequest, 'a'), saying(BadRequest, 'b', { members: one }))).to.deep.equal([['a', one]])
    expect(members(saying(BadRequest, 'a', { members: one }), saying(BadRequest, 'b'))).to.deep.equal([['a', one]])
    expect(members(saying(BadRequest, 'a', { members: one }), saying(BadRequest, 'b', { members: one }))).to.deep.equal([
      ['a', one],
    ])
    expect(members(saying(BadRequest, 'a', { members: one }), saying(BadRequest, 'b', { members: two }))).to.deep.equal([
      ['a', { anyOf: [one, two] }],
    ])
  })
})

describe('sayingsOf()', () => {
  const evidence = (handler: unknown): readonly string[] =>
    sayingsOf(handler, () => 'of GET /').map(({ problem }) => problem.evidence)

  it('names the handler where its name is one', () => {
    const named = (name: unknown): unknown =>
      Object.defineProperty(
        markHandler(() => undefined, [NotFound]),
        'name',
        { value: name },
      )

    expect(evidence(named('readOrder'))).to.deep.equal(['problems().on(readOrder) of GET /'])
    for (const name of ['', 'get orders', '\u001b[31m', 'x'.repeat(61), 7, 'guardedRoute'])
      expect(evidence(named(name))).to.deep.equal(['problems().on(handler) of GET /'])
  })

  it('hears nothing of a handler that says nothing', () => {
    expect(evidence(() => undefined)).to.deep.equal([])
    expect(evidence(undefined)).to.deep.equal([])
  })
})
