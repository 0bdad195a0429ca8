/** Which faults are those of one schema over the parts of a request, and of which values a request tells that they are missing. */
import { expect } from 'chai'
import * as z from 'zod'
import type { ForeignFacts } from '../../lib/foreign/facts.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { named } from './shaped.js'

type Faults = readonly Readonly<Record<string, string>>[]

function told(error: unknown, facts: ForeignFacts = {}): readonly [status: number, ...faults: string[]] {
  const problem = toProblem(error, { facts })
  const place = ({ in: part, pointer, parameter, header, code }: Faults[number]): string =>
    [part, pointer ?? parameter ?? header, code].filter((text) => text !== undefined).join(' ')
  return [problem.status, ...(problem.extensions['errors'] as Faults).map(place)]
}

const issues = (...paths: readonly (readonly (string | number)[])[]): Error =>
  named('ZodError', { issues: paths.map((path) => ({ path, code: 'custom', message: 'no' })) })
const missing = (...path: readonly string[]): Error =>
  named('ZodError', { issues: [{ path, code: 'invalid_type', expected: 'string', received: 'undefined', message: 'no' }] })
const having = (parts: Readonly<Record<string, unknown>>): ForeignFacts => ({ part: (name) => parts[name] })

describe('toProblem(): faults whose paths begin with the name of a part of a request', () => {
  for (const [name, error, facts, ...expected] of [
    [
      'all words',
      issues(['body', 'a'], ['query', 'b'], ['params', 'c'], ['headers', 'd'], ['cookies', 'e']),
      {},
      400,
      'body #/a invalid',
      'query b invalid',
      'path c invalid',
      'header d invalid',
      'cookie e invalid',
    ],
    ['the words of others', issues(['querystring', 'b'], ['signedCookies', 'e']), {}, 400, 'query b invalid', 'cookie e invalid'],
    ['a whole part', issues(['query'], ['params', 'id']), {}, 400, 'query invalid', 'path id invalid'],
    ['deep in a part', issues(['body', 'a/b', 0], ['query', 'a', 'b']), {}, 400, 'body #/a~1b/0 invalid', 'query a.b invalid'],
    ['the whole of them', issues([], ['params', 'id']), {}, 400, '# invalid', 'path id invalid'],
    ['another word beside', issues(['body', 'a'], ['user', 'b']), {}, 422, '#/body/a invalid', '#/user/b invalid'],
    ['words alone, without a request', issues(['body'], ['query']), {}, 422, '#/body invalid', '#/query invalid'],
    ['nothing at all', issues([]), {}, 422, '# invalid'],
    [
      'a body with such a member',
      issues(['query', 'text']),
      having({ body: { query: { text: 1 } } }),
      422,
      '#/query/text invalid',
    ],
    ['a body with such an object', missing('query', 'text'), having({ body: { query: {} } }), 422, '#/query/text required'],
    ['a body with such a text', issues(['query', 'text']), having({ body: { query: 'x' } }), 400, 'query text invalid'],
    ['a body without such a member', issues(['params', 'id']), having({ body: {} }), 400, 'path id invalid'],
    ['no body', issues(['body']), having({}), 422, 'body # invalid'],
    ['a body that is a list', issues(['body', 'a']), having({ body: [] }), 422, 'body #/a invalid'],
    ['a member that is missing', missing('body'), having({ body: { title: 'x' } }), 422, '#/body required'],
    ['a member that is wrong', issues(['body']), having({ body: { body: 'x' } }), 422, '#/body invalid'],
    ['a member that is wrong, and that the body lacks', issues(['query']), having({ body: {} }), 400, 'query invalid'],
    [
      'one fault that cannot be in the body',
      issues(['body', 'a'], ['params', 'id']),
      having({ body: { body: { a: 1 } } }),
      400,
      'body #/a invalid',
      'path id invalid',
    ],
  ] as const) {
    it(`tells ${expected.join(', ')} (${name})`, () => {
      expect(told(error, facts)).to.deep.equal(expected)
    })
  }

  it('reads the parts with care', () => {
    const part = (): never => {
      throw new Error('secret')
    }
    expect(told(issues(['params', 'id']), { part })).to.deep.equal([400, 'path id invalid'])
    expect(told(issues(['params', 'id']), { part: 7 as never })).to.deep.equal([400, 'path id invalid'])
  })
})

describe('toProblem(): values of zod 4 that are missing', () => {
  const schema = z.object({ role: z.enum(['a', 'b']), mail: z.string('Say your mail'), when: z.date(), n: z.number() })
  const error = (value: unknown): unknown => schema.safeParse(value).error

  it('are told by the request where zod does not say so', () => {
    const body = { n: 'x' }
    expect(told(error(body), having({ body }))).to.deep.equal([
      422,
      '#/role required',
      '#/mail required',
      '#/when required',
      '#/n type',
    ])
    expect(told(error({ ...body, role: 'c' }), having({ body: { role: 'c' } }))[1]).to.equal('#/role enum')
  })

  it('are told by the part of the request that the path begins with', () => {
    const query = {}
    const thrown = z.object({ query: z.object({ sort: z.enum(['a', 'b']) }) }).safeParse({ query }).error
    expect(told(thrown, having({ query }))).to.deep.equal([400, 'query sort required'])
  })

  it('are not told of data that the request does not have', () => {
    expect(told(error({}), having({}))).to.deep.equal([422, '#/role enum', '#/mail type', '#/when required', '#/n required'])
    expect(told(error({}))).to.deep.equal([422, '#/role enum', '#/mail type', '#/when required', '#/n required'])
    expect(told(z.enum(['a', 'b']).safeParse(undefined).error, having({ body: {} }))).to.deep.equal([422, '# enum'])
  })
})
