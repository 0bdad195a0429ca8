/** Whatever is thrown, and whatever it holds: the right status, a valid body, no leak, in time. */
import vm from 'node:vm'
import { expect } from 'chai'
import { Conflict, createProblem, type HttpProblem } from '../../lib/index.js'
import { type Framework, type Running, start } from './framework.js'
import { fetchProblem } from './problem-response.js'

const throwing = (): never => {
  throw new Error('secret from a trap')
}
const hostileProxy = (target: object) =>
  new Proxy(target, {
    get: throwing,
    has: throwing,
    ownKeys: throwing,
    getPrototypeOf: throwing,
    getOwnPropertyDescriptor: throwing,
  })
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
const withGetter = (name: string) => Object.defineProperty(new Error('secret'), name, { get: throwing, enumerable: true })

const odd: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  'an empty string': () => '',
  zero: () => 0,
  NaN: () => Number.NaN,
  false: () => false,
  'a string': () => 'secret',
  "the string 'route'": () => 'route',
  'the number 404': () => 404,
  'a BigInt': () => 10n,
  'a symbol': () => Symbol('secret'),
  'a function': () => () => 'secret',
  'an array': () => ['secret'],
  'a plain object': () => ({ secret: 'secret' }),
  'an object without prototype': () => Object.assign(Object.create(null), { message: 'secret' }),
  'an Error': () => new Error('secret'),
  'an Error of another realm': () => vm.runInNewContext('new Error("secret")'),
  'a frozen Error': () => Object.freeze(new Error('secret')),
  'a sealed Error': () => Object.seal(new Error('secret')),
  'a Proxy whose traps throw': () => hostileProxy({}),
  'a Proxy of an Error whose traps throw': () => hostileProxy(new Error('secret')),
  'a revoked Proxy': revoked,
  'an Error with a throwing status': () => withGetter('status'),
  'an Error with a throwing message': () => withGetter('message'),
  'an Error with a throwing stack': () => withGetter('stack'),
  'an Error with throwing headers': () => withGetter('headers'),
  'an Error with a throwing cause': () => withGetter('cause'),
  'an Error with a throwing name': () => withGetter('name'),
  'an Error with a throwing toJSON': () => Object.assign(new Error('secret'), { toJSON: throwing }),
  'an Error that is its own cause': () => {
    const error = new Error('secret')
    return Object.assign(error, { cause: error })
  },
  'an empty AggregateError': () => new AggregateError([]),
  'an AggregateError of itself': () => {
    const errors: unknown[] = []
    const error = new AggregateError(errors)
    errors.push(error)
    return Object.assign(error, { errors })
  },
  'a rejected promise': () => {
    const promise = Promise.reject(new Error('secret'))
    promise.catch(() => undefined)
    return promise
  },
}

