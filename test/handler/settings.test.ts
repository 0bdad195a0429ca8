import { expect } from 'chai'
import type { ProblemFault } from '../../lib/guard/fault.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { optionRows } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import { Conflict, NotFound } from '../../lib/problem/classes.js'
import { answerTo } from '../respond/answer-to.js'

const prepare = (options: unknown): unknown => prepareSettings(options as HandlerOptions, () => undefined)
const refusal = (options: unknown): TypeError & Partial<ProblemFault> => {
  try {
    prepare(options)
  } catch (error) {
    return error as TypeError
  }
  throw new Error('The options were accepted.')
}

class Missing extends NotFound {
  static override readonly type = 'urn:example:missing' as 'about:blank'
}
class Nameless extends Conflict {
  static override readonly type = 7 as unknown as 'about:blank'
}

/** An option, a wrong value, and where and what the refusal says. */
const rows: readonly (readonly [name: string, value: unknown, place: string, got: string])[] = [
  ...['only', 'members'].flatMap((name) =>
    [null, true, 'x', {}, 0].map(
      (value) =>
        [
          name,
          value,
          `options.${name}`,
          value === null ? 'null' : value === 'x' ? '"x"' : value === Object(value) ? 'an object' : String(value),
        ] as const,
    ),
  ),
  ['onProblem', null, 'options.onProblem', 'null'],
  ['onProblem', true, 'options.onProblem', 'true'],
  ['onProblem', {}, 'options.onProblem', 'an object'],
  ['onProblem', [() => undefined, null], 'options.onProblem', 'an array of 2 items'],
  // A hole is no function.
  ['onProblem', Array(1), 'options.onProblem', 'an array of 1 items'],
  ['instance', 'ulid', 'options.instance', '"ulid"'],
  ['instance', null, 'options.instance', 'null'],
  ['map', {}, 'options.map', 'an object'],
  ['map', null, 'options.map', 'null'],
  ['map', [NotFound], 'options.map[0]', 'a function'],
  ['map', [{ handles: () => true }], 'options.map[0]', 'an object'],
  ['constraints', [], 'options.constraints', 'an array of 0 items'],
  ['constraints', null, 'options.constraints', 'null'],
  ['constraints', { key: 'email' }, 'options.constraints.key', '"email"'],
  ['constraints', { key: '/a~2' }, 'options.constraints.key', '"/a~2"'],
  ['constraints', { key: [] }, 'options.constraints.key', 'an array of 0 items'],
  ['constraints', { key: undefined }, 'options.constraints.key', 'undefined'],
  ['constraints', { key: ['/a', 7] }, 'options.constraints.key', '7'],
  ['drain', null, 'options.drain', 'null'],
  ['drain', false, 'options.drain', 'false'],
  ['drain', 1000, 'options.drain', '1000'],
  ['drain', [], 'options.drain', 'an array of 0 items'],
  ['drain', { maxSize: 5 }, 'options.drain', '"maxSize"'],
  ...[-1, 1.5, Number.NaN, Infinity, '5', null].map(
    (value) =>
      ['drain', { maxBytes: value }, 'options.drain.maxBytes', typeof value === 'string' ? '"5"' : String(value)] as const,
  ),
  ...[-1, Number.NaN, Infinity, 86_401, '5', null].map(
    (value) =>
      ['drain', { maxSeconds: value }, 'options.drain.maxSeconds', typeof value === 'string' ? '"5"' : String(value)] as const,
  ),
  ['baseUri', '', 'options.baseUri', '""'],
  ['baseUri', 'problems/', 'options.baseUri', '"problems/"'],
  ['baseUri', 'http://[', 'options.baseUri', '"http://["'],
  ['baseUri', '//[', 'options.baseUri', '"//["'],
  ['baseUri', new URL('https://example.com'), 'options.baseUri', 'an instance of URL'],
  ['challenges', [], 'options.challenges', 'an empty list'],
  ['challenges', null, 'options.challenges', 'null'],
  ['challenges', 7, 'options.challenges', '7'],
  ['challenges', 'é', 'options.challenges', 'a text that does not start with a scheme'],
  ['challenges', 'Basic realm="a\r\nb"', 'options.challenges', 'a text that does not start with a scheme'],
  ['challenges', { realm: 'x' }, 'options.challenges', 'undefined'],
  ['challenges', { scheme: 'a b' }, 'options.challenges', '"a b"'],
  ['challenges', { scheme: 'Basic', realm: Symbol('x') }, 'options.challenges', 'a symbol'],
  ['cacheControl', '', 'options.cacheControl', '""'],
  ['cacheControl', 'a\nb', 'options.cacheControl', '"a\\nb"'],
  ['cacheControl', 60, 'options.cacheControl', '60'],
  ['cacheControl', ['private'], 'options.cacheControl', 'an array of 1 items'],
  ['keepHeaders', 'etag', 'options.keepHeaders', '"etag"'],
  ['keepHeaders', ['a b'], 'options.keepHeaders', 'an array of 1 items'],
  ['keepHeaders', [7], 'options.keepHeaders', 'an array of 1 items'],
  ...[0, 1023, -1, 1024.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53].map(
    (value) => ['maxBytes', value, 'options.maxBytes', String(value)] as const,
  ),
  ['maxBytes', '2048', 'options.maxBytes', '"2048"'],
  ['debug', 1, 'options.debug', '1'],
  ['debug', 'true', 'options.debug', '"true"'],
  ['debug', null, 'options.debug', 'null'],
  ['logger', true, 'options.logger', 'true'],
  ['logger', console, 'options.logger', 'an object'],
  ['defaults', null, 'options.defaults', 'null'],
  ['defaults', [], 'options.defaults', 'an array of 0 items'],
  ['defaults', { 200: Missing }, 'options.defaults', '"200"'],
  ['defaults', { 499: Missing }, 'options.defaults', '"499"'],
  ['defaults', { nope: Missing }, 'options.defaults', '"nope"'],
  ['defaults', { 404: 'Missing' }, 'options.defaults[404]', '"Missing"'],
  ['defaults', { 404: NotFound }, 'options.defaults[404]', '"about:blank"'],
  ['defaults', { 409: Nameless }, 'options.defaults[409]', '7'],
  ['defaults', { 409: Missing }, 'options.defaults[409]', '404'],
]

