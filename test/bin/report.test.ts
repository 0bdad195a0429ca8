/** The command `report` on shards that a real recorder wrote. */
import { expect } from 'chai'
import { makeWorkshop, type Workshop } from './command.js'

const tests = `
import express from 'express'
import { NotFound, Conflict } from 'http-problems'
import { problemHandler, problems } from 'http-problems/express'
import { recordProblems } from 'http-problems/testing'
const app = express()
app.get('/books/:id', problems(NotFound), () => { throw new NotFound('No.') })
app.put('/books/:id', problems(Conflict), (req, res) => {
  if (req.params.id === '1') throw new Conflict('No.')
  if (req.params.id === '2') res.status(409).type('application/problem+json').send('{"type":"about:blank"}')
  else res.status(400).json({ error: 'no' })
})
app.get(/^\\/old/, (req, res) => res.end())
app.use(problemHandler())
const recorder = recordProblems(app, { name: process.argv[2] })
const server = app.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
for (const request of process.argv.slice(3)) {
  const [method, path] = request.split(' ')
  await fetch('http://127.0.0.1:' + server.address().port + path, { method })
}
server.close()
recorder.save('shards')
`

describe('http-problems report', () => {
  let shop: Workshop
  const run = (...args: readonly string[]): void => {
    const { code, error } = shop.node('tests.mjs', ...args)
    expect([code, error]).to.deep.equal([0, ''])
  }
  beforeEach(() => {
    shop = makeWorkshop({ 'tests.mjs': tests })
  })
  afterEach(() => shop.remove())

  it('merges the shards of parallel workers, and says what was never seen', () => {
    run('bookshop', 'GET /books/7')
    run('bookshop')
    const { code, out, error } = shop.command('report', 'shards')
    expect([code, error]).to.deep.equal([0, ''])
    expect(out).to.match(/^PUT \/books\/\{id\} 409 Conflict: never seen; problems\(\) of PUT \/books\/\{id\}$/m)
    expect(out).to.match(/: not looked at; /)
    expect(out.trim().split('\n').at(-1)).to.equal(
      'bookshop: 1 of 2 declared problems seen, 0 undeclared; never seen: PUT /books/{id} 409',
    )
  })

  it('fails on what nobody declares and on what is not as declared, and on other findings by choice', () => {
    run('bookshop', 'PUT /books/3', 'PUT /books/3')
    expect(shop.command('report', 'shards')).to.include({ code: 1, error: '' })
    expect(shop.command('report', 'shards').out).to.include(
      'PUT /books/{id} 400: undeclared; application/json, no problem document (2 times)\n',
    )
    expect(shop.command('report', 'shards', '--fail-on', 'none').code).to.equal(0)
    expect(shop.command('report', 'shards', '--fail-on', 'broken').code).to.equal(0)
    expect(shop.command('report', 'shards', '--fail-on', 'broken, never-seen').code).to.equal(1)
    run('bookshop', 'PUT /books/2')
    expect(shop.command('report', 'shards', '--fail-on', 'broken').code).to.equal(1)
  })

  it('prints JSON, with a report for each app', () => {
    run('bookshop', 'GET /books/7', 'PUT /books/1')
    run('library')
    const { code, out } = shop.command('report', '--json', 'shards')
    expect(code).to.equal(0)
    const reports = JSON.parse(out) as { name: string; seen: object[]; summary: string }[]
    expect(reports.map(({ name, seen }) => [name, seen.length])).to.have.deep.members([
      ['bookshop', 2],
      ['library', 0],
    ])
    expect(shop.command('report', 'shards').out).to.include('bookshop: 2 of 2 declared problems seen, 0 undeclared\n')
  })

  it('counts a file once that is named twice', () => {
    shop.write({
      'one.json': JSON.stringify({
        format: 'http-problems/record/1',
        name: 'x',
        routes: [],
        unrouted: [{ method: 'GET', path: '/', status: 404, count: 1 }],
        skipped: [],
      }),
    })
    const [report] = JSON.parse(shop.command('report', 'one.json', './one.json', '--json').out)
    expect(report.unrouted[0].count).to.equal(1)
  })

  it('says what is wrong with its input: the file, the place, and what to do', () => {
    shop.write({ 'cut.json': '{"format":', 'other.json': '{"format":7}', 'none/readme.txt': '' })
    for (const [args, message] of [
      [['missing'], /^http-problems: missing cannot be read: ENOENT.*recorder\.save\(\) has written\n$/],
      [['none'], /^http-problems: none has no file that ends in \.json\. Run the tests first.*\n$/],
      [['cut.json'], /^http-problems: cut\.json is no JSON: .*Remove it, or write it again with recorder\.save\(\)\n$/],
      [['other.json'], /^http-problems: other\.json is no shard: shard\.format: expected "http-problems\/record\/1", got 7/],
      [[], /^http-problems: report: a file or a folder .* is needed; got none\n\nUsage: /],
      [['none', '--fail-on', 'all'], /--fail-on all: undeclared, broken, never-seen or none is needed/],
      [['none', '--what'], /report: Unknown option '--what'/],
    ] as const) {
      const { code, out, error } = shop.command('report', ...args)
      expect([code, out]).to.deep.equal([2, ''])
      expect(error)
        .to.match(message)
        .and.not.match(/\n {4}at /)
    }
  })

  it('has a help of its own', () => {
    const { code, out } = shop.command('report', '--help')
    expect(code).to.equal(0)
    expect(out).to.match(/^Usage: http-problems report /)
    expect(shop.command('--help').out).to.include('  report    ')
  })
})
