/** What retryAdvice() says of every status, method, key and hint, and of what a problem says about itself. */
import { expect } from 'chai'
import { fromResponse, type RetryAdviceOptions, type RetryVerdict, retryAdvice, retryBudget } from '../../lib/client/index.js'
import {
  Conflict,
  createProblem,
  defineProblem,
  type HttpProblem,
  InternalServerError,
  idempotencyTypes,
  registeredTypes,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
} from '../../lib/index.js'
import { equivalents, errorCodes, errorFacts } from '../../lib/status/codes.js'
import { vendorFacts } from '../../lib/status/vendor-codes.js'

const METHODS = [
  'GET',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PUT',
  'DELETE',
  'QUERY',
  'get',
  'POST',
  'PATCH',
  'post',
  'CONNECT',
  'LOCK',
  'X',
]
const REPEATABLE = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY', 'get']
const HINTS: readonly (readonly [headers: Readonly<Record<string, string>>, wait: number | undefined])[] = [
  [{}, undefined],
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '99999999999' }, 3_600_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' }, 0],
  [{ 'retry-after': '-3' }, undefined],
  [{ ratelimit: '"a";r=0;t=30' }, 30_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60' }, 60_000],
]

/** What each status calls for; every other one is `never`. */
const RESPONSES: Readonly<Record<string, readonly number[]>> = {
  authenticate: [401, 407, 440, 498, 561],
  refetch: [409, 412, 428],
  'after-change': [402, 406, 411, 415, 416, 417, 419, 424, 426, 431, 449, 460, 496, 497, 507, 511, 525],
  transient: [0, 408, 500, 502, 503, 504, 520, 521, 522, 523, 524, 527, 530, 598, 599, 540, 600, 700],
  'transient for all': [421, 425],
  'transient with a hint': [413, 423],
  throttled: [420, 429, 529],
  'throttled with a hint': [509],
}

const statuses = [...Object.keys(errorCodes), ...Object.keys(equivalents), 0, 100, 299, 301, 399, 471, 540, 600, 700].map(Number)

function wordOf(status: number): string {
  return Object.keys(RESPONSES).find((word) => RESPONSES[word]?.includes(status)) ?? 'never'
}

// A response has no status of a redirect that would be an error, so these are made here.
async function received(status: number, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const isError = status === 0 || status >= 400
  return isError ? fromResponse(responseOf(status, headers)) : Object.assign(new Conflict(), { status, headers })
}

// With the type that fetch gives to a response that there is none of.
function responseOf(status: number, headers: Readonly<Record<string, string>> = {}) {
  return { status, headers, type: 'error' }
}

function expected(status: number, wait: number | undefined, isRepeatable: boolean, attempt: number): Partial<RetryVerdict> {
  const not = (reason: string) => ({ retry: false, afterMs: wait ?? 0, reason }) as RetryVerdict
  const [word = '', requests = ''] = wordOf(status).split(/ (?=for|with)/)
  if (word === 'authenticate') return not(attempt === 1 ? word : 'never')
  if (requests === 'with a hint' && wait === undefined) return not('after-change')
  if (word !== 'transient' && word !== 'throttled') return not(word)
  if (requests !== 'for all' && !isRepeatable) return not('method')
  return attempt >= 3 ? not('attempts') : ({ retry: true, reason: word, ...(wait && { afterMs: wait }) } as RetryVerdict)
}

