/** Shards: what a worker writes is what is read, merged and judged. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { mergeShards, type RecordedProblems, recordProblems } from '../../../lib/testing/index.js'
import { Book } from '../../../lib/testing/record/book.js'
import { makers } from './apps.js'
import { SeatTaken } from './problem-classes.js'

const problem = {
  name: 'SeatTaken',
  type: SeatTaken.type,
  status: 409,
  source: 'declared',
  evidence: 'problems() of GET /seats',
} as const
const route = { method: 'GET', path: '/seats' }

/** The book of a worker that has seen the problem some times. */
function shard(seen: number, name = 'shop'): RecordedProblems {
  const book = new Book(name)
  book.declare(route, [problem, { ...problem, name: 'HttpProblem', status: undefined }])
  if (seen > 0) book.see(route, problem, [{ place: '/seat', expected: 'a string', got: 'nothing', count: 1 }], seen)
  book.miss(route, { status: 500, type: 'about:blank', note: 'no route declares it', count: 1 })
  book.miss(route, { status: 404, note: 'an empty body', count: 1 })
  book.stray({ method: 'GET', path: '/nowhere', status: 404, count: 1 })
  book.skip([
    { path: '/x', reason: 'It cannot be read.' },
    { method: 'GET', path: '/y', reason: 'It cannot be read.' },
  ])
  return book.data()
}

describe('mergeShards()', () => {
  it('adds what several workers have seen, also out of files', () => {
    const [report, ...others] = mergeShards([shard(0), JSON.parse(JSON.stringify(shard(2))), shard(3)])
    expect(others).to.deep.equal([])
    expect(report?.seen).to.deep.equal([{ ...route, ...problem, seen: 5 }])
    expect(report?.broken).to.deep.equal([
      { ...route, name: 'SeatTaken', status: 409, place: '/seat', expected: 'a string', got: 'nothing', count: 2 },
    ])
    expect(report?.undeclared.map(({ status, count }) => [status, count])).to.deep.equal([
      [500, 3],
      [404, 3],
    ])
    expect(report?.unrouted).to.deep.equal([{ method: 'GET', path: '/nowhere', status: 404, count: 3 }])
    expect(report?.skipped.length).to.equal(2)
    expect(report?.summary).to.equal(
      'shop: 1 of 2 declared problems seen, 2 undeclared, 1 not as declared; never seen: GET /seats any',
    )
  })

  it('makes a report for each app', () => {
    const reports = mergeShards([shard(1, 'shop'), shard(0, 'admin'), shard(1, 'shop')])
    expect(reports.map(({ name, seen }) => [name, seen.length])).to.deep.equal([
      ['shop', 1],
      ['admin', 0],
    ])
    expect(mergeShards([])).to.deep.equal([])
  })

  it('gives the same whatever the order and the grouping of the shards', () => {
    const sum = (shards: readonly RecordedProblems[]) => mergeShards(shards)[0]?.seen.map(({ seen }) => seen)
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), (counts) => {
        const shards = counts.map((count) => shard(count))
        const [first, ...rest] = shards
        const merged = new Book('shop')
        for (const one of rest) merged.add(one)
        expect(sum([...shards].reverse())).to.deep.equal(sum(shards))
        expect(sum([merged.data(), first as RecordedProblems])).to.deep.equal(sum(shards))
      }),
      { numRuns: 50 },
    )
  })

  const good = JSON.parse(JSON.stringify(shard(1))) as Record<string, unknown>
  const withRoute = (change: object) => ({ ...good, routes: [{ ...(good['routes'] as [object])[0], ...change }] })
  for (const [what, wrong, place] of [
    ['nothing', null, 'shards[0]'],
    ['a list', [], 'shards[0]'],
    ['another JSON', {}, 'shards[0].format'],
    ['a later form', { ...good, format: 'http-problems/record/2' }, 'shards[0].format'],
    ['no name', { ...good, name: 7 }, 'shards[0].name'],
    ['no routes', { ...good, routes: {} }, 'shards[0].routes'],
    ['a route that is none', { ...good, routes: [7] }, 'shards[0].routes[0]'],
    ['a route without a path', withRoute({ path: null }), 'shards[0].routes[0].path'],
    [
      'a problem of another source',
      withRoute({ problems: [{ ...problem, source: 'me' }] }),
      'shards[0].routes[0].problems[0].source',
    ],
    [
      'a count that is none',
      withRoute({ problems: [{ ...problem, seen: -1, broken: [] }] }),
      'shards[0].routes[0].problems[0].seen',
    ],
    ['a status that is none', withRoute({ problems: [{ ...problem, status: '409' }] }), 'shards[0].routes[0].problems[0].status'],
  ] as const) {
    it(`refuses ${what}, with its place`, () => {
      expect(() => mergeShards([wrong]))
        .to.throw(TypeError, `${place}: expected `)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }

  it('refuses what is no list', () => {
    expect(() => mergeShards(shard(1) as unknown as [])).to.throw(TypeError, 'mergeShards(shards): expected a list of shards')
  })
})

describe('recorder.save()', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'record-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const recorder = () =>
    recordProblems(
      (makers['Express 5.3'] as (typeof makers)[string])([
        { method: 'get', path: '/seats', problems: [SeatTaken], answer: () => undefined },
      ]).app,
      {
        name: 'the shop/1',
      },
    )

  it('writes into a folder under a name of its own, and makes the folder', () => {
    const deep = join(folder, 'a/b/')
    const paths = [recorder().save(deep), recorder().save(deep)]
    expect(readdirSync(deep).length).to.equal(2)
    for (const path of paths) {
      expect(path).to.match(/a\/b\/the-shop-1-[\w-]+\.json$/)
      expect(mergeShards([JSON.parse(readFileSync(path, 'utf8'))])[0]?.summary).to.match(/^the shop\/1: 0 of 1 /)
    }
  })

  it('writes to a file, over an earlier one', () => {
    const file = join(folder, 'x.json')
    writeFileSync(file, 'old')
    expect(recorder().save(file)).to.equal(file)
    expect(JSON.parse(readFileSync(file, 'utf8')).name).to.equal('the shop/1')
    expect(readdirSync(folder)).to.deep.equal(['x.json'])
  })

  it('writes to a file of the working directory', () => {
    const before = process.cwd()
    process.chdir(folder)
    try {
      recorder().save('y.json')
      expect(existsSync('y.json')).to.equal(true)
    } finally {
      process.chdir(before)
    }
  })

  it('says which path cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    const path = join(folder, 'file/x.json')
    expect(() => recorder().save(path)).to.throw(Error, `recorder.save(): ${path} cannot be written: "`)
  })

  it('refuses what is no path, and a host without files', () => {
    expect(() => recorder().save(7 as unknown as string)).to.throw(TypeError, 'recorder.save(path): expected the path of a file')
    expect(() => recorder().save('')).to.throw(TypeError, 'got ""')
    const { getBuiltinModule } = process
    try {
      Reflect.deleteProperty(process, 'getBuiltinModule')
      Object.defineProperty(process, 'getBuiltinModule', { value: undefined, configurable: true })
      expect(() => recorder().save('x.json')).to.throw(TypeError, 'process.getBuiltinModule()')
    } finally {
      Object.defineProperty(process, 'getBuiltinModule', { value: getBuiltinModule, configurable: true, writable: true })
    }
  })
})
