import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import express, { type RequestHandler } from 'express'
import Koa from 'koa'
import request, { type Response, type Test } from 'supertest'
import { BadRequest, Conflict } from '../../../lib/problem/classes.js'
import { libraryProblems } from '../../../lib/routes/collect/libraries/libraries.js'
import { tellAnswers } from '../../../lib/routes/collect/libraries/told.js'
import { problemHandler, validate } from '../../../middleware/express/index.js'
import { problemHandler as koaProblemHandler, validate as koaValidate } from '../../../middleware/koa/index.js'

type Listener = Parameters<typeof request>[0]

const schemas = {
  body: { type: 'object', properties: { title: { type: 'string', minLength: 1 } }, required: ['title'] },
  query: { type: 'object', properties: { page: { type: 'integer' } } },
  params: { type: 'object', properties: { id: { type: 'integer' } } },
  headers: { type: 'object', properties: { 'x-account': { type: 'integer' } } },
  cookies: { type: 'object', properties: { theme: { enum: ['dark'] } } },
} as const

const attacks: Readonly<Record<keyof typeof schemas, readonly ((agent: Test) => Test)[]>> = {
  body: [
    (agent) => agent.send({ title: 7 }),
    (agent) => agent.send({}),
    (agent) => agent.send('{"title":"a","__proto__":{}}').type('json'),
    (agent) => agent,
    (agent) => agent.type('text/plain').send('title'),
  ],
  query: [(agent) => agent.query({ page: 'x' })],
  params: [(agent) => agent],
  headers: [(agent) => agent.set('X-Account', 'x')],
  cookies: [(agent) => agent.set('Cookie', 'theme=pink')],
}

const ajv = new Ajv2020({ strict: true, allErrors: true })

async function expectTrue(listener: Listener, handler: unknown, part: keyof typeof schemas): Promise<void> {
  const problems = libraryProblems(handler)
  const statuses = new Set<number>()
  for (const attack of attacks[part]) {
    const response: Response = await attack(request(listener).post('/books/none'))
    const answered = problems.find((problem) => problem.class.status === response.status)
    statuses.add(response.status)

    expect(answered?.evidence, `a ${response.status}`).to.equal('validate()')
    const isValid = ajv.compile(answered?.members ?? false)
    expect(isValid(response.body), JSON.stringify(isValid.errors)).to.equal(true)
    expect(isValid({ errors: [{}] })).to.equal(false)
    expect(response.body.errors).to.have.length.above(0)
  }
  expect([...statuses].toSorted((one, other) => one - other)).to.deep.equal(problems.map((problem) => problem.class.status))
}

describe('libraryProblems() of validate()', () => {
  for (const part of Object.keys(schemas) as (keyof typeof schemas)[]) {
    it(`knows what a wrong ${part} is answered in Express`, async () => {
      const middleware = validate({ [part]: schemas[part] } as { body: object })
      const app = express()
      app.post('/books/:id', express.json(), middleware as unknown as RequestHandler)
      app.use(problemHandler())
      await expectTrue(app, middleware, part)
    })

    it(`knows what a wrong ${part} is answered in Koa`, async () => {
      const middleware = koaValidate({ [part]: schemas[part] } as { body: object })
      const router = new Router().post('/books/:id', middleware as unknown as Koa.Middleware)
      // It refuses a forbidden name itself, in the same words.
      const parser = bodyParser() as Koa.Middleware
      await expectTrue(new Koa().use(koaProblemHandler()).use(parser).use(router.routes()).callback(), middleware, part)
    })
  }

  it('has one schema for all, so that documents have it once', () => {
    const [one, other] = [validate({ query: schemas.query }), koaValidate({ body: schemas.body, params: schemas.params })]
    const members = new Set([one, other].flatMap(libraryProblems).map((problem) => problem.members))
    expect(members.size).to.equal(1)
  })

  it('reads the mark of another copy, and leaves out what it does not understand', () => {
    const answers = [{ class: BadRequest }, { class: Object as never }, { class: undefined as never }]
    const handler = tellAnswers(() => undefined, 'validate()', answers)
    expect(libraryProblems(handler)).to.deep.equal([{ class: BadRequest, evidence: 'validate()' }])
    expect(libraryProblems(tellAnswers(() => undefined, 7 as never, [{ class: Conflict }]))).to.deep.equal([])
  })
})

describe('libraryProblems()', () => {
  for (const [name, handler] of Object.entries({
    'a handler of the app': (_req: unknown, _res: unknown, next: () => void) => next(),
    'a function of the app with the name of a parser': function jsonParser(_req: unknown, _res: unknown, next: () => void) {
      next()
    },
    'a class': class Middleware {},
    'a function that hides its text': Object.defineProperty(new Proxy(() => undefined, {}), 'name', { value: 'jsonParser' }),
    'no function': { unless: () => undefined, resetKey: () => undefined, getKey: () => undefined },
    nothing: undefined,
  })) {
    it(`says nothing of ${name}`, () => {
      expect(libraryProblems(handler)).to.deep.equal([])
    })
  }

  it('says nothing of middleware that answers no problem', () => {
    expect(libraryProblems(express.static('.'))).to.deep.equal([])
    expect(libraryProblems(express.Router())).to.deep.equal([])
  })
})
