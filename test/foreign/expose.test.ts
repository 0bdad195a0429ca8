/** Errors of the app's own that are meant for clients. */
import { inherits } from 'node:util'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import type { ExposedErrors } from '../../lib/foreign/expose.js'
import { map } from '../../lib/foreign/map.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import { Conflict, Gone, NotFound } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'

const SECRET = 'hunter2-secret'

/** As boilerplates write it. */
class ApiError extends Error {
  readonly statusCode: number
  readonly isOperational = true

  constructor(statusCode: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.statusCode = statusCode
  }
}
class UserMissing extends ApiError {
  constructor() {
    super(404, 'There is no such user.')
  }
}

const expose = [ApiError]
const answer = (thrown: unknown, exposed: readonly ExposedErrors[] = expose): readonly [number, string | undefined] => {
  const { status, detail } = toProblem(thrown, { expose: exposed })
  return [status, detail]
}

describe('toProblem() with expose', () => {
  it('sends the status and the message of a class and of its subclasses, with the error as the cause', () => {
    const error = new UserMissing()
    const problem = toProblem(error, { expose })
    expect(problem.toJSON()).to.deep.equal({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is no such user.',
    })
    expect(problem).to.be.instanceOf(NotFound).and.include({ cause: error })
    expect(faultsOf(problem)).to.deep.equal([])
    expect(answer(error, [])).to.deep.equal([404, undefined])
  })

  it('takes predicates, old classes, and errors that are no Error', () => {
    const isOperational = (error: unknown): boolean => (error as Partial<ApiError>).isOperational === true
    expect(answer({ status: 409, message: 'Taken.', isOperational: true }, [isOperational])).to.deep.equal([409, 'Taken.'])
    expect(answer({ status: 409, message: SECRET }, [isOperational])).to.deep.equal([409, undefined])
    function OldError(this: Error): void {
      Object.assign(this, { message: 'Taken.', status: 409 })
    }
    inherits(OldError, Error)
    const Old = OldError as unknown as typeof Error
    expect(answer(new Old(), [Old])).to.deep.equal([409, 'Taken.'])
  })

  it('never sends the message of a 5xx', () => {
    for (const status of [500, 503, 511]) expect(answer(new ApiError(status, SECRET))).to.deep.equal([status, undefined])
  })

  it('leaves an error without a usable status to the families', () => {
    for (const status of [0, 200, 399, 600, 404.5, Number.NaN, '404', null])
      expect(answer(new ApiError(status as number, SECRET))).to.deep.equal([500, undefined])
    // `status` may be the word of a boilerplate.
    expect(answer(Object.assign(new ApiError(400, 'No.'), { status: 'fail' }))).to.deep.equal([400, 'No.'])
  })

  it('sends no text that another error has written, nor one that is a title, nor that of the system', () => {
    const cause = new Error(SECRET)
    for (const error of [
      new ApiError(400, SECRET, { cause }),
      new ApiError(400, SECRET, { cause: SECRET }),
      new ApiError(400, SECRET, { cause: { message: SECRET } }),
      new ApiError(400, SECRET, { cause: new Error('The order could not be read.', { cause }) }),
      Object.assign(new ApiError(400, SECRET), { response: cause }),
      Object.assign(new ApiError(400, SECRET), { errno: -2 }),
      new ApiError(400, 'Bad Request'),
      new ApiError(400, ''),
    ])
      expect(answer(error)).to.deep.equal([400, undefined])
    expect(answer(new ApiError(400, 'Mine.', { cause }))).to.deep.equal([400, 'Mine.'])
    expect(answer(new ApiError(400, 'x'.repeat(5000)))[1]).to.have.length(1000)
  })

  it('sends the fields of the error, but those of a body and cookies', () => {
    const headers = { 'Retry-After': '7', 'X-Reason': 'full', 'Set-Cookie': SECRET, 'Content-Length': '1' }
    const problem = toProblem(Object.assign(new ApiError(429, 'Wait.'), { headers }), { expose })
    expect(problem.headers).to.deep.equal({ 'Retry-After': '7', 'X-Reason': 'full' })
  })

  it('is asked behind map, before every family, and for what map throws instead', () => {
    const error = Object.assign(new ApiError(404, 'Mine.'), { name: 'ZodError', issues: [{ path: ['a'], message: SECRET }] })
    expect(answer(error)).to.deep.equal([404, 'Mine.'])
    expect(toProblem(error, { expose, map: [map(ApiError, Gone)] }).status).to.equal(410)
    const instead = map(RangeError, () => {
      throw new UserMissing()
    })
    expect(toProblem(new RangeError(), { expose, map: [instead] }).detail).to.equal('There is no such user.')
    const problem = new Conflict('Mine.')
    expect(toProblem(problem, { expose: [() => true] })).to.equal(problem)
  })

  it('is asked for the members of an AggregateError, and not for causes', () => {
    expect(answer(new AggregateError([new UserMissing(), new Error(SECRET)], SECRET))[0]).to.equal(500)
    expect(answer(new AggregateError([new UserMissing()], SECRET))).to.deep.equal([404, 'There is no such user.'])
    expect(answer(new Error(SECRET, { cause: new UserMissing() }))).to.deep.equal([500, undefined])
  })

  const failing: Readonly<Record<string, ExposedErrors>> = {
    'a predicate that throws': () => {
      throw new Error(SECRET)
    },
    'a class whose instanceof throws': class Odd extends Error {
      static override [Symbol.hasInstance](): boolean {
        throw new Error(SECRET)
      }
    },
  }
  for (const [what, entry] of Object.entries(failing)) {
    it(`reports ${what}, which counts as not given`, () => {
      const told = (...entries: readonly ExposedErrors[]): readonly unknown[] => {
        const problem = toProblem(new UserMissing(), { expose: entries })
        return [problem.status, problem.detail, ...faultsOf(problem).map(({ code, place }) => `${code} ${place}`)]
      }
      expect(told(entry)).to.deep.equal([404, undefined, 'ERR_PROBLEM_HOOK options.expose[0]'])
      expect(told(entry, ApiError)).to.deep.equal([404, 'There is no such user.', 'ERR_PROBLEM_HOOK options.expose[0]'])
    })
  }

  it('takes no promise for a yes, and leaves no rejection unhandled', async () => {
    const rejections = await unhandledRejections(() => {
      for (const later of [async () => true, async () => Promise.reject(new Error('x'))]) {
        const problem = toProblem(new ApiError(404, SECRET), { expose: [later as never] })
        expect([problem.status, problem.detail]).to.deep.equal([404, undefined])
        expect(faultsOf(problem).map(({ place }) => place)).to.deep.equal(['options.expose[0]'])
      }
    })
    expect(rejections).to.deep.equal([])
  })

  it('survives hostile errors', () => {
    const hostile = new Proxy(new UserMissing(), {
      get: () => {
        throw new Error(SECRET)
      },
    })
    expect(answer(hostile)).to.deep.equal([500, undefined])
    expect(answer(Proxy.revocable({}, {}).proxy)[0]).to.equal(500)
    for (const thrown of [null, undefined, 7, 'text', Symbol('x'), () => 404])
      expect(answer(thrown, [() => true])[0]).to.equal(500)
  })

  const refused: readonly (readonly [expose: unknown, place: string])[] = [
    [7, 'options.expose'],
    [ApiError, 'options.expose'],
    [['ApiError'], 'options.expose[0]'],
    [[ApiError, null], 'options.expose[1]'],
    ...[Error, TypeError, RangeError, AggregateError].map((Class) => [[Class], 'options.expose[0]'] as const),
    ...[HttpProblem, Conflict].map((Class) => [[Class], 'options.expose[0]'] as const),
  ]
  for (const [given, place] of refused) {
    it(`refuses ${String(given).slice(0, 40)} at the start; where nothing may throw, it is reported`, () => {
      expect(() => prepareSettings({ expose: given as never }, () => undefined))
        .to.throw(TypeError)
        .with.include({ code: 'ERR_PROBLEM_OPTION', place })
      const problem = toProblem(new ApiError(404, SECRET), { expose: given as never })
      expect([problem.detail, ...faultsOf(problem).map((fault) => fault.place)]).to.deep.equal([undefined, place])
    })
  }

  it('takes classes with any constructor', () => {
    expectTypeOf(ApiError).toExtend<ExposedErrors>()
    expectTypeOf<(error: unknown) => error is ApiError>().toExtend<ExposedErrors>()
    expectTypeOf<string>().not.toExtend<ExposedErrors>()
  })
})
