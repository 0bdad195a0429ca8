/** What an event tells of the request: found when it is asked for, and harmless whatever the routers are. */
import { expect } from 'chai'
import { map } from '../../lib/foreign/map.js'
import { eventOf, type Origin, type ProblemEvent } from '../../lib/handler/event.js'
import { handle } from '../../lib/handler/handle.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { leaveScope, prepareScope } from '../../lib/handler/scope.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import { Conflict, NotFound } from '../../lib/problem/classes.js'
import { NO_FIELDS } from '../../lib/respond/facts.js'
import { withoutRoute } from '../../lib/routes/matched.js'
import { plainFacts } from '../respond/answer-to.js'

const nothing: Origin = { template: () => undefined, duration: () => undefined }

interface Given {
  readonly options?: HandlerOptions
  readonly origin?: Partial<Origin>
  readonly url?: string
  readonly status?: number
  readonly carrier?: object
}

function eventFor(thrown: unknown, { options = {}, origin = {}, url = '/', status, carrier = {} }: Given = {}): ProblemEvent {
  const settings = prepareSettings({ logger: false, ...options }, () => undefined)
  const collect = {
    carrier,
    response: () => NO_FIELDS,
    status: () => status,
    route: () => withoutRoute('GET'),
    ...nothing,
    ...origin,
  }
  const handled = handle(thrown, { ...plainFacts, url }, collect, settings)
  if (handled === undefined) throw new Error('The handler was not meant.')
  return eventOf(handled, 'answered')
}

class OutOfStock extends Error {}

describe('The event', () => {
  it('finds the route and the duration when they are asked for, the route once', () => {
    const asked: string[] = []
    const note = <Value>(name: string, value: Value) => {
      asked.push(name)
      return value
    }
    const event = eventFor(new Conflict(), {
      origin: { template: () => note('route', '/orders/:id'), duration: () => note('duration', 7) },
    })
    expect(asked).to.deep.equal([])
    expect([event.route, event.route, event.duration, asked]).to.deep.equal([
      '/orders/:id',
      '/orders/:id',
      7,
      ['route', 'duration'],
    ])
  })

  it('has no route and no duration where looking for them throws', () => {
    const throws = (): never => {
      throw new Error('hostile')
    }
    const { route, duration } = eventFor(new Conflict(), { origin: { template: throws, duration: throws } })
    expect([route, duration]).to.deep.equal([undefined, undefined])
  })

  for (const [url, path] of [
    ['/orders/7?token=secret', '/orders/7'],
    ['/orders#secret', '/orders'],
    ['/a?b\nc', '/a'],
    ['http://user:secret@shop.example/orders?x', '/orders'],
    ['http://user:secret@shop.example', '/'],
    ['HTTPS://user:secret@shop.example?x', '/'],
    ['//evil.example/x', '//evil.example/x'],
    ['*', '*'],
    ['?secret', '/'],
  ] as const) {
    it(`has the path of ${url.replace('\n', '\\n')} without what may be secret`, () => {
      expect(eventFor(new Conflict(), { url }).path).to.equal(path)
    })
  }

  it('has the method', () => {
    expect(eventFor(new Conflict()).method).to.equal(plainFacts.method)
  })

  const mapped = { map: [map(OutOfStock, Conflict)] }
  const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect', errno: -111 })
  for (const [what, mappedBy, thrown, given] of [
    ['a problem that was thrown', 'own', new Conflict()],
    ['an error that an entry names', 'map', new OutOfStock(), { options: mapped }],
    [
      'an error in whose place an entry throws another',
      'map',
      new OutOfStock(),
      {
        options: {
          map: [
            map(OutOfStock, () => {
              throw new NotFound()
            }),
          ],
        },
      },
    ],
    [
      'an error in whose place an entry throws one that nobody knows',
      'unknown',
      new OutOfStock(),
      {
        options: {
          map: [
            map(OutOfStock, () => {
              throw new Error('other')
            }),
          ],
        },
      },
    ],
    ['an error of a library', 'Node.js', refused],
    ['an error around one of a library', 'Node.js', new Error('outer', { cause: refused })],
    ['an error with a status', 'status property', { status: 404 }],
    ['several errors', 'several errors', new AggregateError([new Conflict(), new Error('x')])],
    ['several errors that nobody knows', 'unknown', new AggregateError([new Error('x')])],
    ['an error behind a status of the app', 'status of the response', new Error('x'), { status: 503 }],
    ['an error that nobody knows', 'unknown', new Error('x')],
    ['null', 'unknown', null],
  ] as readonly (readonly [string, string, unknown, Given?])[]) {
    it(`says who made the problem of ${what}: ${mappedBy}`, () => {
      expect(eventFor(thrown, given).mappedBy).to.equal(mappedBy)
    })
  }

  it('says that a scope made it', () => {
    const [carrier, thrown] = [{}, new OutOfStock()]
    leaveScope(carrier, thrown, prepareScope(mapped))
    expect(eventFor(thrown, { carrier }).mappedBy).to.equal('scope')
    expect(eventFor(thrown, { carrier, options: { map: [map(OutOfStock, NotFound)] } }).mappedBy).to.equal('scope')
  })
})
