/** The user's own table of errors, as toProblem() asks it. */
import { inherits } from 'node:util'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { defineProblem } from '../../lib/define/define.js'
import { type ErrorMapper, map } from '../../lib/foreign/map.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'
import { BadRequest, Conflict, Gone, NotFound } from '../../lib/problem/classes.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'

class Missing extends Error {
  readonly id = 7
}
class SeatTaken extends defineProblem('SeatTaken', {
  type: 'urn:example:seat-taken',
  status: 409,
  title: 'The seat is taken',
  members: { type: 'object', properties: { seat: { type: 'string' } } },
}) {}
const faultsIn = (problem: HttpProblem): string[] => faultsOf(problem).map(({ code, place }) => `${code} ${place}`)
const refusalOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was refused.')
}

describe('map()', () => {
  it('turns errors of a class into a problem class, with the error as cause', () => {
    const error = new Missing('secret')
    for (const Class of [NotFound, SeatTaken]) {
      const problem = toProblem(error, { map: [map(Missing, Class)] })
      expect(problem).to.be.instanceOf(Class).and.include({ cause: error, type: Class.type })
      expect(JSON.stringify(problem)).not.to.contain('secret')
      expect(faultsIn(problem)).to.deep.equal([])
    }
  })

  it('turns errors into what a function returns, and gives it the error with its type', () => {
    const entry = map(Missing, (error) => {
      expectTypeOf(error).toEqualTypeOf<Missing>()
      return new NotFound(`There is no ${error.id}.`)
    })
    expect(toProblem(new Missing(), { map: [entry] }).detail).to.equal('There is no 7.')
  })

  it('takes predicates: of every error, and those that tell a type', () => {
    const isText = (error: unknown): error is string => typeof error === 'string'
    const options = {
      map: [
        map(isText, (text) => {
          expectTypeOf(text).toEqualTypeOf<string>()
          return new Gone(text)
        }),
        map((error) => error === null, BadRequest),
      ],
    }
    expect(toProblem('It was moved.', options)).to.include({ status: 410, detail: 'It was moved.' })
    expect(toProblem(null, options)).to.include({ status: 400, cause: null })
    expect(toProblem(undefined, options).status).to.equal(500)
  })

  it('takes error classes of the old style and function expressions for what they are', () => {
    function Old(this: object): void {}
    inherits(Old, Error)
    const isOld = (error: unknown): boolean => (error as Error).message === 'old'
    const error = Reflect.construct(Old, []) as Error
    expect(toProblem(error, { map: [map(Old as unknown as typeof Error, Gone)] }).status).to.equal(410)
    expect(toProblem(new Error('old'), { map: [map(isOld, Gone)] }).status).to.equal(410)
  })

  it('is asked in the order of the list, and before every family', () => {
    const error = Object.assign(new Missing(), { isAxiosError: true, response: { status: 404 } })
    const options = {
      map: [map(RangeError, Gone), map(Missing, NotFound), map(Error, Conflict)],
    }
    expect(toProblem(error, options).status).to.equal(404)
    expect(toProblem(new Error('x'), options).status).to.equal(409)
    expect(toProblem(error).status).to.equal(502)
  })

  it('leaves problems as they are', () => {
    const problem = new Gone()
    expect(toProblem(problem, { map: [map(Error, Conflict)] })).to.equal(problem)
  })

  it('goes on with the next entry, and then the families, where a function returns undefined or throws the same error', () => {
    const same = map(Error, (error) => {
      throw error
    })
    const nothing = map(Error, () => undefined)
    expect(toProblem(new Missing(), { map: [nothing, same, map(Missing, Gone)] }).status).to.equal(410)
    const left = toProblem(Object.assign(new Error('x'), { status: 418 }), { map: [nothing, same] })
    expect([left.status, faultsIn(left)]).to.deep.equal([418, []])
  })

  it('puts another error in the place of the first: it goes through the families, and not through the map again', () => {
    const cause = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
    const entries = (instead: unknown): ErrorMapper[] => [
      map(Error, () => {
        throw instead
      }),
    ]
    const wrapped = new Missing('x', { cause: new Error('between', { cause }) })
    expect(toProblem(wrapped, { map: entries(cause) })).to.include({ status: 502, cause })
    expect(toProblem(new Missing(), { map: entries(Object.assign(new Error(), { status: 404 })) }).status).to.equal(404)
    const thrown = new Conflict('Thrown.')
    expect(toProblem(new Missing(), { map: entries(thrown) })).to.equal(thrown)
  })

  it('maps the members of an AggregateError too', () => {
    const problem = toProblem(new AggregateError([new Missing(), new Missing()]), { map: [map(Missing, Conflict)] })
    expect(problem.toJSON()).to.deep.include({ status: 409, errors: [{ type: 'about:blank', title: 'Conflict', status: 409 }] })
  })

  const failing: Readonly<Record<string, ErrorMapper>> = {
    'a predicate that throws': map(() => {
      throw new Error('secret')
    }, Gone),
    'a mistake in the function': map(Error, (error) => new Gone(String((error as unknown as { a: { b: 1 } }).a.b))),
    'a throw of no error': map(Error, () => {
      throw null
    }),
    'a number': map(Error, (() => 7) as never),
    'an error that is returned': map(Error, (() => new Error('secret')) as never),
    null: map(Error, (() => null) as never),
    'a class that fails': map(
      Error,
      class Broken extends Gone {
        constructor() {
          super()
          throw new TypeError('secret')
        }
      },
    ),
  }
  for (const [what, entry] of Object.entries(failing)) {
    it(`reports and skips ${what}`, () => {
      const problem = toProblem(new Missing(), { map: [map(RangeError, Gone), entry, map(Missing, NotFound)] })
      expect([problem.status, faultsIn(problem)]).to.deep.equal([404, ['ERR_PROBLEM_HOOK options.map[1]']])
      expect(JSON.stringify(faultsOf(problem))).not.to.contain('secret')
    })
  }

  it('reports and skips an asynchronous function, and leaves no rejection unhandled', async () => {
    const rejections = await unhandledRejections(() => {
      const entry = map(Missing, (async () => Promise.reject(new Error('x'))) as never)
      const problem = toProblem(new Missing(), { map: [entry] })
      expect([problem.status, faultsIn(problem)]).to.deep.equal([500, ['ERR_PROBLEM_HOOK options.map[0]']])
    })
    expect(rejections).to.deep.equal([])
  })

  it('gives a frozen problem, although a fault cannot be noted on it', () => {
    const frozen = Object.freeze(new Gone())
    const options = { map: [map(Error, (() => 7) as never), map(Error, () => frozen)] }
    expect(toProblem(new Error(), options)).to.equal(frozen)
  })

  for (const [args, got] of [
    [[7, Gone], '7'],
    [[Error, 'Gone'], '"Gone"'],
    [[Error, Map], '"another class"'],
  ] as const) {
    it(`refuses ${got}`, () => {
      const refusal = refusalOf(() => map(...(args as unknown as [typeof Error, typeof Gone])))
      expect(refusal).to.be.instanceOf(TypeError).and.include({ code: 'ERR_PROBLEM_ARGUMENT', place: 'map', got })
    })
  }
})

describe('toProblem(): options', () => {
  it('counts a wrong option as not given, and reports it', () => {
    const wrong = { map: 7, constraints: 7, facts: 7 } as never
    const problem = toProblem(new Error(), wrong)
    expect([problem.status, faultsIn(problem)]).to.deep.equal([
      500,
      ['ERR_PROBLEM_OPTION options.map', 'ERR_PROBLEM_OPTION options.constraints'],
    ])
    expect(toProblem(new Missing(), { map: [map(Missing, Gone)], constraints: 7 as never }).status).to.equal(410)
    expect(toProblem(new Missing(), null as never).status).to.equal(500)
  })
})
