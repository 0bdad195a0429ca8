import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { type ComponentsOptions, type ProblemClass, problemComponents, problemResponses } from '../../lib/openapi/index.js'
import { Conflict, NotFound, PayloadTooLarge, problemClasses } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { SeatTaken } from './problems.js'

function fault(run: () => unknown): { code?: unknown; place?: unknown; message?: unknown } {
  try {
    run()
  } catch (error) {
    expect(error).to.be.instanceOf(TypeError)
    return error as object
  }
  throw new Error('nothing was thrown')
}

const OtherSeat = defineProblem('SeatTaken', { type: 'urn:example:other', status: 410, title: 'Gone' })
const SameType = defineProblem('SeatSold', { type: SeatTaken.type, status: 410, title: 'Sold' })
const Renamed = defineProblem('SeatSold', { type: 'urn:example:sold', status: 410, title: 'Sold', aliases: [SeatTaken.type] })
class MyNotFound extends NotFound {}
class Ärger extends Conflict {
  static override readonly type = 'urn:example:anger'
}
class NoStatus extends HttpProblem {}
class Odd extends HttpProblem {
  static override readonly status = 477
}

const faulty: readonly (readonly [string, readonly unknown[], string, RegExp])[] = [
  ['a text', ['Conflict'], 'ERR_PROBLEM_ARGUMENT', /^classes\[0\]: expected a problem class, got "Conflict"/],
  ['a class of others', [Conflict, Error], 'ERR_PROBLEM_ARGUMENT', /^classes\[1\]: expected a problem class, got a function/],
  ['an instance', [new Conflict()], 'ERR_PROBLEM_ARGUMENT', /^classes\[0\]: expected a problem class, got an Error/],
  ['a class without status', [NoStatus], 'ERR_PROBLEM_ARGUMENT', /registered 4xx or 5xx status.*undefined in NoStatus/],
  ['an unregistered status', [Odd], 'ERR_PROBLEM_ARGUMENT', /HttpProblem itself.*477 in Odd/],
  [
    'two classes of one name',
    [SeatTaken, OtherSeat],
    'ERR_PROBLEM_DEFINITION',
    /^classes\[1\]: expected a name that no other class of the list has, got that of SeatTaken: "SeatTaken"/,
  ],
  [
    'two classes of one type',
    [SeatTaken, SameType],
    'ERR_PROBLEM_DEFINITION',
    /^classes\[1\]: expected a type URI that no other class of the list has, got that of SeatTaken: "https:/,
  ],
  [
    'a class whose type is the earlier one of another',
    [Renamed, SeatTaken],
    'ERR_PROBLEM_DEFINITION',
    /^classes\[1\]: expected a type URI .*, got that of SeatSold: "https:/,
  ],
  ['two plain classes of a status', [NotFound, MyNotFound], 'ERR_PROBLEM_DEFINITION', /that of NotFound: "about:blank 404"/],
  ['a name that no component may have', [Ärger], 'ERR_PROBLEM_DEFINITION', /a name of ASCII letters.*"Ärger"/],
  ['no name', [class extends Conflict {}], 'ERR_PROBLEM_DEFINITION', /a name of ASCII letters.*""/],
]

