/** Behind serverless-http and serverless-express, whose responses have no connection: every error is answered, and nothing waits for ever. */
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { configure } from '@codegenie/serverless-express'
import { expect } from 'chai'
import serverlessHttp from 'serverless-http'
import type { ProblemEvent } from '../../lib/handler/event.js'
import { Conflict, Unauthorized } from '../../lib/index.js'
import { type Framework, frameworks, type Hands, type Scenario } from './framework.js'
import { checkProblem } from './problem-response.js'
import { outcomes, type Seen, watch } from './watched.js'

type Invoke = (event: object) => Promise<unknown>

// Both find out what an app is by its methods; the app of Koa has `callback`.
const adapters: Readonly<Record<string, (framework: Framework, scenario: Scenario) => Invoke>> = {
  'serverless-http': (framework, scenario) => serverlessHttp(appOf(framework, scenario) as () => unknown) as Invoke,
  '@codegenie/serverless-express': (framework, scenario) =>
    configure({ app: appOf(framework, scenario) as never }) as unknown as Invoke,
}

function appOf(framework: Framework, scenario: Scenario): unknown {
  const listener = framework.listener(scenario)
  return framework.kind === 'koa' ? { callback: () => listener } : listener
}

interface Call {
  readonly method?: string
  readonly path?: string
  readonly body?: string
}

const headers = { host: 'api.example.com', 'content-type': 'application/json' }

/** The events of AWS that carry a request. */
const sources: Readonly<Record<string, (call: Call) => object>> = {
  'API Gateway v1': ({ method = 'GET', path = '/', body = '' }) => ({
    httpMethod: method,
    path,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    body,
    isBase64Encoded: false,
    requestContext: { identity: { sourceIp: '192.0.2.7' } },
  }),
  'API Gateway v2': ({ method = 'GET', path = '/', body = '' }) => ({
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers,
    body,
    isBase64Encoded: false,
    requestContext: { http: { method, sourceIp: '192.0.2.7' } },
  }),
  'Application Load Balancer': ({ method = 'GET', path = '/', body = '' }) => ({
    httpMethod: method,
    path,
    headers,
    body,
    isBase64Encoded: false,
    requestContext: { elb: { targetGroupArn: 'arn' }, identity: { sourceIp: '192.0.2.7' } },
  }),
}

interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** Calls a function as Lambda does, which gives it so much time and no more. */
async function called(invoke: Invoke, event: object): Promise<Answered> {
  const timer = new AbortController()
  const timeIsUp = sleep(2000, undefined, { signal: timer.signal }).then(() => Promise.reject(new Error('The function hangs.')))
  try {
    return readAnswer(await Promise.race([invoke(event), timeIsUp]))
  } finally {
    timer.abort()
    timeIsUp.catch(() => undefined)
  }
}

