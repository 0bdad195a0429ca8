/** Errors of validators that are thrown outside of `validate()`: whose fault they are, and who is told. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type } from 'arktype'
import { expect } from 'chai'
import createError from 'http-errors'
import * as v from 'valibot'
import * as z from 'zod'
import { Conflict, map } from '../../lib/index.js'
import { type Framework, type Hands, type Running, type Scenario, start } from './framework.js'
import { fetchProblem } from './problem-response.js'
import { watch } from './watched.js'

const SECRET = 'hunter2-secret'
const CODE = 'ERR_PROBLEM_VALIDATOR'
const row = { price: SECRET }
const named = (name: string, members: object): Error => Object.assign(new Error(SECRET), { name }, members)

const zodError = (): never => z.object({ price: z.number() }).parse(row) as never

/** Validators that look at anything, each with what it throws about a row. */
const validators: Readonly<Record<string, () => unknown>> = {
  zod: zodError,
  'zod, its failure': () => {
    throw z.object({ price: z.number() }).safeParse(row).error
  },
  valibot: () => v.parse(v.object({ price: v.number() }), row),
  'valibot, its failure': () => {
    throw v.safeParse(v.object({ price: v.number() }), row)
  },
  arktype: () => type({ price: 'number' }).assert(row),
  'a Standard Schema': () => {
    throw z.object({ price: z.number() })['~standard'].validate(row)
  },
  ajv: () => {
    const validate = new Ajv2020().compile({ type: 'object', properties: { price: { type: 'number' } } })
    if (!validate(row)) throw validate.errors
  },
  'ajv, its class': () => {
    throw named('Error', { ajv: true, validation: true, errors: [{ instancePath: '/price', keyword: 'type', params: {} }] })
  },
  joi: () => {
    throw named('ValidationError', { _original: row, details: [{ path: ['price'], type: 'number.base', message: SECRET }] })
  },
  yup: () => {
    throw named('ValidationError', { value: row, path: 'price', type: 'typeError', inner: [], errors: [SECRET] })
  },
  superstruct: () => {
    throw named('StructError', {
      failures: () => [{ path: ['price'], type: 'number' }],
      path: ['price'],
      type: 'number',
      refinement: undefined,
    })
  },
  typebox: () => {
    throw named('AssertError', { error: { path: '/price', schema: {}, message: SECRET } })
  },
  'class-validator': () => {
    throw [{ property: 'price', children: [], constraints: { isNumber: SECRET }, target: row }]
  },
}

/** Errors that are about a request, or that the app has judged; they are nobody's secret. */
const others: Readonly<Record<string, readonly [thrown: () => unknown, status: number]>> = {
  celebrate: [
    () => named('Error', { details: new Map([['body', { details: [{ path: ['price'], type: 'any.required' }] }]]) }),
    422,
  ],
  'express-validator': [
    () => ({ array: () => [], mapped: () => ({}), errors: [{ location: 'query', path: 'price', type: 'field' }] }),
    400,
  ],
  'express-openapi-validator': [
    () => named('Bad Request', { status: 400, path: '/a', errors: [{ path: '/body/price', message: SECRET }] }),
    400,
  ],
  Fastify: [
    () =>
      Object.assign(new Error(SECRET), {
        code: 'FST_ERR_VALIDATION',
        statusCode: 400,
        validation: [{ instancePath: '/price', keyword: 'type', params: {} }],
        validationContext: 'body',
      }),
    400,
  ],
  'a body parser': [() => createError(400, SECRET, { type: 'entity.parse.failed', body: SECRET }), 400],
  Mongoose: [() => named('ValidationError', { _message: SECRET, errors: { price: { kind: 'Number' } } }), 422],
  'a problem': [() => new Conflict(), 409],
  'an error of zod with createError()': [() => createError(409, caught(zodError)), 409],
  'an error of zod with a status that the app wrote': [() => Object.assign(caught(zodError), { status: 400 }), 422],
}

