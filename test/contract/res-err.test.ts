/** Where request loggers of Express look for an error: `res.err`. */
import { ServerResponse } from 'node:http'
import { expect } from 'chai'
import type express5 from 'express'
import { Conflict } from '../../lib/index.js'
import { problemHandler } from '../../middleware/express/index.js'
import { fetchPlain } from './problem-response.js'
import { expressVersions } from './versions.js'
import { withListener } from './with-listener.js'

interface Logged {
  err?: unknown
}

for (const [name, express] of Object.entries(expressVersions)) {
  describe(`res.err on ${name}`, () => {
    const thrown = new Conflict('Paid.')
    const throws = (): never => {
      throw thrown
    }
    const handler = problemHandler({ logger: false })

    /** Sends requests to an app, or does with it what is given, and gives what a logger saw at the end of each. */
    async function allLogged(
      build: (app: express5.Express) => unknown,
      ...steps: readonly (string | ((app: express5.Express) => void))[]
    ): Promise<readonly unknown[]> {
      const seen: unknown[] = []
      const app = express()
      app.use((_req, res, next) => {
        res.on('finish', () => seen.push((res as Logged).err))
        next()
      })
      build(app)
      await withListener(app, async (url) => {
        for (const step of steps) {
          if (typeof step === 'string') await fetchPlain(`${url}${step}`)
          else step(app)
        }
      })
      return seen
    }

    const logged = async (build: (app: express5.Express) => unknown, path = '/'): Promise<unknown> =>
      (await allLogged(build, path))[0]

    it('is what was thrown', async () => {
      expect(await logged((app) => app.get('/', throws).use(handler))).to.equal(thrown)
    })

    it('is what was thrown in a mounted app, before and after its parent has answered an error', async () => {
      const mounted = (app: express5.Express): unknown =>
        app.use('/mounted', express().get('/', throws).use(handler)).get('/', throws).use(handler)
      expect(await allLogged(mounted, '/mounted')).to.deep.equal([thrown])
      expect(await allLogged(mounted, '/', '/mounted', '/')).to.deep.equal([thrown, thrown, thrown])
    })

    it('is there where a mounted app refuses and its parent answers', async () => {
      const refusing = problemHandler({ logger: false, only: () => false })
      const seen = await logged((app) => {
        app.use(express().get('/', throws).use(refusing))
        app.use(handler)
      })
      expect(seen).to.equal(thrown)
    })

    it('is what was thrown where the app sets one of its own on all its responses later', async () => {
      const setOnAll = (app: express5.Express): void => {
        ;(app.response as Logged).err = 'app'
      }
      expect(await allLogged((app) => app.get('/', throws).use(handler), '/', setOnAll, '/')).to.deep.equal([thrown, thrown])
    })

    it('is that of each response alone, and nothing of one that succeeds', async () => {
      const build = (app: express5.Express): unknown =>
        app
          .get('/', throws)
          .get('/fine', (_req, res) => void res.json({}))
          .use(handler)
      expect(await allLogged(build, '/', '/fine')).to.deep.equal([thrown, undefined])
    })

    it('is what middleware sets afterwards', async () => {
      const own = new Error('own')
      const seen = await logged((app) => {
        app.use((_req, res, next) => {
          res.on('finish', () => undefined)
          // Before the logger's listener, which came first, is called.
          res.prependListener('finish', () => {
            ;(res as Logged).err = own
          })
          next()
        })
        app.get('/', throws).use(handler)
      })
      expect(seen).to.equal(own)
    })

    it('is what was thrown where the app has an err of its own on its responses, or on this one', async () => {
      const onAll = (app: express5.Express): unknown => {
        ;(app.response as Logged).err = 'none'
        return app.get('/', throws).use(handler)
      }
      const onOne = (app: express5.Express): unknown =>
        app
          .use((_req, res, next) => {
            ;(res as Logged).err = null
            next()
          })
          .get('/', throws)
          .use(handler)
      expect([await logged(onAll), await logged(onOne)]).to.deep.equal([thrown, thrown])
    })

    it('is what was thrown where the responses of the app are frozen', async () => {
      expect(
        await logged((app) => {
          Object.freeze(app.response)
          app.get('/', throws).use(handler)
        }),
      ).to.equal(thrown)
    })

    it('is a property of a double without a prototype', () => {
      const res = Object.assign(Object.create(null), { headersSent: false, status: () => res, json: () => res }) as Logged
      handler(thrown, { method: 'GET', headers: {} } as never, res as never, () => undefined)
      expect(res.err).to.equal(thrown)
    })

    it('changes neither the prototype of Node nor what a response lists', async () => {
      const seen: unknown[] = []
      await logged((app) =>
        app
          .use((_req, res, next) => {
            res.on('finish', () => seen.push(Object.keys(res).includes('err')))
            next()
          })
          .get('/', throws)
          .use(handler),
      )
      expect(seen).to.deep.equal([false])
      expect('err' in ServerResponse.prototype).to.equal(false)
    })
  })
}