function readAnswer(result: unknown): Answered {
  const answer = result as {
    readonly statusCode: number
    readonly body: string
    readonly headers?: Record<string, string>
    readonly multiValueHeaders?: Record<string, string[]>
  }
  const fields = { ...answer.multiValueHeaders, ...answer.headers }
  return {
    status: answer.statusCode,
    headers: new Headers(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    body: answer.body,
  }
}

// What pipeline() does on Node 20. Newer ones wait for a close of the response, which no adapter tells, and never end.
function sent(source: Readable, res: ServerResponse): Promise<never> {
  source.pipe(res)
  return new Promise((_resolve, reject) => {
    source.once('error', (error) => {
      res.destroy(error)
      reject(error)
    })
  })
}

function breaking(part: string): Readable {
  return Readable.from(
    (async function* parts() {
      if (part !== '') yield part
      await sleep(10)
      throw new Error('disk 3 is gone')
    })(),
  )
}

for (const [adapter, adapt] of Object.entries(adapters)) {
  for (const framework of frameworks) {
    describe(`${framework.name} behind ${adapter}`, () => {
      let seen: Seen
      let stop: () => void
      beforeEach(() => {
        ;[seen, stop] = watch()
      })
      afterEach(() => stop())
      const answerTo = (scenario: Scenario, call: Call = {}, source = 'API Gateway v2'): Promise<Answered> => {
        const onProblem = (event: ProblemEvent<never>): void => void seen.events.push(event as ProblemEvent)
        const event = sources[source]?.(call) ?? {}
        return called(adapt(framework, { ...scenario, options: { ...scenario.options, onProblem } }), event)
      }
      const throwing = (thrown: unknown) => ({ handle: () => Promise.reject(thrown) })

      for (const source of Object.keys(sources)) {
        it(`answers what is thrown, from ${source}`, async () => {
          const { status, headers, body } = await answerTo(
            {
              handle: async () => {
                await sleep(20)
                throw new Conflict('Order 7 is already paid.')
              },
            },
            {},
            source,
          )
          // The function URL or gateway adds Date.
          headers.set('date', headers.get('date') ?? new Date().toUTCString())
          const { document } = checkProblem(status, headers, body, Buffer.byteLength(body))
          expect([status, document.detail]).to.deep.equal([409, 'Order 7 is already paid.'])
          expect([outcomes(seen), seen.lines]).to.deep.equal([['answered 409'], []])
        })

        it(`answers a path that is not there, from ${source}`, async () => {
          const { status, body } = await answerTo(
            { routes: [['get', '/books', ({ json }) => json([])]] },
            { path: '/none' },
            source,
          )
          expect([status, JSON.parse(body)]).to.deep.equal([404, { type: 'about:blank', title: 'Not Found', status: 404 }])
        })

        it(`ends a response that had begun, with the status of the error, from ${source}`, async () => {
          const begun = await answerTo(
            {
              handle: async ({ res }) => {
                res.writeHead(200, { 'Content-Type': 'text/plain' })
                res.write('part')
                await sleep(10)
                throw new Error('late')
              },
            },
            {},
            source,
          )
          expect([begun.status, begun.body]).to.deep.equal([500, 'part'])
          expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['aborted 500'], 1, []])
        })
      }

      it('answers an unknown error, null, and a 401 with its challenge', async () => {
        expect((await answerTo(throwing(new Error('secret')))).body).not.to.contain('secret')
        expect((await answerTo(throwing(null))).status).to.equal(500)
        const { status, headers } = await answerTo(throwing(new Unauthorized()), {}, 'API Gateway v1')
        expect([status, headers.get('www-authenticate')]).to.deep.equal([401, 'Bearer realm="api"'])
        expect(outcomes(seen)).to.deep.equal(['answered 500', 'answered 500', 'answered 401'])
      })

      it('answers with the status that was set before the error', async () => {
        const handle = ({ setStatus }: Hands): never => {
          setStatus(403)
          throw new Error('secret')
        }
        const { status, body } = await answerTo({ handle })
        expect([status, body]).to.deep.equal([403, '{"type":"about:blank","title":"Forbidden","status":403}'])
      })

      it('answers HEAD without content', async () => {
        const { status, body } = await answerTo(throwing(new Conflict('x')), { method: 'HEAD' })
        expect([status, body]).to.deep.equal([409, ''])
      })

      it('answers an error after the request was read, and with a request that was not', async () => {
        const read = async ({ req }: Hands): Promise<void> => {
          for await (const _ of req);
          throw new Conflict('read')
        }
        const call = { method: 'POST', body: '{"a":1}' }
        expect(JSON.parse((await answerTo({ handle: read }, call)).body)).to.include({ status: 409, detail: 'read' })
        expect((await answerTo(throwing(new Conflict('unread')), call)).status).to.equal(409)
        expect(outcomes(seen)).to.deep.equal(['answered 409', 'answered 409'])
      })

      it('ends a response that is destroyed because its source broke', async () => {
        const { status, body } = await answerTo({ handle: ({ res }) => sent(breaking('part'), res) })
        expect([status, body]).to.deep.equal([500, 'part'])
        expect([outcomes(seen), seen.lines.length]).to.deep.equal([['aborted 500'], 1])
      })

      it('ends a response that the app destroyed, with the status of the error', async () => {
        const { status, body } = await answerTo({
          handle: ({ res }) => {
            res.destroy()
            throw new Conflict('x')
          },
        })
        expect([status, body]).to.deep.equal([409, ''])
        expect(outcomes(seen)).to.deep.equal(['aborted 409'])
      })

      if (framework.kind === 'koa') {
        it('ends a response whose stream body breaks, before or after its first byte', async () => {
          const broken = (part: string) => ({
            handle: ({ json }: Hands) => json(breaking(part)),
          })
          const before = await answerTo(broken(''))
          expect([before.status, JSON.parse(before.body)]).to.deep.equal([
            500,
            { type: 'about:blank', title: 'Internal Server Error', status: 500 },
          ])
          const after = await answerTo(broken('part'))
          expect([after.status, after.body]).to.deep.equal([500, 'part'])
          expect(outcomes(seen)).to.deep.equal(['answered 500', 'aborted 500'])
        })
      }

      it('reports an error behind a complete response as too late', async () => {
        const { status, body } = await answerTo({
          handle: ({ res }) => {
            res.statusCode = 200
            res.end('done')
            throw new Error('late')
          },
        })
        expect([status, body]).to.deep.equal([200, 'done'])
        expect([outcomes(seen), seen.lines.length]).to.deep.equal([['too-late 500'], 1])
      })

      it('serves a request that succeeds', async () => {
        const { status, body } = await answerTo({ handle: ({ json }) => json({ fine: true }) })
        expect([status, JSON.parse(body), seen.events]).to.deep.equal([200, { fine: true }, []])
      })
    })
  }
}