describe('retryAdvice()', () => {
  it('says of every status, method, key, hint and attempt what the table says [U9]', async () => {
    const wrong: string[] = []
    for (const status of statuses)
      for (const [headers, wait] of HINTS) {
        const error = await received(status, headers)
        for (const method of METHODS)
          for (const idempotencyKey of [undefined, '', 'k'])
            for (const attempt of [1, 2, 3, 4]) {
              const advice = retryAdvice(error, { method, attempt, idempotencyKey })
              const isRepeatable = REPEATABLE.includes(method) || idempotencyKey === 'k'
              const wanted = expected(status, wait, isRepeatable, attempt)
              if (Object.entries(wanted).some(([name, value]) => advice[name as keyof RetryVerdict] !== value))
                wrong.push(
                  `${status} ${method} ${idempotencyKey} ${JSON.stringify(headers)} ${attempt}: ${JSON.stringify(advice)}`,
                )
            }
      }
    expect(wrong.slice(0, 10)).to.deep.equal([])
  }).timeout(20_000)

  it('agrees with the verdicts of the table of status codes', () => {
    const verdicts: Readonly<Record<string, readonly string[]>> = {
      authenticate: ['conditional'],
      refetch: ['conditional'],
      'after-change': ['conditional'],
      transient: ['yes', 'conditional'],
      'transient for all': ['yes'],
      'transient with a hint': ['conditional'],
      throttled: ['yes'],
      'throttled with a hint': ['conditional'],
      never: ['no'],
    }
    for (const status of statuses.filter((one) => (errorFacts[one] ?? vendorFacts(one)) !== undefined))
      expect(verdicts[wordOf(status)], String(status)).to.include((errorFacts[status] ?? vendorFacts(status))?.retry)
    // Of the 4xx, only those that the table repeats without a condition are repeated without a hint.
    for (const status of statuses.filter((one) => one >= 400 && one < 500 && /^t\w+(?: for all)?$/.test(wordOf(one))))
      expect((errorFacts[status] ?? vendorFacts(status))?.retry, String(status)).to.equal('yes')
    // What waits for a hint is what the table recommends Retry-After for.
    for (const status of [413, 423]) expect(errorFacts[status]?.recommends).to.include('Retry-After')
  })

  it('says authenticate once', () => {
    const options = { method: 'POST', attempt: 2 }
    const error = new Unauthorized({ challenges: { scheme: 'Bearer' } })
    expect(retryAdvice(error, { method: 'POST', attempt: 1 }).reason).to.equal('authenticate')
    expect(retryAdvice(error, options).reason).to.equal('never')
    expect(retryAdvice(error, { ...options, authenticated: false }).reason).to.equal('authenticate')
    expect(retryAdvice(error, { ...options, attempt: 1, authenticated: true }).reason).to.equal('never')
  })

  it('tries as often as it is told', () => {
    const reasons = (maxAttempts: number): string[] =>
      [1, 2, 3, 4, 5, 6].map((attempt) => retryAdvice(new ServiceUnavailable(), { method: 'GET', attempt, maxAttempts }).reason)
    expect(reasons(1)).to.deep.equal(Array(6).fill('attempts'))
    expect(reasons(5)).to.deep.equal([...Array(4).fill('transient'), 'attempts', 'attempts'])
  })

  describe('without a hint', () => {
    const { random } = Math
    afterEach(() => {
      Math.random = random
    })
    const waits = (error: unknown, chance: number): number[] => {
      Math.random = () => chance
      return [1, 2, 3, 9, 10, 20, 2000].map(
        (attempt) => retryAdvice(error, { method: 'GET', attempt, maxAttempts: 9999 }).afterMs,
      )
    }

    it('doubles the wait from 50 ms with full jitter where a fault passes, up to 20 seconds', () => {
      expect(waits(new ServiceUnavailable(), 0)).to.deep.equal([0, 0, 0, 0, 0, 0, 0])
      expect(waits(new ServiceUnavailable(), 0.5)).to.deep.equal([25, 50, 100, 6400, 10_000, 10_000, 10_000])
      expect(waits(new ServiceUnavailable(), 1 - Number.EPSILON)).to.deep.equal([50, 100, 200, 12_800, 20_000, 20_000, 20_000])
    })

    it('doubles it from a second with equal jitter where requests are throttled, up to 20 seconds', () => {
      expect(waits(new TooManyRequests(), 0)).to.deep.equal([500, 1000, 2000, 10_000, 10_000, 10_000, 10_000])
      expect(waits(new TooManyRequests(), 1 - Number.EPSILON)).to.deep.equal([1000, 2000, 4000, 20_000, 20_000, 20_000, 20_000])
    })

    it('does so after a hint that names no wait, as the clock of the client may be fast', () => {
      expect(waits(new TooManyRequests({ retryAfter: 0 }), 0)[0]).to.equal(500)
      expect(waits(new TooManyRequests({ retryAfter: new Date(0) }), 0)[0]).to.equal(500)
      expect(waits(new TooManyRequests({ extensions: { retryAfter: 0 } }), 0)[0]).to.equal(500)
    })
  })

  describe('of a declared type', () => {
    const declare = (status: keyof typeof errorCodes, retry: NonNullable<Parameters<typeof defineProblem>[1]['retry']>) => {
      const Class = defineProblem('Declared', { type: 'https://example.com/declared', status, title: 'Declared', retry })
      // The classes of 405 and 426 alone need arguments.
      return new (Class as unknown as new () => HttpProblem)()
    }
    const say = (error: unknown, method: string, idempotencyKey?: string): string => {
      const { retry, reason } = retryAdvice(error, { method, attempt: 1, idempotencyKey })
      return `${retry ? 'retry' : 'no'}: ${reason}`
    }

    it('goes by the declaration, not by the status', () => {
      const rows: readonly (readonly [keyof typeof errorCodes, Parameters<typeof declare>[1]['when'], string, string, string])[] =
        [
          [503, 'never', 'no: never', 'no: never', 'no: never'],
          [503, 'idempotent', 'retry: transient', 'no: method', 'retry: transient'],
          [503, 'always', 'retry: transient', 'retry: transient', 'retry: transient'],
          [503, 'after-change', 'no: after-change', 'no: after-change', 'no: after-change'],
          [429, 'always', 'retry: throttled', 'retry: throttled', 'retry: throttled'],
          [425, 'idempotent', 'retry: transient', 'retry: transient', 'retry: transient'],
          [409, 'never', 'no: never', 'no: never', 'no: never'],
          [409, 'idempotent', 'retry: declared', 'no: method', 'retry: declared'],
          [409, 'always', 'retry: declared', 'retry: declared', 'retry: declared'],
          [409, 'after-change', 'no: refetch', 'no: refetch', 'no: refetch'],
          [401, 'after-change', 'no: authenticate', 'no: authenticate', 'no: authenticate'],
          [400, 'after-change', 'no: after-change', 'no: after-change', 'no: after-change'],
          [400, 'always', 'retry: declared', 'retry: declared', 'retry: declared'],
          [501, 'idempotent', 'retry: declared', 'no: method', 'retry: declared'],
        ]
      for (const [status, when, get, post, keyed] of rows) {
        const error = declare(status, { when })
        const said = [say(error, 'GET'), say(error, 'POST'), say(error, 'POST', 'k')]
        expect(said, `${status} ${when}`).to.deep.equal([get, post, keyed])
      }
    })

    it('waits as long as it says, as long as a problem that has no hint of its own', () => {
      const error = declare(409, { when: 'always', afterSeconds: 4 })
      const wait = (one: unknown): number => retryAdvice(one, { method: 'POST', attempt: 1 }).afterMs
      expect(wait(error)).to.equal(4000)
      expect(wait(declare(409, { when: 'always' }))).to.be.within(500, 1000)
      // Without the field, which a browser does not show to a page of another origin unless the server allows it.
      expect(wait(Object.assign(declare(409, { when: 'always', afterSeconds: 4 }), { headers: {} }))).to.equal(4000)
      expect(
        wait(Object.assign(declare(409, { when: 'always', afterSeconds: 4 }), { headers: { 'retry-after': '9' } })),
      ).to.equal(9000)
    })

    it('goes by the registered types', () => {
      const { IdempotencyKeyOutstanding, IdempotencyKeyReused, IdempotencyKeyMissing } =
        idempotencyTypes('https://example.com/keys')
      const { QuotaExceeded, AbnormalUsageDetected, MismatchingUploadOffset, DigestMismatchedValues } = registeredTypes
      const said = [
        new IdempotencyKeyOutstanding(),
        new IdempotencyKeyReused(),
        new IdempotencyKeyMissing(),
        new QuotaExceeded(),
        new AbnormalUsageDetected(),
        new MismatchingUploadOffset(),
        new DigestMismatchedValues(),
      ].map((error) => say(error, 'POST', 'k'))
      expect(said).to.deep.equal([
        'retry: declared',
        'no: after-change',
        'no: after-change',
        'retry: throttled',
        'no: after-change',
        'no: refetch',
        'retry: declared',
      ])
    })

    it('does not go by the declaration of a class whose type a problem does not have', () => {
      const error = Object.assign(declare(503, { when: 'never' }), { type: 'about:blank' })
      expect(say(error, 'GET')).to.equal('retry: transient')
    })

    it('goes by it when it was received, and by the members before it', async () => {
      class Busy extends defineProblem('Busy', {
        type: 'https://example.com/busy',
        status: 409,
        title: 'Busy',
        retry: { when: 'always', afterSeconds: 2 },
      }) {}
      const receive = (members: object): Promise<unknown> =>
        fromResponse(Response.json({ type: Busy.type, ...members }, { status: 409 }), { types: [Busy] })
      const advise = async (members: object): Promise<RetryVerdict> =>
        retryAdvice(await receive({ title: 'Busy', ...members }), { method: 'POST', attempt: 1 })
      expect(await advise({})).to.deep.equal({ retry: true, afterMs: 2000, reason: 'declared' })
      expect(await advise({ retryAfter: 5 })).to.deep.equal({ retry: true, afterMs: 5000, reason: 'declared' })
      expect(await advise({ retryable: false })).to.deep.equal({ retry: false, afterMs: 2000, reason: 'never' })
    })
  })

  describe('of a problem with the members of retries', () => {
    const say = (
      status: number,
      extensions: object,
      method = 'GET',
      headers: Readonly<Record<string, string>> = {},
    ): RetryVerdict => retryAdvice(createProblem(status, { extensions: { ...extensions }, headers }), { method, attempt: 1 })

    it('believes retryable before the status, and is careful with POST all the same', () => {
      expect(say(503, { retryable: false })).to.include({ retry: false, reason: 'never' })
      // What it takes instead the status still knows.
      expect(say(401, { retryable: false })).to.include({ retry: false, reason: 'authenticate' })
      expect(say(412, { retryable: false })).to.include({ retry: false, reason: 'refetch' })
      expect(say(404, { retryable: false })).to.include({ retry: false, reason: 'never' })
      expect(say(409, { retryable: true })).to.include({ retry: true, reason: 'declared' })
      expect(say(409, { retryable: true }, 'POST')).to.include({ retry: false, reason: 'method' })
      expect(say(503, { retryable: true })).to.include({ retry: true, reason: 'transient' })
      expect(say(503, { retryable: true }, 'PATCH')).to.include({ retry: false, reason: 'method' })
      expect(say(425, { retryable: true }, 'POST')).to.include({ retry: true, reason: 'transient' })
    })

    it('believes retryAfter before the fields', () => {
      expect(say(503, { retryAfter: 3 }).afterMs).to.equal(3000)
      expect(say(503, { retryAfter: 0.25 }).afterMs).to.equal(250)
      expect(say(503, { retryAfter: 3 }, 'GET', { 'Retry-After': '9' }).afterMs).to.equal(3000)
      expect(say(503, { retryAfter: 1e9 }).afterMs).to.equal(3_600_000)
      expect(say(503, { retryAfter: Number.POSITIVE_INFINITY }).afterMs).to.equal(3_600_000)
      expect(say(413, { retryAfter: 3 })).to.deep.equal({ retry: true, afterMs: 3000, reason: 'transient' })
      expect(say(503, { retryAfter: 3 }, 'POST')).to.deep.equal({ retry: false, afterMs: 3000, reason: 'method' })
    })

    it('ignores members of another type [U1]', () => {
      for (const value of ['false', 0, null, [], {}]) expect(say(503, { retryable: value }).retry).to.equal(true)
      for (const value of ['3', -3, Number.NaN, null, [3], {}])
        expect(say(503, { retryAfter: value }, 'GET', { 'Retry-After': '9' }).afterMs).to.equal(9000)
    })
  })

  it('says never of what is no problem', () => {
    const likes = [
      new DOMException('aborted', 'AbortError'),
      new TypeError('of the app'),
      { status: 503 },
      Object.assign(new Error('x'), { status: 503, headers: {} }),
    ]
    for (const error of [undefined, null, 503, 'text', Symbol('x'), ...likes])
      expect(retryAdvice(error, { method: 'GET', attempt: 1 })).to.deep.equal({ retry: false, afterMs: 0, reason: 'never' })
  })

  it('repeats what got no response, whatever the network said', async () => {
    const failed = async (cause: unknown): Promise<RetryVerdict> =>
      retryAdvice(Object.assign((await fromResponse(responseOf(0))) ?? {}, { cause }), { method: 'GET', attempt: 1 })
    expect(await failed(new TypeError('fetch failed'))).to.include({ retry: true, reason: 'transient' })
    expect(await failed(new DOMException('too slow', 'TimeoutError'))).to.include({ retry: true, reason: 'transient' })
  })

  it('survives a problem that is hostile', () => {
    const trap = (): never => {
      throw new Error('trapped')
    }
    const problem = new ServiceUnavailable()
    const hostile = [
      new Proxy(problem, { get: trap }),
      new Proxy(problem, { getPrototypeOf: trap, getOwnPropertyDescriptor: trap, ownKeys: trap }),
      ...['status', 'headers', 'extensions', 'constructor', 'type', 'cause'].flatMap((name) =>
        [{ get: trap }, { value: Symbol(name) }, { value: { valueOf: trap, toString: trap } }, { value: null }].map(
          (descriptor) => Object.defineProperty(new ServiceUnavailable(), name, descriptor),
        ),
      ),
    ]
    for (const error of hostile) expect(retryAdvice(error, { method: 'GET', attempt: 1 }).afterMs).to.be.within(0, 50)
    const documents = ['{"__proto__":{"retryable":false,"retryAfter":9}}', `{"retryAfter":${'9'.repeat(400)}}`]
    const [polluting, endless] = documents.map((text) => createProblem(503, { extensions: JSON.parse(text) }))
    expect(retryAdvice(polluting, { method: 'GET', attempt: 1 })).to.include({ retry: true })
    expect(retryAdvice(polluting, { method: 'GET', attempt: 1 }).afterMs).to.be.below(51)
    expect(retryAdvice(endless, { method: 'GET', attempt: 1 }).afterMs).to.be.at.most(3_600_000)
  })

  it('takes nothing from Object.prototype', () => {
    const root = Object.prototype as unknown as Record<string, unknown>
    const given = {
      retryable: true,
      retryAfter: 9,
      requests: 'all',
      when: 'always',
      afterSeconds: 9,
      idempotencyKey: 'k',
      'retry-after': '9',
    }
    Object.assign(root, given, { maxAttempts: 99, authenticated: true, budget: { spend: () => false } })
    try {
      expect(retryAdvice(new Conflict(), { method: 'POST', attempt: 1 })).to.deep.equal({
        retry: false,
        afterMs: 0,
        reason: 'refetch',
      })
      expect(retryAdvice(new InternalServerError(), { method: 'POST', attempt: 1 }).reason).to.equal('method')
      expect(retryAdvice(new InternalServerError(), { method: 'GET', attempt: 3 }).reason).to.equal('attempts')
      expect(retryAdvice(new InternalServerError(), { method: 'GET', attempt: 1 }).reason).to.equal('transient')
    } finally {
      for (const name of Object.keys(root)) Reflect.deleteProperty(root, name)
    }
  })

  it('refuses options that are wrong, before it looks at the error', () => {
    const right = { method: 'GET', attempt: 1 }
    const wrong: readonly (readonly [object, string])[] = [
      [{ ...right, method: '' }, 'options.method: expected a method, attempt and maxAttempts from 1 on, idempotencyKey'],
      [{ ...right, method: 7 }, 'options.method: expected a method'],
      [{ attempt: 1 }, 'options.method'],
      [{ method: 'GET' }, 'options.attempt'],
      [{ ...right, attempt: 0 }, 'options.attempt'],
      [{ ...right, attempt: Number.NaN }, 'options.attempt'],
      [{ ...right, attempt: 'first' }, 'options.attempt'],
      [{ ...right, maxAttempts: 0 }, 'options.maxAttempts'],
      [{ ...right, maxAttempts: null }, 'options.maxAttempts'],
      [{ ...right, idempotencyKey: 7 }, 'options.idempotencyKey'],
      [{ ...right, idempotencyKey: null }, 'options.idempotencyKey'],
      [{ ...right, authenticated: 1 }, 'options.authenticated'],
      [{ ...right, budget: {} }, 'options.budget'],
      [{ ...right, budget: null }, 'options.budget'],
      [{ ...right, atempt: 1 }, 'options.atempt: expected a method, attempt'],
      [{ ...right, toString: 1 }, 'options.toString'],
    ]
    for (const [options, message] of wrong)
      for (const error of [new ServiceUnavailable(), undefined])
        expect(() => retryAdvice(error, options as RetryAdviceOptions), JSON.stringify(options))
          .to.throw(TypeError, message)
          .with.property('code', 'ERR_PROBLEM_OPTION')
    // @ts-expect-error the method has to be said
    expect(() => retryAdvice(new ServiceUnavailable())).to.throw(TypeError, 'options.method')
    expect(() => retryAdvice(new ServiceUnavailable(), { ...right, budget: retryBudget() })).not.to.throw()
  })
})
