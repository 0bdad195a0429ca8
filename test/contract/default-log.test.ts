/** What the default log of each framework prints, and what it leaves out. */
import type { RequestListener } from 'node:http'
import KoaRouter from '@koa/router'
import { expect } from 'chai'
import type Koa3 from 'koa'
import { NotImplemented } from '../../lib/index.js'
import { problemHandler } from '../../middleware/koa/index.js'
import { frameworks } from './framework.js'
import { koaVersions } from './versions.js'
import { startWatched, type Watched } from './watched.js'
import { exchange, request } from './wire.js'

const forging =
  'x\u001b[2J\u009b2J\n\n  Error: forged\n    at forged (file.js:1:1)\r\nhttp-problems: answered 500 to GET /admin\u202e'

for (const framework of frameworks) {
  describe(`The default log on ${framework.name}`, () => {
    let app: Watched | undefined
    afterEach(() => app?.close())
    const watched = async (handle: () => unknown): Promise<Watched> => {
      app = await startWatched((onProblem) =>
        framework.listener({ options: { onProblem }, routes: [['get', '/books', () => undefined]], handle: () => handle() }),
      )
      return app
    }

    it('is silent about a method that the server does not know', async () => {
      app = await startWatched((onProblem) =>
        framework.listener({ options: { onProblem }, routes: [['get', '/books', () => undefined]] }),
      )
      for (const method of ['PROPFIND', 'MKCOL', 'LOCK'])
        expect((await exchange(app.port, request(method, '/books'))).status).to.equal(501)
      expect([app.seen.events.map(({ status }) => status), app.seen.lines]).to.deep.equal([[501, 501, 501], []])
    })

    it('prints what the app does not do yet, with its stack', async () => {
      const { port, seen } = await watched(() => {
        throw new NotImplemented('Soon.')
      })
      expect((await exchange(port, request('POST', '/'))).status).to.equal(501)
      expect(seen.lines.join('\n'))
        .to.contain('Soon.')
        .and.match(/\n +at /)
    })

    it('lets no text of an error forge a line or talk to the terminal, and prints its causes', async () => {
      const { port, seen } = await watched(() => {
        throw new Error(forging, { cause: new Error(forging) })
      })
      await exchange(port, request('GET', '/'))
      const text = seen.lines.join('\n')
      expect(text).to.contain('Error: x\\x1b[2J\\x9b2J').and.contain('cause: Error: x\\x1b').and.contain('\\u202e')
      expect(text).not.to.match(/[^\P{Cc}\n]|\u202e/u)
      for (const line of text.split('\n').filter((line) => /forged|admin/.test(line))) expect(line).to.match(/^ +\| /)
    })
  })
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`The error event of ${name}`, () => {
    const app = (made: Koa3, thrown: unknown) => (onProblem: (event: never) => void) => {
      made.use(problemHandler({ onProblem: (event) => onProblem(event as never) }))
      made.use(() => {
        throw thrown
      })
      return made.callback() as RequestListener
    }

    it('gives a listener of the app the error itself, and prints nothing', async () => {
      const errors: unknown[] = []
      const made = new Koa()
      made.on('error', (error) => errors.push(error))
      const thrown = new Error(forging)
      const { port, seen, close } = await startWatched(app(made, thrown))
      await exchange(port, request('GET', '/'))
      await close()
      expect([errors, seen.lines]).to.deep.equal([[thrown], []])
    })

    it('gives it to a class of the app that has an onerror() of its own', async () => {
      const errors: unknown[] = []
      class Own extends Koa {
        override onerror(error: Error): void {
          errors.push(error)
        }
      }
      const thrown = new Error(forging)
      const { port, close } = await startWatched(app(new Own(), thrown))
      await exchange(port, request('GET', '/'))
      await close()
      expect(errors).to.deep.equal([thrown])
    })

    it('is not fired for the 501 that allowedMethods() throws for a method of a scanner', async () => {
      const errors: unknown[] = []
      const { port, seen, close } = await startWatched((onProblem) => {
        const made = new Koa()
        made.on('error', (error) => errors.push(error))
        const router = new KoaRouter()
        router.get('/books', () => undefined)
        made.use(problemHandler({ onProblem: (event) => onProblem(event as never) }))
        made.use(router.routes()).use(router.allowedMethods({ throw: true }))
        return made.callback()
      })
      expect((await exchange(port, request('PROPFIND', '/books'))).status).to.equal(501)
      await close()
      expect([errors, seen.events.map(({ status }) => status)]).to.deep.equal([[], [501]])
    })

    it('prints nothing of an app that is silent', async () => {
      const made = new Koa()
      made.silent = true
      const { port, seen, close } = await startWatched(app(made, new Error('x')))
      await exchange(port, request('GET', '/'))
      await close()
      expect(seen.lines).to.deep.equal([])
    })
  })
}
