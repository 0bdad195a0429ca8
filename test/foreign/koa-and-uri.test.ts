import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { bodyParser } from '@koa/bodyparser'
import { expect } from 'chai'
import Koa from 'koa'
import request, { type Test } from 'supertest'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { errorOf, expressVersions } from './express-error.js'
import { answers, SECRET } from './shaped.js'

// The types of co-body leave the options of qs out.
const coBody = createRequire(import.meta.url)('co-body') as { form: (req: unknown, options: object) => Promise<unknown> }

async function koaErrorOf(send: (post: Test) => Test): Promise<unknown> {
  let caught: unknown
  const app = new Koa()
  app.use(async (_, next) => {
    await next().catch((error: unknown) => {
      caught = error
    })
  })
  app.use(bodyParser({ jsonLimit: 100 }))
  await send(request(app.callback()).post('/'))
  return caught
}

describe('toProblem(): errors of @koa/bodyparser', () => {
  for (const [name, type, body, status, detail] of [
    ['JSON that is malformed', 'application/json', `{"a": ${SECRET}}`, 400, 'The request body is not valid JSON.'],
    ['JSON that is no object', 'application/json', `"${SECRET}"`, 400, 'The request body must be an object or a list.'],
    [
      'a body that is too large',
      'application/json',
      `{"a":"${SECRET.repeat(20)}"}`,
      413,
      'The request body is larger than the limit of 100 bytes.',
    ],
  ] as const) {
    it(`answers ${name} with ${status} and quotes nothing [B13]`, async () => {
      const error = await koaErrorOf((post) => post.set('Content-Type', type).send(body))
      const problem = toProblem(error)

      expect(problem).to.include({ status, detail, cause: error })
      expect(JSON.stringify([problem, problem.headers])).not.to.contain(SECRET)
    })
  }

  it('tells no place of a name that is not allowed where that is deeper than anybody reads', () => {
    const refused = (body: string): Error =>
      Object.assign(new SyntaxError('Object contains forbidden prototype property'), { status: 400, body })
    const deep = `${'['.repeat(200)}{"__proto__":1}${']'.repeat(200)}`
    for (const body of [deep, SECRET]) {
      const problem = toProblem(refused(body))
      expect(problem.status).to.equal(422)
      expect(problem.extensions).to.have.nested.property('errors[0].pointer', '#/__proto__')
    }
  })

  // @koa/bodyparser does not pass this option of qs on; an app that calls co-body itself can.
  it('answers too many parameters with 400 and quotes nothing [B13]', async () => {
    const request = Object.assign(Readable.from([`a=1&b=2&c=${SECRET}`]), { headers: {} })
    const error = await coBody
      .form(request, { queryString: { parameterLimit: 2, throwOnLimitExceeded: true } })
      .catch((thrown: unknown) => thrown)
    const problem = toProblem(error)

    expect(error).to.include({ name: 'RangeError', body: `a=1&b=2&c=${SECRET}` })
    expect(problem).to.include({ status: 400, detail: 'The parameters of the request body are too many or nested too deeply.' })
    expect(JSON.stringify(problem)).not.to.contain(SECRET)
  })

  it('answers an unknown content coding with 415 and quotes nothing [B13]', async () => {
    const error = await koaErrorOf((post) =>
      post.set('Content-Type', 'application/json').set('Content-Encoding', SECRET).send('{}'),
    )
    const problem = toProblem(error)

    expect(problem.status).to.equal(415)
    expect(JSON.stringify([problem, problem.headers])).not.to.contain(SECRET)
  })
})

describe('toProblem(): percent-encoding that cannot be decoded', () => {
  for (const { name, express } of expressVersions) {
    it(`${name}: answers 400 and does not quote the path [B13]`, async () => {
      const app = express()
      app.get('/:name', (_req, res) => void res.end())
      const error = await errorOf(app, (client) => client.get(`/${SECRET}%zz`))
      const problem = toProblem(error)

      expect((error as Error).message).to.contain(SECRET)
      expect(problem).to.include({ status: 400, detail: 'The request target has malformed percent-encoding.', cause: error })
      expect(JSON.stringify(problem)).not.to.contain(SECRET)
    })
  }

  it("answers a URIError of the app's own code with 500", () => {
    expect(toProblem(new URIError('x')).status).to.equal(500)
    expect(toProblem(Object.assign(new URIError('x'), { status: 422 })).detail).to.equal(undefined)
  })
})

describe('toProblem(): qs with limits that throw', () => {
  const tooMuch = { status: 400, detail: 'The query or the form is nested too deep, or has too many parts.' }
  answers([
    ['too deep', new RangeError('Input depth exceeded depth option of 5 and strictDepth is true'), tooMuch],
    ['one parameter too many', new RangeError('Parameter limit exceeded. Only 1 parameter allowed.'), tooMuch],
    ['too many parameters', new RangeError('Parameter limit exceeded. Only 1000 parameters allowed.'), tooMuch],
    ['too many items', new RangeError('Array limit exceeded. Only 20 elements allowed in an array.'), tooMuch],
    ['another RangeError', new RangeError('Maximum call stack size exceeded'), 500],
  ])
})
