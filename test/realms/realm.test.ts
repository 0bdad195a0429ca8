/** The package where a test environment of browsers, or a bare context, runs it: other globals, and values of another realm. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { isError, isPropertyBag, isRecord } from '../../lib/guard/read.js'
import { Conflict, ServiceUnavailable, TooManyRequests, UnavailableForLegalReasons } from '../../lib/problem/classes.js'
import { isJsonObject } from '../../schemas/json.js'
import { entries } from '../entries.js'
import { answerTo } from '../respond/answer-to.js'
import { makeRealm } from './realm.js'

const foreign = (expression: string): never => runInNewContext(expression, { DOMException, structuredClone }) as never

describe('The package in a realm that has the language and nothing of a host', () => {
  const realm = makeRealm()

  for (const [what, expression, made] of [
    ['makes a problem', "new main.Conflict('ü').toJSON()", { type: 'about:blank', title: 'Conflict', status: 409, detail: 'ü' }],
    ['turns an error into one', "main.toProblem(new Error('a')).status", 500],
    [
      'writes bytes into a header field',
      "new main.TooManyRequests({ rateLimit: { policies: [{ name: 'a', quota: 1, partition: '€' }] } }).headers",
      { 'RateLimit-Policy': '"a";q=1;pk=:4oKs:' },
    ],
    [
      'makes handlers',
      "[express.problemHandler({ baseUri: 'https://a.example/', instance: 'uuid' }), koa.problemHandler()].map((one) => typeof one)",
      ['function', 'function'],
    ],
    [
      'refuses a base that is no URI',
      "(() => { try { express.problemHandler({ baseUri: 'a' }) } catch (error) { return error.code } })()",
      'ERR_PROBLEM_OPTION',
    ],
    [
      'describes problems',
      "Object.keys(openapi.problemComponents([main.NotFound], { version: '3.1', baseUri: 'https://a.example/' }).schemas)",
      ['NotFound'],
    ],
    ['makes errors of http-errors', "compat(404, 'a').toJSON().detail", 'a'],
    [
      'judges a response',
      "testing.assertProblemResponse({ status: 404, headers: { 'content-type': 'application/problem+json' }, body: new Uint8Array([123, 34, 116, 121, 112, 101, 34, 58, 34, 97, 98, 111, 117, 116, 58, 98, 108, 97, 110, 107, 34, 44, 34, 116, 105, 116, 108, 101, 34, 58, 34, 78, 111, 116, 32, 70, 111, 117, 110, 100, 34, 44, 34, 115, 116, 97, 116, 117, 115, 34, 58, 52, 48, 52, 125]) }, main.NotFound).title",
      'Not Found',
    ],
    [
      'tells how a response differs',
      '(() => { try { testing.assertProblemResponse({ status: 409, headers: {}, body: {} }, main.NotFound) } catch (error) { return error.name } })()',
      'AssertionError',
    ],
  ] as const) {
    it(what, () => {
      expect(JSON.parse(JSON.stringify(realm.evaluate(expression)))).to.deep.equal(made)
    })
  }

  it('loads as ES modules too', () => {
    const specifiers = entries.map(({ name }) => name)
    const script = `
      for (const name of ['TextEncoder', 'TextDecoder', 'structuredClone', 'URL', 'Headers', 'Response', 'AbortSignal', 'crypto', 'btoa',
        'setImmediate', 'performance', 'Buffer']) Reflect.deleteProperty(globalThis, name)
      const modules = await Promise.all(${JSON.stringify(specifiers)}.map((name) => import(name)))
      const { TooManyRequests } = modules[0]
      const { headers } = new TooManyRequests({ rateLimit: { policies: [{ name: 'a', quota: 1, partition: 'a' }] } })
      process.stdout.write(headers['RateLimit-Policy'])`
    const cwd = fileURLToPath(new URL('../../../', import.meta.url))
    const args = ['--input-type=module', '-e', script]
    expect(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' })).to.equal('"a";q=1;pk=:YQ==:')
  })
})

describe('A value of another realm', () => {
  for (const [what, expression] of [
    ['an Error', "new TypeError('a')"],
    ['an error of a class', "new (class Taken extends Error {})('a')"],
    [
      'an error that has a name for toString()',
      "Object.assign(new (class A extends RangeError { get [Symbol.toStringTag]() { return 'A' } })('a'))",
    ],
    ['a DOMException', "new DOMException('a', 'DataError')"],
  ] as const) {
    it(`is an error: ${what}`, () => {
      expect(isError(foreign(expression))).to.equal(true)
      expect(toProblem(foreign(expression)).toJSON()).to.deep.equal({
        type: 'about:blank',
        title: 'Internal Server Error',
        status: 500,
      })
    })
  }

  it('is no error where its class only has such a name', () => {
    for (const expression of ['({})', '[]', 'Object.create(null)', '({ name: "Error", message: "a" })', 'new (class Error {})()'])
      expect(isError(foreign(expression)), expression).to.equal(false)
  })

  it('is the cause where it is an error, and the options where it is none', () => {
    const cause = foreign("new Error('a')")
    expect(new Conflict(cause).cause).to.equal(cause)
    expect(new Conflict(foreign("({ detail: 'b' })")).detail).to.equal('b')
  })

  it('is an object of JSON where a parser of that realm has made it', () => {
    expect([foreign('({ a: 1 })'), foreign('Object.create(null)'), foreign('JSON.parse("{}")')].map(isJsonObject)).to.deep.equal([
      true,
      true,
      true,
    ])
    expect([foreign('[]'), foreign('new (class A {})()'), foreign('new Map()')].map(isJsonObject)).to.deep.equal([
      false,
      false,
      false,
    ])
    expect([isRecord(foreign('({})')), isPropertyBag(foreign('({})')), isPropertyBag(foreign('[]'))]).to.deep.equal([
      true,
      true,
      false,
    ])
  })

  it('is sent as it would be if it were of ours', () => {
    const extensions = foreign(`({
      map: new Map([['a', 1]]), set: new Set([1]), bytes: new Uint8Array([97]), buffer: new Uint8Array([97]).buffer, text: new String('a'),
      number: new Number(1), big: Object(7n), date: new Date(0), error: new Error('secret'), claimed: { [Symbol.toStringTag]: 'Map', a: 1 },
    })`)
    expect(JSON.parse(answerTo(new Conflict({ extensions })).body)).to.deep.include({
      map: { a: 1 },
      set: [1],
      bytes: 'YQ==',
      buffer: 'YQ==',
      text: 'a',
      number: 1,
      big: '7',
      date: '1970-01-01T00:00:00.000Z',
      claimed: { a: 1 },
    })
  })

  it('becomes a header field', () => {
    expect(new ServiceUnavailable({ retryAfter: foreign('new Date(0)') }).headers).to.deep.equal({
      'Retry-After': 'Thu, 01 Jan 1970 00:00:00 GMT',
    })
    expect(new UnavailableForLegalReasons({ blockedBy: foreign("({ href: 'https://a.example/' })") }).headers).to.deep.equal({
      Link: '<https://a.example/>; rel="blocked-by"',
    })
    const rateLimit = foreign("({ policies: [{ name: 'a', quota: 1, partition: new Uint8Array([97]) }] })")
    expect(new TooManyRequests({ rateLimit }).headers).to.deep.equal({ 'RateLimit-Policy': '"a";q=1;pk=:YQ==:' })
  })
})
