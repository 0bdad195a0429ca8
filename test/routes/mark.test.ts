/** The mark with which handlers say what they may answer. */
import { createRequire } from 'node:module'
import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { BadRequest, Conflict, Gone, NotFound } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { isSameProblem, keepMark, markedClasses, markHandler, needProblemClasses } from '../../lib/routes/mark.js'

const MARK = Symbol.for('http-problems/1/problems')

describe('The mark of a handler', () => {
  it('is a hidden property of the handler itself, and plain data', () => {
    const handler = (): void => undefined

    expect(markHandler(handler, [NotFound])).to.equal(handler)
    expect(Object.keys(handler)).to.deep.equal([])
    expect((handler as unknown as Record<symbol, unknown>)[MARK]).to.deep.equal([NotFound])
  })

  it('adds up, each class once', () => {
    const handler = markHandler(() => undefined, [NotFound, Conflict])
    markHandler(handler, [Conflict, Gone])

    expect(markedClasses(handler)).to.deep.equal([NotFound, Conflict, Gone])
  })

  it('gives a frozen handler another in its place, with all that it has', () => {
    const given = Object.assign(
      function answer(this: unknown, a: number, b: number, _c: number, _d: number): unknown {
        return a + b
      },
      { schemas: { body: true } },
    )
    markHandler(given, [NotFound])
    Object.freeze(given)
    const handler = markHandler(given, [Gone])

    expect(handler).to.not.equal(given)
    expect(handler(1, 2, 3, 4)).to.equal(3)
    expect(handler).to.have.property('length', 4)
    expect(handler).to.have.property('name', 'answer')
    expect(handler.schemas).to.equal(given.schemas)
    expect(markedClasses(handler)).to.deep.equal([NotFound, Gone])
    expect(markedClasses(given)).to.deep.equal([NotFound])
    expect(markedClasses(markHandler(handler, [Conflict]))).to.deep.equal([NotFound, Gone, Conflict])
  })

  it('is handed on to a function around the handler', () => {
    const wrapper = (): void => undefined

    expect(keepMark(wrapper, () => undefined)).to.equal(wrapper)
    expect(Reflect.ownKeys(wrapper)).to.not.include(MARK)
    expect(
      markedClasses(
        keepMark(
          wrapper,
          markHandler(() => undefined, [NotFound]),
        ),
      ),
    ).to.deep.equal([NotFound])
  })

  it('is read of whatever came without running it, and only where it is a list of classes', () => {
    const hostile = [
      undefined,
      null,
      'text',
      {},
      { [MARK]: 'text' },
      { [MARK]: [undefined, {}, class {}, { prototype: new NotFound() }] },
      Object.create({ [MARK]: [NotFound] }),
      {
        get [MARK](): never {
          throw new Error('read')
        },
      },
      new Proxy(
        {},
        {
          getOwnPropertyDescriptor: () => {
            throw new Error('asked')
          },
        },
      ),
    ]
    for (const value of hostile) expect(markedClasses(value)).to.deep.equal([])
  })

  it('is understood by the CommonJS copy of the package, and its marks are understood here', () => {
    const require = createRequire(import.meta.url)
    const { problems } = require('http-problems/express') as typeof import('http-problems/express')
    const other = require('http-problems') as typeof import('http-problems')
    const handler = problems(other.NotFound).on(markHandler(() => undefined, [Gone]))

    expect(markedClasses(handler)).to.deep.equal([Gone, other.NotFound])
    expect(other.NotFound).to.not.equal(NotFound)
    expect(isSameProblem(other.NotFound, NotFound)).to.equal(true)
  })
})

describe('Classes in problems()', () => {
  it('are declared types, status classes, subclasses and HttpProblem itself', () => {
    const Declared = defineProblem('SoldOut', { type: 'https://example.com/sold-out', status: 409, title: 'Sold out' })
    class Own extends NotFound {}
    const classes = [Declared, NotFound, Own, HttpProblem]

    expect(needProblemClasses(classes)).to.equal(classes)
  })

  class WithoutStatus extends HttpProblem {}
  class WrongStatus extends HttpProblem {
    static override readonly status = 299 as never
  }
  for (const [says, classes, message] of [
    ['none', [], 'problems(...classes): expected at least one problem class, got none'],
    ['what a circle of imports leaves', [NotFound, undefined], 'classes[1]: expected a problem class, got undefined'],
    ['an array', [[NotFound]], 'classes[0]: expected a problem class, got an array of 1 items'],
    ['an instance', [new NotFound()], 'classes[0]: expected a problem class, got an Error'],
    ['another class', [TypeError], 'classes[0]: expected a problem class, got a function'],
    ['a status', [404], 'classes[0]: expected a problem class, got 404'],
    ['a class without a status', [WithoutStatus], 'classes[0].status: expected a class with a registered 4xx or 5xx status'],
    ['a class with another status', [WrongStatus], 'classes[0].status: expected a class with a registered 4xx or 5xx status'],
  ] as const) {
    it(`are refused at once: ${says}`, () => {
      expect(() => needProblemClasses(classes))
        .to.throw(TypeError, message)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }

  it('are the same problem where one extends the other for its name, and not where they look alike', () => {
    const Base = defineProblem('SoldOut', { type: 'https://example.com/sold-out', status: 409, title: 'Sold out' })
    class SoldOut extends Base {}
    class Own extends NotFound {}

    expect(isSameProblem(SoldOut, Base)).to.equal(true)
    expect(isSameProblem(Own, NotFound)).to.equal(false)
    expect(isSameProblem(Base, BadRequest)).to.equal(false)
    expect(isSameProblem(BadRequest, SoldOut)).to.equal(false)
  })
})
