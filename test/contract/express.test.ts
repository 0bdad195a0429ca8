/** What only Express has: the order of middleware, `next`, `res.err`, sub-apps, OPTIONS. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type express5 from 'express'
import { Conflict, NotFound } from '../../lib/index.js'
import { notFoundHandler, problemHandler, route } from '../../middleware/express/index.js'
import { fetchPlain, fetchProblem } from './problem-response.js'
import { expressVersions } from './versions.js'

const quiet = { logger: false } as const

for (const [name, express] of Object.entries(expressVersions)) {
  describe(`Express: ${name}`, () => {
    let server: ReturnType<typeof createServer> | undefined
    afterEach(() => {
      server?.close()
      server?.closeAllConnections()
    })
    const serve = async (build: (app: express5.Express) => void): Promise<string> => {
      const app = express()
      build(app)
      server = createServer(app as unknown as RequestListener)
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    }

    it('sets res.err for request loggers: what was thrown, or a problem where that was no Error', async () => {
      const seen: unknown[] = []
      const thrown = new Error('x')
      const url = await serve((app) => {
        app.use((_req, res, next) => {
          res.on('finish', () => seen.push((res as unknown as { err: unknown }).err))
          next()
        })
        app.get('/error', () => {
          throw thrown
        })
        app.get('/text', (_req, _res, next) => next('text'))
        app.use(problemHandler(quiet))
      })
      await fetchProblem(`${url}/error`)
      await fetchProblem(`${url}/text`)
      expect(seen[0]).to.equal(thrown)
      expect(seen[1]).to.include({ status: 500, cause: 'text' })
    })

    it('logs a 5xx with stack and causes and without the query, and no 4xx', async () => {
      const lines: string[] = []
      const { error } = console
      console.error = (line: string) => lines.push(line)
      try {
        const url = await serve((app) => {
          app.get('/crash', () => {
            throw new Error('outer', { cause: new Error('inner') })
          })
          app.get('/conflict', () => {
            throw new Conflict()
          })
          app.use(problemHandler())
        })
        await fetchProblem(`${url}/crash?token=s3cret`)
        await fetchProblem(`${url}/conflict`)
      } finally {
        console.error = error
      }
      expect(lines).to.have.length(1)
      expect(lines[0])
        .to.match(/answered 500 to GET \/crash\n/)
        .and.match(/Error: outer\n +at /)
        .and.contain('inner')
        .and.not.contain('s3cret')
    })

    it('passes errors on that the handler is not meant for', async () => {
      const url = await serve((app) => {
        app.get(
          '/odd/signal',
          problemHandler({ ...quiet, only: () => false }).route(() => Promise.reject(null)),
        )
        app.get('/:page', () => {
          throw new Error('x')
        })
        app.use(problemHandler({ ...quiet, only: (req) => req.headers.accept !== 'text/html' }))
        app.use(((_error, _req, res, _next) => res.status(500).send('a page')) as express5.ErrorRequestHandler)
      })
      const { bytes } = await fetchPlain(`${url}/a`, { headers: { Accept: 'text/html' } })
      expect(bytes.toString()).to.equal('a page')
      expect((await fetchProblem(`${url}/a`)).status).to.equal(500)
      expect((await fetchProblem(`${url}/odd/signal`)).status).to.equal(500)
    })

    it('answers although a listener of the header section throws, as those of on-headers do, once', async () => {
      const url = await serve((app) => {
        app.use((_req, res, next) => {
          const { writeHead } = res
          Object.assign(res, {
            writeHead() {
              Object.assign(res, { writeHead })
              throw new Error('from a listener')
            },
          })
          next()
        })
        app.use(notFoundHandler())
        app.use(problemHandler(quiet))
      })
      expect((await fetchProblem(url)).status).to.equal(404)
    })

    it('answers at once where a route has the handler', async () => {
      let reached = 0
      const url = await serve((app) => {
        const handler = problemHandler(quiet)
        app.get(
          '/a',
          handler.route(async () => Promise.reject(new Conflict('x'))),
        )
        app.get(
          '/b',
          handler.route((_req, _res, next) => next(new Conflict('passed on'))),
        )
        app.get(
          '/c',
          handler.route((_req, _res, next) => next('route')),
        )
        app.use((_req, res) => res.json({ fine: true }))
        app.use(((error, _req, _res, next) => {
          reached++
          next(error)
        }) as express5.ErrorRequestHandler)
        app.use(handler)
      })
      expect((await fetchProblem(`${url}/a`)).document.detail).to.equal('x')
      expect(reached).to.equal(0)
      expect((await fetchProblem(`${url}/b`)).document.detail).to.equal('passed on')
      expect(reached).to.equal(1)
      expect((await fetchPlain(`${url}/c`)).status).to.equal(200)
    })

    it('refuses what is no handler when the route is made, as Express does', () => {
      for (const make of [route, problemHandler(quiet).route])
        for (const [wrong, got] of [
          [undefined, 'undefined'],
          [[() => null], 'an array of 1 items'],
        ] as const)
          expect(() => make(wrong as never))
            .to.throw(TypeError, `route: expected a route handler, got ${got}`)
            .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })

    it('takes a thrown null, undefined, route or router for an error, not for a signal', async () => {
      const odd = [null, undefined, 0, '', 'route', 'router']
      const url = await serve((app) => {
        odd.forEach((thrown, index) => {
          app.get(
            `/${index}`,
            route(() => Promise.reject(thrown)),
          )
        })
        app.use((_req, res) => res.json({ fine: true }))
        app.use(problemHandler(quiet))
      })
      for (const index of odd.keys()) expect((await fetchProblem(`${url}/${index}`)).status).to.equal(500)
    })

    it('lets Express answer OPTIONS where a path has routes, and says 404 where it has none', async () => {
      const url = await serve((app) => {
        app.get('/books', (_req, res) => res.json([]))
        app.use(notFoundHandler())
        app.use(problemHandler(quiet))
      })
      const { status, headers } = await fetchPlain(`${url}/books`, { method: 'OPTIONS' })
      expect([status, headers.get('allow')?.includes('GET')]).to.deep.equal([200, true])
      expect((await fetchProblem(`${url}/none`, { method: 'OPTIONS' })).status).to.equal(404)
      expect((await fetchProblem(`${url}/books`, { method: 'PUT' })).headers.get('allow')).to.include('OPTIONS')
    })

    it('serves a mounted app with handlers of its own', async () => {
      const url = await serve((app) => {
        const sub = express()
        const router = express.Router()
        router.get('/deep', (_req, res) => res.json({}))
        router.use(notFoundHandler())
        sub.use('/r', router)
        sub.post('/x', (_req, res) => res.json({}))
        sub.use(notFoundHandler({ ...quiet, members: () => ({ app: 'sub' }) }))
        sub.use(problemHandler(quiet))
        app.use('/sub', sub)
        app.use(notFoundHandler())
        app.use(problemHandler(quiet))
      })
      const wrong = await fetchProblem(`${url}/sub/x`)
      expect([wrong.status, wrong.headers.get('allow'), wrong.document['app']]).to.deep.equal([405, 'POST, OPTIONS', 'sub'])
      expect((await fetchProblem(`${url}/sub/r/deep`, { method: 'DELETE' })).status).to.equal(405)
      expect((await fetchProblem(`${url}/sub/r/none`)).status).to.equal(404)
      expect((await fetchProblem(`${url}/none`)).document).not.to.have.property('app')
    })

    it('says 404 where a route that has the method passed the request on', async () => {
      const url = await serve((app) => {
        app.get('/books/:id', (_req, _res, next) => next())
        app.use(notFoundHandler())
        app.use(problemHandler(quiet))
      })
      expect((await fetchProblem(`${url}/books/7`)).text).to.equal(JSON.stringify(new NotFound()))
    })
  })
}