const cycle: Record<string, unknown> = { name: 'cycle' }
cycle['self'] = cycle
const deep = JSON.parse(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`)
const endless = (): object => new Proxy({ a: 1, b: 2 }, { get: (_, key) => (key === 'toJSON' ? undefined : endless()) })

/** A member, and what stands in the document; `undefined` where it is left out. */
const members: Readonly<Record<string, readonly [value: unknown, sent: unknown]>> = {
  'a BigInt': [10n, '10'],
  NaN: [Number.NaN, null],
  'a function': [() => 1, undefined],
  'a symbol': [Symbol('x'), undefined],
  undefined: [undefined, undefined],
  'a cycle': [cycle, { name: 'cycle' }],
  'a throwing toJSON': [{ toJSON: throwing }, undefined],
  'a throwing getter': [
    {
      fine: 1,
      get bad() {
        return throwing()
      },
    },
    { fine: 1 },
  ],
  'a hostile Proxy': [hostileProxy({}), undefined],
  'a Map': [new Map([['a', 1]]), { a: 1 }],
  'a Set': [new Set([1, 2]), [1, 2]],
  'a Date': [new Date(0), '1970-01-01T00:00:00.000Z'],
  'an invalid Date': [new Date(Number.NaN), null],
  'a URL': [new URL('https://example.com/a'), 'https://example.com/a'],
  'a Buffer': [Buffer.from('abc'), 'YWJj'],
  'an Error': [new Error('secret'), undefined],
  'reserved keys inside': [JSON.parse('{"__proto__":{"x":1},"constructor":2,"status":3}'), { constructor: 2, status: 3 }],
  'a lone surrogate': ['a\ud800b', 'a\ufffdb'],
  'a Proxy without end': [endless(), undefined],
}

// Milliseconds that client and server kept the processor busy: other programs on the machine do not count.
const busy = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Registers the tests for one framework. */
export function thrownSuite(framework: Framework): void {
  describe('answers whatever is thrown and', () => {
    let app: Running | undefined
    afterEach(async () => {
      await app?.close()
    })

    for (const [says, make] of Object.entries(odd)) {
      it(`makes a plain 500 of ${says} [B11] [P11]`, async () => {
        app = await start(framework, { handle: () => Promise.reject(make()) })
        const began = process.cpuUsage()
        const { text } = await fetchProblem(app.url)
        expect(text).to.equal('{"type":"about:blank","title":"Internal Server Error","status":500}')
        expect(busy(began)).to.be.below(1000)
        expect(app.events).to.have.length(1)
      })
    }

    it('answers a synchronous throw like a rejection [B11]', async () => {
      for (const thrown of [null, undefined, new Conflict('x'), 'x']) {
        app = await start(framework, {
          handle: () => {
            throw thrown
          },
        })
        expect((await fetchProblem(app.url)).status).to.equal(thrown instanceof Conflict ? 409 : 500)
        await app.close()
      }
    })

    it('never changes what was thrown', async () => {
      const foreign = { status: 404, expose: true, message: 'm', headers: { 'Retry-After': 'a\r\nb' }, errors: [1] }
      const before = JSON.stringify(foreign)
      Object.freeze(foreign)
      app = await start(framework, { handle: () => Promise.reject(foreign) })
      await fetchProblem(app.url)
      expect(JSON.stringify(foreign)).to.equal(before)
      expect(app.events[0]?.thrown).to.equal(foreign)
    })

    for (const [says, [value, sent]] of Object.entries(members)) {
      it(`sends what can be sent of ${says}, with the status of the problem [B12]`, async () => {
        app = await start(framework, {
          handle: () => Promise.reject(new Conflict('x', { extensions: { member: value, other: 1 } })),
        })
        const began = process.cpuUsage()
        const { document } = await fetchProblem(app.url)
        expect(busy(began)).to.be.below(1000)
        expect(document).to.deep.equal({
          type: 'about:blank',
          title: 'Conflict',
          status: 409,
          detail: 'x',
          ...(sent !== undefined && { member: sent }),
          other: 1,
        })
      })
    }

    it('cuts what is deeper than any reader looks, and keeps the rest [B12]', async () => {
      app = await start(framework, { handle: () => Promise.reject(new Conflict('x', { extensions: { deep, other: 1 } })) })
      const { document, text } = await fetchProblem(app.url)
      expect(document).to.include({ status: 409, other: 1 })
      expect(text.split('{"a":').length - 1).to.be.within(10, 100)
    })

    for (const [says, value] of [
      ['text', 'x'.repeat(10_000_000)],
      ['many values', Array.from({ length: 2_000_000 }, () => 1)],
    ] as const) {
      it(`leaves out 10 MB of ${says} and keeps the rest [B12]`, async () => {
        app = await start(framework, {
          handle: () => Promise.reject(new Conflict('x', { extensions: { big: value, other: 1 } })),
        })
        const began = process.cpuUsage()
        const { document } = await fetchProblem(app.url)
        expect(busy(began)).to.be.below(1000)
        expect(document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'x', other: 1 })
      })
    }

    it('cuts a detail of 10 MB to what a body may have [B12]', async () => {
      app = await start(framework, {
        options: { maxBytes: 2000 },
        handle: () => Promise.reject(new Conflict('€"\n'.repeat(3_000_000))),
      })
      const { text, document } = await fetchProblem(app.url)
      expect(Buffer.byteLength(text)).to.be.within(1200, 2000)
      expect(document.detail).to.match(/…$/)
    })

    it('survives hooks that throw or give nonsense, and says so in the event', async () => {
      const hook = (): never => throwing()
      const options = { members: hook, instance: hook, cacheControl: hook, logger: hook, onProblem: hook, only: hook }
      app = await start(framework, { options: options as never, handle: () => Promise.reject(new Conflict('x')) })
      expect((await fetchProblem(app.url)).document).to.deep.equal({
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'x',
      })
      const places = app.events[0]?.faults.map(({ code, place }) => `${code} ${place}`)
      expect(places).to.have.members(
        ['only', 'members', 'instance', 'cacheControl'].map((name) => `ERR_PROBLEM_HOOK options.${name}`),
      )
    })

    it('answers with a constant where the realm itself is broken, and keeps the status', async () => {
      const { stringify } = JSON
      const handle = (): Promise<never> => {
        JSON.stringify = throwing
        return Promise.reject(createProblem(409, 'x', { type: 'urn:example:taken' }))
      }
      app = await start(framework, { handle })
      try {
        const text = await (await fetch(app.url)).text()
        expect(text).to.equal('{"type":"about:blank","title":"Conflict","status":409}')
      } finally {
        JSON.stringify = stringify
      }
    })

    it('answers as ever where Object.prototype has a toJSON() that throws', async () => {
      app = await start(framework, { handle: () => Promise.reject(createProblem(409, 'x', { type: 'urn:example:taken' })) })
      const prototype = Object.prototype as { toJSON?: unknown }
      prototype.toJSON = throwing
      try {
        const { text } = await fetchProblem(app.url)
        expect(text).to.equal('{"type":"urn:example:taken","title":"Conflict","status":409,"detail":"x"}')
      } finally {
        delete prototype.toJSON
      }
    })

    it('adds members, an instance and a type of its own where it is asked to', async () => {
      class NoSuchThing extends Conflict {
        static override readonly type: string = 'https://example.com/probs/taken'
        static override readonly title: string = 'It is taken.'
      }
      const options = {
        defaults: { 409: NoSuchThing },
        members: (_: HttpProblem, { method, url }: { method: string; url: string }) => ({
          requestId: `${method} ${url}`,
          status: 200,
          other: 2,
        }),
        instance: () => '/occurrences/1',
      }
      app = await start(framework, {
        options: options as never,
        handle: () => Promise.reject(new Conflict('x', { extensions: { other: 1 } })),
      })
      expect((await fetchProblem(`${app.url}/a`)).document).to.deep.equal({
        type: NoSuchThing.type,
        title: NoSuchThing.title,
        status: 409,
        detail: 'x',
        instance: '/occurrences/1',
        requestId: 'GET /a',
        other: 1,
      })
    })

    it('tells a developer everything where debug is on', async () => {
      app = await start(framework, {
        options: { debug: true },
        handle: () => Promise.reject(new Error('outer', { cause: new TypeError('inner') })),
      })
      const { document } = await fetchProblem(app.url)
      const { cause } = document['debug'] as {
        cause: { message: string; stack: string[]; cause: { name: string; message: string } }
      }
      expect(cause.message).to.equal('outer')
      expect(cause.stack[0]).to.match(/^at /)
      expect(cause.cause).to.include({ name: 'TypeError', message: 'inner' })
    })
  })
}
