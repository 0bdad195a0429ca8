import { gzipSync } from 'node:zlib'
import { bodyParser } from '@koa/bodyparser'
import { expect } from 'chai'
import type { RequestHandler } from 'express'
import { expressjwt } from 'express-jwt'
import { rateLimit } from 'express-rate-limit'
import type Koa from 'koa'
import koaBodyParser from 'koa-bodyparser'
import koaJwt from 'koa-jwt'
import multer from 'multer'
import request, { type Test } from 'supertest'
import { TooManyRequests } from '../../../lib/problem/classes.js'
import { libraryProblems } from '../../../lib/routes/collect/libraries/libraries.js'
import { problemHandler } from '../../../middleware/express/index.js'
import { problemHandler as koaProblemHandler } from '../../../middleware/koa/index.js'
import { expressVersions, koaVersions } from '../../contract/versions.js'

type Listener = Parameters<typeof request>[0]
type Attack = (agent: Test) => PromiseLike<unknown>

function statusesOf(handler: unknown): readonly (number | undefined)[] {
  return libraryProblems(handler).map((problem) => problem.class.status)
}

async function answered(listener: Listener, attacks: readonly Attack[]): Promise<readonly number[]> {
  const statuses = new Set<number>()
  for (const attack of attacks) {
    const { status, headers } = (await attack(request(listener).post('/'))) as { status: number; headers: Record<string, string> }
    expect([status, headers['content-type']]).to.deep.equal([status, 'application/problem+json'])
    statuses.add(status)
  }
  return [...statuses].toSorted((one, other) => one - other)
}

const send =
  (type: string, body: string, fields: Record<string, string> = {}): Attack =>
  (agent) =>
    agent.set({ 'content-type': type, ...fields }).send(body)
const large = 'x'.repeat(2_000_000)
const unknownCoding = { 'content-encoding': 'x-unknown' }
const notGzip = { 'content-encoding': 'gzip' }

const ofForms = [
  send('application/x-www-form-urlencoded', 'a=b', notGzip),
  send('application/x-www-form-urlencoded', `a=${large}`),
  send('application/x-www-form-urlencoded', 'a=b', unknownCoding),
]
const ofJson = [
  send('application/json', '{'),
  send('application/json', `"${large}"`),
  send('application/json', '{}', unknownCoding),
  (agent: Test) => agent.set({ 'content-type': 'application/json', ...notGzip }).send(gzipSync('{}').subarray(0, 9).toString()),
]
const token: Attack = (agent) => agent.set('Authorization', 'Bearer x.y.z')

function upload(field: string, content: string): Attack {
  return (agent) => agent.attach(field, Buffer.from(content), 'file.txt')
}

describe('libraryProblems() for Express', () => {
  for (const [name, express] of Object.entries(expressVersions)) {
    const cases: Readonly<Record<string, readonly [handler: RequestHandler, attacks: readonly Attack[]]>> = {
      'express.json()': [express.json(), ofJson],
      'express.urlencoded()': [express.urlencoded({ extended: true }), ofForms],
      'express.text()': [
        express.text(),
        [send('text/plain', 'a', notGzip), send('text/plain', large), send('text/plain; charset=x-unknown', 'a')],
      ],
      'express.raw()': [
        express.raw(),
        [
          send('application/octet-stream', 'a', notGzip),
          send('application/octet-stream', large),
          send('application/octet-stream', 'a', unknownCoding),
        ],
      ],
      'expressjwt()': [expressjwt({ secret: 's', algorithms: ['HS256'] }) as RequestHandler, [(agent) => agent, token]],
      'expressjwt() that asks for no token': [
        expressjwt({ secret: 's', algorithms: ['HS256'], credentialsRequired: false }) as RequestHandler,
        [token],
      ],
      'rateLimit()': [
        rateLimit({ limit: 0, validate: false, handler: (_req, _res, next) => next(new TooManyRequests({ retryAfter: 1 })) }),
        [(agent) => agent],
      ],
      multer: [
        multer({ limits: { fileSize: 9 } }).single('file'),
        [upload('file', 'more than nine'), upload('other', 'x'), send('multipart/form-data', 'x')],
      ],
    }
    for (const [library, [handler, attacks]] of Object.entries(cases)) {
      it(`knows what ${library} answers on ${name}`, async () => {
        const app = express()
        app.use(handler)
        app.use(problemHandler())

        expect(await answered(app, attacks)).to.deep.equal(statusesOf(handler))
        expect(libraryProblems(handler)[0]?.evidence).to.include(library.replace(/ .*/, ''))
      })
    }
  }
})

describe('libraryProblems() for Koa', () => {
  const cases: Readonly<Record<string, readonly [handler: Koa.Middleware, attacks: readonly Attack[]]>> = {
    '@koa/bodyparser': [bodyParser() as Koa.Middleware, [...ofJson, ...ofForms, send('application/json', '{"__proto__":1}')]],
    'koa-bodyparser': [koaBodyParser(), [...ofJson, ...ofForms, send('application/json', '{"__proto__":1}')]],
    'koa-jwt': [koaJwt({ secret: 's' }), [(agent) => agent, token]],
  }
  for (const [name, App] of Object.entries(koaVersions)) {
    for (const [library, [handler, attacks]] of Object.entries(cases)) {
      it(`knows what ${library} answers on ${name}`, async () => {
        const app = new App().use(koaProblemHandler()).use(handler)
        app.silent = true
        expect(await answered(app.callback(), attacks)).to.deep.equal(statusesOf(handler))
      })
    }
  }

  it('knows that koa-jwt with passthrough answers nothing, without running what the app gave it', () => {
    const bomb = (): never => {
      throw new Error('ran')
    }
    const { find } = Array.prototype
    const options = { secret: bomb, getToken: bomb, isRevoked: bomb }

    expect(statusesOf(koaJwt(options))).to.deep.equal([401])
    expect(statusesOf(koaJwt({ ...options, debug: true }))).to.deep.equal([401])
    expect(statusesOf(koaJwt({ ...options, passthrough: true }))).to.deep.equal([])
    expect(Array.prototype.find).to.equal(find)
  })

  it('says where it cannot see whether koa-jwt has the option', () => {
    const jwt = Object.assign(
      function jwt(ctx: { state: { jwtOriginalError?: unknown } }, passthrough: boolean) {
        if (passthrough) ctx.state.jwtOriginalError = undefined
      },
      { unless: () => undefined },
    )
    expect(libraryProblems(jwt)[0]?.evidence).to.include('cannot be seen')
  })
})
