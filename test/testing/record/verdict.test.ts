/** What the assertion of a recorder says, throws and prints. */
import { spawnSync } from 'node:child_process'
import { expect } from 'chai'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import request from 'supertest'
import { Conflict, NotFound } from '../../../lib/index.js'
import { ProblemAssertionError, type ProblemRecorder, recordProblems } from '../../../lib/testing/index.js'
import { problemHandler, problems } from '../../../middleware/express/index.js'
import { makeWorkshop } from '../../bin/command.js'

async function recorderOf(...paths: readonly string[]): Promise<ProblemRecorder> {
  const app = express()
  app.get('/books/:id', problems(NotFound) as unknown as RequestHandler, (req, res) => {
    if (req.params['id'] === 'new') throw new Conflict('No.')
    if (req.params['id'] === 'bad') res.status(404).type('application/problem+json').end('{}')
    else throw new NotFound('No.')
  })
  app.use(problemHandler({ logger: false }) as unknown as ErrorRequestHandler)
  const recorder = recordProblems(app, { name: 'bookshop' })
  for (const path of paths) await request(app).get(path)
  return recorder
}

function warningsOf(run: () => void): readonly unknown[] {
  const { warn } = console
  const printed: unknown[] = []
  console.warn = (...texts: unknown[]) => void printed.push(...texts)
  try {
    run()
  } finally {
    console.warn = warn
  }
  return printed
}

describe('recorder.assert()', () => {
  it('says nothing where everything was seen and declared', async () => {
    const recorder = await recorderOf('/books/7')
    expect(warningsOf(() => recorder.assert({ undeclared: 'error', neverSeen: 'error', broken: 'error' }))).to.deep.equal([])
  })

  it('warns once of what was never seen; the last line sums up', async () => {
    const recorder = await recorderOf()
    const printed = warningsOf(() => {
      recorder.assert()
      recorder.assert()
    })
    expect(printed).to.deep.equal([
      '  GET /books/{id} 404 NotFound: never seen; problems() of GET /books/{id}\n\n' +
        'bookshop: 0 of 1 declared problems seen, 0 undeclared; never seen: GET /books/{id} 404',
    ])
  })

  it('throws for what nobody declares and for what is not as declared', async () => {
    const recorder = await recorderOf('/books/new', '/books/new', '/books/bad')
    const error = failure(() => recorder.assert())
    expect(error).to.be.instanceOf(ProblemAssertionError)
    expect(error).to.include({ name: 'AssertionError', code: 'ERR_ASSERTION' })
    expect(error.message).to.equal(`bookshop: expected every error to be declared, and sent as it is declared

  GET /books/{id} 409 about:blank: undeclared; no route declares it (2 times)
  GET /books/{id} 404 NotFound: /status: expected 404, got nothing (once)
  GET /books/{id} 404 NotFound: /title: expected "Not Found", got nothing (once)

bookshop: 1 of 1 declared problems seen, 1 undeclared, 2 not as declared`)
    expect(error.actual).to.be.an('array').of.length(3)
    expect(error.expected).to.deep.equal([])
  })

  it('ignores, warns or throws as it is told', async () => {
    const recorder = await recorderOf('/books/new', '/books/bad')
    expect(warningsOf(() => recorder.assert({ undeclared: 'ignore', broken: 'ignore', neverSeen: 'ignore' }))).to.deep.equal([])
    expect(String(warningsOf(() => recorder.assert({ undeclared: 'warn', broken: 'ignore' })))).to.include('undeclared;')
    expect(() => recorder.assert({ undeclared: 'ignore' }))
      .to.throw('/title')
      .with.property('message')
      .that.does.not.include('409 about:blank')
    const unseen = await recorderOf()
    expect(() => unseen.assert({ neverSeen: 'error' })).to.throw('never seen; problems() of')
  })

  it('cuts long lists', async () => {
    const app = express()
    for (let index = 0; index < 60; index++)
      app.get(`/${index}`, problems(NotFound, Conflict) as unknown as RequestHandler, () => undefined)
    const recorder = recordProblems(app)
    const { message } = failure(() => recorder.assert({ neverSeen: 'error' }))
    expect(message.split('\n').filter((line) => line.startsWith('  ')).length).to.equal(51)
    expect(message)
      .to.include('\n  and 70 more\n')
      .and.to.match(/GET \/4 409 and 110 more$/)
  })

  it('refuses options that are wrong', async () => {
    const recorder = await recorderOf()
    expect(() => recorder.assert(7 as never)).to.throw(TypeError, "options: expected an object such as { undeclared: 'error' }")
    expect(() => recorder.assert({ seen: 'error' } as never)).to.throw(
      TypeError,
      'options: expected one of undeclared, broken, neverSeen',
    )
    expect(() => recorder.assert({ neverSeen: 'fail' as never })).to.throw(
      TypeError,
      "options.neverSeen: expected 'error', 'warn' or 'ignore'",
    )
  })

  it('tells apart two problems of a route with one status', () => {
    class Taken extends Conflict {
      static override readonly type: string = 'https://api.example.com/problems/taken'
    }
    const app = express()
    app.get('/', problems(Conflict, Taken) as unknown as RequestHandler, () => undefined)
    expect(recordProblems(app).report().summary).to.match(/never seen: GET \/ 409 Conflict, GET \/ 409 Taken$/)
  })

  it('fails a run of node:test in its after hook', () => {
    const shop = makeWorkshop({
      'shop.test.mjs': `
import { after, test } from 'node:test'
import express from 'express'
import { NotFound } from 'http-problems'
import { problemHandler, problems } from 'http-problems/express'
import { recordProblems } from 'http-problems/testing'
import request from 'supertest'
const app = express()
app.get('/books/:id', problems(NotFound), (req, res) => res.status(400).json({}))
app.use(problemHandler())
const recorder = recordProblems(app, { name: 'bookshop' })
after(() => recorder.assert())
test('a book', async () => { await request(app).get('/books/7') })
`,
    })
    try {
      // Without the mark of a run around it, in which node:test would report to its parent.
      const { NODE_TEST_CONTEXT: _, ...env } = process.env
      const { status, stdout } = spawnSync(process.execPath, ['--test', 'shop.test.mjs'], {
        cwd: shop.folder,
        env,
        encoding: 'utf8',
        timeout: 30_000,
      })
      expect(status).to.equal(1)
      expect(stdout).to.include('GET /books/{id} 400: undeclared; application/json, no problem document (once)')
      expect(stdout).to.include('bookshop: 0 of 1 declared problems seen, 1 undeclared; never seen: GET /books/{id} 404')
    } finally {
      shop.remove()
    }
  })
})

function failure(run: () => void): ProblemAssertionError {
  try {
    run()
  } catch (error) {
    return error as ProblemAssertionError
  }
  throw new Error('it did not fail')
}