describe('problemComponents() and problemResponses(): misuse', () => {
  for (const [name, classes, code, message] of faulty) {
    it(`refuse ${name}`, () => {
      // JavaScript callers pass anything.
      const given = classes as readonly ProblemClass[]
      for (const run of [() => problemComponents(given, { version: '3.1' }), () => problemResponses(...given)]) {
        const { code: got, message: text } = fault(run)
        expect(got).to.equal(code)
        expect(text).to.match(message)
      }
    })
  }

  for (const [options, message] of [
    [{}, /^options\.version: expected '3\.0', '3\.1' or '3\.2', got undefined/],
    [{ version: '2.0' }, /^options\.version: .* got "2\.0"/],
    [{ version: 3.1 }, /^options\.version: .* got 3\.1/],
    [{ version: '3.1', base: '/' }, /^options: expected one of version, baseUri, got "base"/],
    [{ version: '3.1', baseUri: 'here' }, /^options\.baseUri: /],
    [undefined, /^options: expected an object with version and baseUri, got undefined/],
  ] as const) {
    it(`refuses the options ${JSON.stringify(options)}`, () => {
      const { code, message: text } = fault(() => problemComponents([Conflict], options as unknown as ComponentsOptions))
      expect(code).to.equal('ERR_PROBLEM_OPTION')
      expect(text).to.match(message)
    })
  }

  it('refuses options that responses do not have, and classes that are no list', () => {
    const options = { version: '3.1' } as object
    expect(fault(() => problemResponses(Conflict, options)).code).to.equal('ERR_PROBLEM_OPTION')
    const none = Conflict as unknown as readonly ProblemClass[]
    expect(fault(() => problemComponents(none, { version: '3.1' }))).to.include({
      code: 'ERR_PROBLEM_ARGUMENT',
      place: 'classes',
    })
  })

  it('take a class that is given twice, or with the one it extends, as one', () => {
    class Special extends SeatTaken {}
    expect(problemResponses(SeatTaken, Conflict, SeatTaken, Special)).to.deep.equal(problemResponses(SeatTaken, Conflict))
    expect(problemResponses(PayloadTooLarge, problemClasses[413])).to.have.all.keys('413')
  })

  it('take the plain class of another copy of the package as the same', () => {
    const Copy = class Conflict extends HttpProblem<409> {
      static override readonly type = 'about:blank'
      static override readonly title = 'Conflict'
      static override readonly status = 409
    }
    expect(problemResponses(Conflict, Copy)).to.deep.equal(problemResponses(Conflict))
  })

  for (const [name, members, got] of [
    ['leads nowhere', { $ref: '#/$defs/Gone' }, '#/$defs/Gone'],
    ['leads to no schema', { $ref: '#/$defs' + '/List/enum' }, '#/$defs/List/enum'],
    ['cannot be decoded', { $ref: '#/%' }, '#/%'],
    ['leads to no anchor', { $ref: '#gone' }, '#gone'],
  ] as const) {
    it(`refuse a reference that ${name}`, () => {
      const { code, place, message } = fault(() => publish({ seat: members }))
      expect([code, place]).to.deep.equal(['ERR_PROBLEM_SCHEMA', 'Broken.members.$ref'])
      expect(message).to.include(got)
    })
  }

  for (const keyword of ['$dynamicRef', '$id']) {
    it(`refuse ${keyword} inside of the members`, () => {
      const { code, message } = fault(() => publish({ seat: { [keyword]: '#x' } }))
      expect(code).to.equal('ERR_PROBLEM_SCHEMA')
      expect(message).to.include(JSON.stringify(keyword))
    })
  }
})

describe('problemComponents() and a keyword whose value is of a wrong kind', () => {
  for (const members of [
    { type: 'object', properties: { seat: true }, oneOf: {} },
    { type: 'object', properties: { seat: { allOf: 7 } } },
  ] as const) {
    it(`refuse ${JSON.stringify(members)}`, () => {
      const Broken = defineProblem('Broken', { type: 'urn:example:broken', status: 400, title: 'Broken', members })
      const { code, place } = fault(() => problemComponents([Broken], { version: '3.1' }))
      expect([code, place]).to.deep.equal(['ERR_PROBLEM_SCHEMA', 'Broken.members'])
    })
  }
})

function publish(properties: Readonly<Record<string, unknown>>): unknown {
  const members = { type: 'object', properties, $defs: { List: { enum: ['a'] } } } as const
  const Broken = defineProblem('Broken', { type: 'urn:example:broken', status: 400, title: 'Broken', members })
  return problemComponents([Broken], { version: '3.1' })
}