function caught(throwing: () => unknown): Error {
  try {
    throwing()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}

/** Collects what Node warns of while something runs. */
async function warned(run: () => Promise<void>): Promise<string[]> {
  const warnings: string[] = []
  const note = ({ code, message }: Error & { code?: string }): void => void warnings.push(`${code} ${message.split(':')[0]}`)
  process.on('warning', note)
  await run()
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', note)
  return warnings
}

/** Runs the tests on one framework. */
export function thrownFaultsSuite(framework: Framework): void {
  describe('an error of a validator, thrown outside of validate()', () => {
    let running: Running | undefined
    afterEach(() => running?.close())
    const serve = async (
      routes: Readonly<Record<string, (hands: Hands) => unknown>>,
      options: Scenario['options'] = {},
    ): Promise<Running> => {
      running = await start(framework, { routes: Object.entries(routes).map(([path, handle]) => ['get', path, handle]), options })
      return running
    }
    const told = ({ events }: Running): unknown[] => events.map(({ faults }) => faults.map(({ code, place }) => [code, place]))

    for (const [name, throwing] of Object.entries(validators)) {
      it(`is the fault of the client, and told once for each route: ${name}`, async () => {
        const app = await serve({ '/rows/:id': throwing, '/prices': throwing })
        for (const path of ['/rows/1', '/rows/2', '/prices', '/rows/3', '/prices']) {
          const { status, document, text } = await fetchProblem(`${app.url}${path}`)
          expect([status, (document['errors'] as { pointer: string }[])[0]?.pointer]).to.deep.equal([422, '#/price'])
          expect(text).not.to.contain(SECRET)
        }
        expect(told(app)).to.deep.equal([[[CODE, 'GET /rows/:id']], [], [[CODE, 'GET /prices']], [], []])
        expect(JSON.stringify(app.events.map(({ faults }) => faults))).not.to.contain(SECRET)
      })

      it(`is a 500 that says nothing where the app says that its data were wrong: ${name}`, async () => {
        const app = await serve({ '/rows': throwing }, { thrownFaults: 'server' })
        const { document } = await fetchProblem(`${app.url}/rows`)
        expect(document).to.deep.equal({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
        expect([told(app), app.events[0]?.status]).to.deep.equal([[[]], 500])
      })

      it(`is told to nobody where the app says that it is the client's: ${name}`, async () => {
        const app = await serve({ '/rows': throwing }, { thrownFaults: 'client' })
        expect((await fetchProblem(`${app.url}/rows`)).status).to.equal(422)
        expect(told(app)).to.deep.equal([[]])
      })
    }

    for (const [name, [make, status]] of Object.entries(others)) {
      for (const thrownFaults of [undefined, 'server'] as const) {
        it(`is something else than an error of ${name}, with thrownFaults ${thrownFaults}`, async () => {
          const options = thrownFaults === undefined ? {} : { thrownFaults }
          const app = await serve({ '/rows': () => Promise.reject(make()) }, options)
          expect((await fetchProblem(`${app.url}/rows`)).status).to.equal(status)
          expect(told(app)).to.deep.equal([[]])
        })
      }
    }

    it("counts as the server's where the app wrote a 5xx on it", async () => {
      for (const status of [500, 503]) {
        const app = await serve({ '/rows': () => Promise.reject(Object.assign(caught(zodError), { status })) })
        const { document } = await fetchProblem(`${app.url}/rows`)
        expect([document.status, document['errors']]).to.deep.equal([status, undefined])
        expect(told(app)).to.deep.equal([[]])
        await app.close()
      }
    })

    it("leaves the last word to a status on the response where it is the server's", async () => {
      const app = await serve(
        {
          '/rows': ({ res }) => {
            res.statusCode = 409
            zodError()
          },
        },
        { thrownFaults: 'server' },
      )
      expect((await fetchProblem(`${app.url}/rows`)).document).to.deep.equal({
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
      })
    })

    it('is told among several errors, and not as the cause of another, nor where a map has an answer', async () => {
      const app = await serve(
        {
          '/some': () => Promise.reject(new AggregateError([caught(zodError), new Conflict()])),
          '/cause': () => Promise.reject(new Error(SECRET, { cause: caught(zodError) })),
          '/mapped': () => Promise.reject(new RangeError(SECRET)),
          '/instead': () => Promise.reject(new TypeError(SECRET)),
        },
        { map: [map(RangeError, Conflict), map(TypeError, zodError)] },
      )
      const statuses: number[] = []
      for (const path of ['some', 'cause', 'mapped', 'instead']) statuses.push((await fetchProblem(`${app.url}/${path}`)).status)
      expect(statuses).to.deep.equal([422, 500, 409, 422])
      expect(told(app)).to.deep.equal([[[CODE, 'GET /some']], [], [], [[CODE, 'GET /instead']]])
    })

    it("comes first among several errors where it is the server's", async () => {
      const app = await serve(
        { '/some': () => Promise.reject(new AggregateError([caught(zodError), new Conflict()])) },
        { thrownFaults: 'server' },
      )
      expect((await fetchProblem(`${app.url}/some`)).status).to.equal(500)
    })

    it('is printed by the default log, once for each route, and by no warning of Node', async () => {
      const app = await serve({ '/rows': zodError }, { logger: undefined } as never)
      const [{ lines }, stop] = watch()
      const warnings = await warned(async () => {
        for (let count = 0; count < 3; count++) await fetchProblem(`${app.url}/rows`)
      })
      stop()
      expect(lines).to.have.length(1)
      expect(lines[0])
        .to.match(/^http-problems: GET \/rows: .*`thrownFaults: 'server'`/)
        .and.to.contain(CODE)
      expect(warnings).to.deep.equal([])
    })

    it("is a 500 in the default log where it is the server's", async () => {
      const app = await serve({ '/rows': zodError }, { logger: undefined, thrownFaults: 'server' } as never)
      const [{ lines }, stop] = watch()
      await fetchProblem(`${app.url}/rows`)
      stop()
      expect(lines.join()).to.contain('ZodError')
    })

    it('is a warning of Node, once for each route, where the app has another log or none', async () => {
      for (const logger of [false, () => undefined] as const) {
        const app = await serve({ '/rows': zodError, '/prices': zodError }, { logger })
        const warnings = await warned(async () => {
          for (const path of ['rows', 'prices', 'rows']) await fetchProblem(`${app.url}/${path}`)
        })
        expect(warnings).to.deep.equal([`${CODE} GET /rows`, `${CODE} GET /prices`])
        await app.close()
      }
    })
  })
}
