/** Texts of the app's own: errors that are meant for clients, and what is wrong with a value in the words of its schema or of the app. */

import { expect } from 'chai'
import * as z from 'zod'
import { faultTexts } from '../../lib/index.js'
import { type Framework, type Running, type Scenario, start } from './framework.js'
import { fetchProblem } from './problem-response.js'
import { startValidating } from './validating-app.js'

const SECRET = 'hunter2-secret'
const MINE = 'Please give your name.'

class ApiError extends Error {
  readonly statusCode: number

  constructor(statusCode: number, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}

/** Runs the tests on one framework. */
export function ownTextsSuite(framework: Framework): void {
  describe('texts of the app', () => {
    let running: Pick<Running, 'close'> | undefined
    afterEach(() => running?.close())
    const serve = async (thrown: unknown, options: Scenario['options']): Promise<Running> => {
      const app = await start(framework, {
        handle: () => {
          throw thrown
        },
        options: options ?? {},
      })
      running = app
      return app
    }

    it('are sent where an exposed error is a 4xx, and stay inside where it is a 5xx', async () => {
      for (const [thrown, document] of [
        [new ApiError(404, 'No such user.'), { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No such user.' }],
        [new ApiError(503, SECRET), { type: 'about:blank', title: 'Service Unavailable', status: 503 }],
        [new Error(SECRET), { type: 'about:blank', title: 'Internal Server Error', status: 500 }],
      ] as const) {
        const app = await serve(thrown, { expose: [ApiError] })
        const answer = await fetchProblem(app.url)
        expect(answer.document).to.deep.equal(document)
        expect(app.events.map(({ mappedBy }) => mappedBy)).to.deep.equal([thrown instanceof ApiError ? 'expose' : 'unknown'])
        await app.close()
      }
    })

    it('change nothing where the function that recognises errors throws, and the event says so', async () => {
      const expose = [
        () => {
          throw new Error(SECRET)
        },
      ]
      const app = await serve(new ApiError(404, SECRET), { expose })
      expect((await fetchProblem(app.url)).document).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404 })
      expect(app.events[0]?.faults.map(({ code, place }) => `${code} ${place}`)).to.deep.equal([
        'ERR_PROBLEM_HOOK options.expose[0]',
      ])
    })

    const { error } = z.object({ name: z.string(MINE), age: z.number() }).safeParse({ age: SECRET })

    it('say what is wrong with a value, in the language of the request', async () => {
      const german = (fault: object, _issue: unknown, { request }: { readonly request?: Headed | undefined }): string =>
        `${request?.headers['accept-language']}: ${Reflect.get(fault, 'code')}`
      const app = await serve(error, { describeFault: german as never })
      const { document } = await fetchProblem(app.url, { headers: { 'accept-language': 'de' } })
      expect((document['errors'] as { detail: string }[]).map(({ detail }) => detail)).to.deep.equal(['de: type', 'de: type'])
    })

    it('are those of the schema, and never those of the library', async () => {
      const app = await serve(error, { describeFault: faultTexts.fromSchema })
      const { document, text } = await fetchProblem(app.url)
      expect((document['errors'] as { detail: string }[]).map(({ detail }) => detail)).to.deep.equal([
        MINE,
        'The value is not allowed here.',
      ])
      expect(text).not.to.contain(SECRET)
    })

    it('are those that validate() was given', async () => {
      const german = (
        fault: object,
        _issue: unknown,
        { request }: { readonly request?: Headed | undefined },
      ): string | undefined =>
        Reflect.get(fault, 'code') === 'type' ? `${request?.headers['accept-language']}: eine Zahl` : undefined
      const app = await startValidating(framework.name, {
        schemas: [{ body: z.object({ name: z.string(), age: z.number() }) }],
        options: { describeFault: german as never },
      })
      running = { close: async () => app.close() }
      const sent = {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'de' },
        body: JSON.stringify({ age: SECRET }),
      }
      const { status, document, text } = await fetchProblem(`${app.url}/books/1`, sent)
      expect(status).to.equal(422)
      expect(document['errors']).to.deep.equal([
        { in: 'body', pointer: '#/name', code: 'required', detail: 'A value is required here.' },
        { in: 'body', pointer: '#/age', code: 'type', detail: 'de: eine Zahl' },
      ])
      expect(text).not.to.contain(SECRET)
    })
  })
}

interface Headed {
  readonly headers: Readonly<Record<string, string>>
}
