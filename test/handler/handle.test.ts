/** The way from whatever was thrown to an answer, without a server. */
import { expect } from 'chai'
import { map } from '../../lib/foreign/map.js'
import { eventOf } from '../../lib/handler/event.js'
import { type Collect, handle } from '../../lib/handler/handle.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { leaveScope, prepareScope } from '../../lib/handler/scope.js'
import { type HandlerSettings, prepareSettings } from '../../lib/handler/settings.js'
import { Conflict, NotFound } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import type { ResponseFacts } from '../../lib/respond/facts.js'
import { withoutRoute } from '../../lib/routes/matched.js'
import { plainFacts } from '../respond/answer-to.js'

const settingsOf = (options: HandlerOptions = {}): HandlerSettings =>
  prepareSettings({ logger: false, ...options }, () => undefined)

/** Collects what it is asked for, and notes what that was. */
function collecting(asked: string[], carrier: object = {}): Collect {
  const response: ResponseFacts = { names: ['etag'], field: () => undefined, allow: () => ['GET'] }
  return {
    carrier,
    response: () => {
      asked.push('response')
      return response
    },
    status: () => {
      asked.push('status')
      return 418
    },
    route: () => {
      asked.push('route')
      return withoutRoute('GET')
    },
    template: () => {
      asked.push('template')
      return '/orders/:id'
    },
    duration: () => {
      asked.push('duration')
      return 7
    },
  }
}

describe('handle()', () => {
  it('makes an answer and an event of a problem, and reads of the request nothing but the response', () => {
    const asked: string[] = []
    const thrown = new Conflict('Paid.')
    const handled = handle(thrown, plainFacts, collecting(asked), settingsOf())

    expect(asked).to.deep.equal(['response'])
    expect(handled?.problem).to.equal(thrown)
    expect(handled?.answer).to.deep.include({ status: 409, body: JSON.stringify(thrown) })
    expect(handled?.answer.fields.drop).to.deep.equal(['etag'])
    expect(handled && eventOf(handled, 'answered')).to.deep.equal({
      thrown,
      problem: thrown,
      status: 409,
      document: thrown.toJSON(),
      outcome: 'answered',
      mappedBy: 'own',
      faults: [],
      facts: plainFacts,
    })
  })

  it('asks the response for the methods of a 405 that names none', () => {
    const handled = handle(createProblem(405), plainFacts, collecting([]), settingsOf())
    expect(handled?.answer.fields.set).to.deep.include(['Allow', 'GET'])
  })

  it('asks for the status of the response where nothing else says what an error means', () => {
    const asked: string[] = []
    const handled = handle(new Error('x'), plainFacts, collecting(asked), settingsOf())
    expect([handled?.answer.status, asked]).to.deep.equal([418, ['status', 'response']])
  })

  it('names the route where it tells of an error of a validator', () => {
    const asked: string[] = []
    const thrown = Object.assign(new Error('x'), { name: 'ZodError', issues: [{ code: 'custom', path: ['a'], message: 'x' }] })
    const handled = handle(thrown, plainFacts, collecting(asked), settingsOf())

    expect(asked).to.deep.equal(['route', 'response'])
    expect(handled?.faults.map(({ code, place }) => `${code} ${place}`)).to.deep.equal([
      'ERR_PROBLEM_VALIDATOR GET without a route',
    ])
  })

  it('knows what the scopes know that the error has left', () => {
    const thrown = new RangeError('x')
    const request = {}
    leaveScope(request, thrown, prepareScope({ map: [map(RangeError, NotFound)] }))
    expect(handle(thrown, plainFacts, collecting([], request), settingsOf())?.answer.status).to.equal(404)
  })

  it('makes nothing where the handler is not meant for the request', () => {
    const asked: string[] = []
    expect(handle(new Conflict(), plainFacts, collecting(asked), settingsOf({ only: () => false }))).to.equal(undefined)
    expect(asked).to.deep.equal([])
  })

  it('collects the response when the hooks have run, and notes the faults of all in their order', () => {
    const asked: string[] = []
    const options: HandlerOptions = {
      only: () => {
        throw new Error('only')
      },
      members: () => {
        asked.push('members')
        throw new Error('members')
      },
    }
    const thrown = new Conflict('Paid.', { retryAfter: 5 } as object)
    const handled = handle(thrown, plainFacts, collecting(asked), settingsOf(options))

    expect(asked).to.deep.equal(['members', 'response'])
    expect(handled?.faults.map(({ place }) => place)).to.deep.equal(['options.only', 'options', 'options.members'])
  })

  it('answers with a constant where the response cannot be read', () => {
    const collect: Collect = {
      ...collecting([]),
      response: () => {
        throw new Error('no response')
      },
    }
    const handled = handle(new Conflict('Paid.', { extensions: { seat: 1 } }), plainFacts, collect, settingsOf())
    expect(handled?.answer).to.deep.include({ status: 409, body: '{"type":"about:blank","title":"Conflict","status":409}' })
    expect(handled?.answer.fields.drop).to.deep.equal([])
  })

  it('tells of a client that has gone with 499, whatever the answer was', () => {
    const handled = handle(new Conflict(), plainFacts, collecting([]), settingsOf())
    expect(handled && eventOf(handled, 'client-gone').status).to.equal(499)
  })
})
