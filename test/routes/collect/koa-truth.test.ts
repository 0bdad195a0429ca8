import { expect } from 'chai'
import fc from 'fast-check'
import { collectKoa } from '../../../lib/routes/collect/koa/koa.js'
import { koaRouters } from './koa-routers.js'
import { Asked, buildApp, steps } from './koa-truth.js'

// Version 15 refuses some nestings of prefixes with parameters.
function orRefused<App>(build: () => App): App | undefined {
  try {
    return build()
  } catch {
    return undefined
  }
}

describe('collectKoa() and what really runs', () => {
  const asked = new Asked()
  after(() => asked.close())

  for (const [name, { Router, syntax }] of Object.entries(koaRouters)) {
    it(`says of each route of ${name} what runs in front of it, and requests for its path come to it`, async () => {
      await fc.assert(
        fc.asyncProperty(steps, steps, async (front, below) => {
          const built = orRefused(() => buildApp(Router, syntax, front, below))
          fc.pre(built !== undefined)
          const { app, mounts } = built
          const records = collectKoa(app, { mounts })
          expect(records.skipped).to.deep.equal([])
          for (const { method, path, problems } of records) {
            const filled = path.replace(/\{\w+\}/g, 'v7')
            const { status, body } = await asked.ask(app, method === '*' ? 'PUT' : method, filled)
            const told = problems.map((problem) => problem.status)

            expect([path, status]).to.deep.equal([path, 200])
            const { ran, route } = body as { readonly ran: readonly number[]; readonly route: string }
            // A handler of router.param() runs for each layer that has the parameter.
            expect([path, told]).to.deep.equal([path, [...new Set(ran)]])
            expect(route).to.include(path.split('/').at(-1))
          }
        }),
        { numRuns: 60 },
      )
    }).timeout(30_000)
  }
})