describe('prepareSettings()', () => {
  for (const [name, value, place, got] of rows) {
    it(`refuses the option ${name}: ${got}`, () => {
      const error = refusal({ [name]: value })

      expect(error).to.be.instanceOf(TypeError)
      expect(error).to.include({ code: 'ERR_PROBLEM_OPTION', place, got })
      expect(error.expected).to.be.a('string').that.is.not.empty
      expect(error.message).to.equal(
        `${place}: expected ${error.expected}, got ${got}. An option is unknown or has a wrong value. ` +
          'Look the name up in the reference; types catch this at compile time. ' +
          '(ERR_PROBLEM_OPTION, see docs/reference/faults.md in the package http-problems)',
      )
    })
  }

  it('refuses challenges that throw when they are read, and says what it wants', () => {
    const challenges = Object.defineProperty({}, 'scheme', {
      enumerable: true,
      get: () => {
        throw new Error('x')
      },
    })

    expect(refusal({ challenges })).to.include({ code: 'ERR_PROBLEM_OPTION', place: 'options.challenges' })
    expect(refusal({ challenges }).expected).to.be.a('string')
  })

  for (const [options, got] of [
    [null, 'null'],
    ['x', '"x"'],
    [7, '7'],
    [[], 'an array of 0 items'],
    [() => 1, 'a function'],
  ] as const) {
    it(`refuses options that are ${got}`, () => {
      expect(refusal(options)).to.include({ code: 'ERR_PROBLEM_OPTION', place: 'options', expected: 'an object', got })
    })
  }

  it('tells a request from options, as it gets one where the parentheses are missing', () => {
    const context = Object.create({ method: 'GET', url: '/' }, { app: { value: {}, enumerable: true } }) as object

    expect(refusal(context)).to.include({
      code: 'ERR_PROBLEM_OPTION',
      place: 'options',
      expected: 'options, or none: `problemHandler()` with its parentheses',
      got: 'an object',
    })
    expect(refusal({ method: 'GET' })).to.include({ place: 'options', got: '"method"' })
  })

  for (const name of ['Only', 'type', 'cache', '__proto__x', 'constructor', 'toString']) {
    it(`refuses the unknown option ${name} and lists the known ones`, () => {
      const error = refusal({ [name]: undefined })

      expect(error).to.include({ place: 'options', got: JSON.stringify(name) })
      expect(error.expected).to.equal(`one of ${Object.keys(optionRows).join(', ')}`)
    })
  }

  it('takes every option as undefined, and no options', () => {
    const undefinedOptions = Object.fromEntries(Object.keys(optionRows).map((name) => [name, undefined]))

    expect(prepare(undefinedOptions)).to.deep.include({
      instance: 'none',
      cacheControl: 'no-store',
      maxBytes: 262_144,
      debug: false,
    })
    expect(prepare(undefined)).to.have.property('maxBytes', 262_144)
  })

  it('takes the least and the most values', () => {
    for (const maxBytes of [1024, Number.MAX_SAFE_INTEGER]) expect(prepare({ maxBytes })).to.have.property('maxBytes', maxBytes)
    for (const baseUri of ['/', 'https://example.com', 'urn:x:'])
      expect(prepare({ baseUri })).to.have.property('baseUri', baseUri)
  })
})

describe('the option drain', () => {
  const drainOf = (drain: unknown): unknown => (prepare({ drain }) as { readonly drain: unknown }).drain

  it('is completed with the defaults', () => {
    expect(drainOf(undefined)).to.deep.equal({ maxBytes: 2_097_152, maxSeconds: 5 })
    expect(drainOf({})).to.deep.equal({ maxBytes: 2_097_152, maxSeconds: 5 })
    expect(drainOf({ maxBytes: undefined, maxSeconds: 0.5 })).to.deep.equal({ maxBytes: 2_097_152, maxSeconds: 0.5 })
    expect(drainOf({ maxBytes: 0, maxSeconds: 0 })).to.deep.equal({ maxBytes: 0, maxSeconds: 0 })
    expect(drainOf({ maxSeconds: 86_400 })).to.deep.include({ maxSeconds: 86_400 })
  })

  it('takes nothing that every object of the process has', () => {
    Object.assign(Object.prototype, { maxSeconds: 'x' })
    try {
      expect(drainOf({})).to.deep.equal({ maxBytes: 2_097_152, maxSeconds: 5 })
    } finally {
      Reflect.deleteProperty(Object.prototype, 'maxSeconds')
    }
  })
})

describe('respond(): defaults', () => {
  it('gives a plain status the type and title of the class', () => {
    const options = { defaults: { 404: Missing, 409: undefined } } as unknown as HandlerOptions

    expect(answerTo(new NotFound('x'), { options }).document).to.deep.equal({
      type: 'urn:example:missing',
      title: 'Not Found',
      status: 404,
      detail: 'x',
    })
    expect(answerTo(new Conflict(), { options }).document.type).to.equal('about:blank')
  })
})
