import { validateHeaderName, validateHeaderValue } from 'node:http'
import { expect } from 'chai'
import fc from 'fast-check'
import { createProblem } from '../../lib/problem/create.js'
import { answerTo, tampered } from './answer-to.js'

const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Allow', 'vary', 'Link', 'Set-Cookie', 'Content-Type', 'Connection', 'Retry-After', '__proto__', 'constructor'),
)
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\0', '\t', ' ', '€', 'ÿ', '\x7f', '"', ',') }),
)
const value = fc.oneof(line, fc.array(line, { maxLength: 3 }), fc.anything({ withBigInt: true }))

describe('respond(): whatever stands in headers', () => {
  it('sets only names and values that node:http takes, and keeps status and detail [B10]', () => {
    const headers = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((entries) => Object.fromEntries(entries))
    fc.assert(
      fc.property(
        fc.constantFrom(400, 401, 405, 407, 408, 409, 416, 426, 503),
        headers,
        fc.boolean(),
        fc.constantFrom(1, 2),
        (status, given, changed, httpVersionMajor) => {
          const options = { detail: 'Kept.', headers: given as Record<string, string> }
          const problem = changed
            ? tampered(createProblem(status, { detail: 'Kept.' }), { headers: given })
            : createProblem(status, options)
          const answer = answerTo(problem, { facts: { httpVersionMajor }, response: { fields: { vary: 'Origin' } } })

          for (const [key, set] of answer.fields.set) {
            validateHeaderName(key)
            for (const item of [set].flat()) {
              expect(item).to.be.a('string')
              validateHeaderValue(key, item as string)
            }
          }
          const names = answer.fields.set.map(([key]) => key.toLowerCase())
          expect(names.filter((key) => key === 'content-type' || key === 'content-length')).to.have.length(2)
          expect(names).not.to.include('transfer-encoding')
          if (status === 401) expect(names).to.include('www-authenticate')
          if (status === 405) expect(names).to.include('allow')
          expect(answer.status).to.equal(status)
          expect(answer.document.detail).to.equal('Kept.')
        },
      ),
      { numRuns: 500 },
    )
  })

  for (const [what, make] of [
    [
      'a list that refuses to be read',
      () =>
        new Proxy(['a'], {
          get: () => {
            throw new Error('trap')
          },
        }),
    ],
    [
      'a revoked Proxy',
      () => {
        const { proxy, revoke } = Proxy.revocable([], {})
        revoke()
        return proxy
      },
    ],
    ['a list with a map of its own', () => Object.assign(['a'], { map: () => ({ length: 1, every: () => true }) })],
  ] as const) {
    it(`leaves out ${what} and keeps the rest of the answer`, () => {
      const answer = answerTo(tampered(createProblem(405, 'Kept.'), { headers: { 'X-Bad': make(), Allow: 'GET' } }))

      expect(answer.document.detail).to.equal('Kept.')
      expect(answer.fields.set).to.deep.include(['Allow', 'GET'])
      for (const [key, set] of answer.fields.set) {
        for (const item of [set].flat()) {
          expect(item).to.be.a('string')
          validateHeaderValue(key, item as string)
        }
      }
    })
  }
})
