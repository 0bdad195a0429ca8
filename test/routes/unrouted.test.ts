import { expect } from 'chai'
import { unroutedProblem } from '../../lib/routes/unrouted.js'

const common = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** A method, the methods of the path, those that the server knows, and the status. */
const rows: readonly (readonly [method: string, allowed: readonly string[], known: readonly string[], status: number])[] = [
  ...common.map((method) => [method, [], [], 404] as const),
  ...common.map((method) => [method, [method], [], 404] as const),
  ...common.map((method) => [method, ['LINK'], [], 405] as const),
  // OPTIONS alone shows no resource, any other method does.
  ...common.map((method) => [method, ['OPTIONS'], [], 404] as const),
  ...common.map((method) => [method, ['OPTIONS', 'LINK'], [], method === 'OPTIONS' ? 404 : 405] as const),
  ['GET', ['HEAD'], [], 405],
  ['MKCALENDAR', ['OPTIONS'], [], 501],
  ['MKCALENDAR', ['OPTIONS'], ['MKCALENDAR'], 404],
  ['MKCALENDAR', [], [], 501],
  ['MKCALENDAR', ['GET'], [], 501],
  ['MKCALENDAR', ['GET'], ['MKCALENDAR'], 405],
  ['MKCALENDAR', [], ['MKCALENDAR'], 404],
  ['MKCALENDAR', ['MKCALENDAR'], ['MKCALENDAR'], 404],
  ['get', ['GET'], ['GET'], 501],
]

describe('unroutedProblem()', () => {
  for (const [method, allowed, known, status] of rows) {
    it(`answers ${method} with ${status} where the path has ${allowed.join() || 'no method'} and the server knows ${known.join() || 'no other'} [S6] [S28]`, () => {
      const problem = unroutedProblem(method, { allowed, knows: (asked) => known.includes(asked) })

      expect(problem.status).to.equal(status)
      expect(problem.headers).to.deep.equal(status === 405 ? { Allow: allowed.join(', ') } : {})
    })
  }
})
