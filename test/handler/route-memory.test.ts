import { expect } from 'chai'
import { collectFaults } from '../../lib/guard/fault.js'
import { createRouteMemory, oncePerRoute } from '../../lib/handler/route-memory.js'

const route = (method: string, declared?: object | string) => ({ method, declared, name: `${method} /a` })

describe('createRouteMemory()', () => {
  it('knows a route by its object, its pattern or its method, and forgets none', () => {
    const isFirst = createRouteMemory()
    const [one, another] = [{}, {}]
    const routes = [
      route('GET', one),
      route('PUT', one),
      route('GET', another),
      route('GET', '/a'),
      route('GET', '/b'),
      route('PUT', '/a'),
      route('GET'),
    ]

    expect(routes.map(isFirst)).to.deep.equal(routes.map(() => true))
    expect(routes.map(isFirst)).to.deep.equal(routes.map(() => false))
  })

  it('is bounded: a client may invent methods', () => {
    const isFirst = createRouteMemory()
    const first = Array.from({ length: 2000 }, (_, index) => isFirst(route(`M${index}`))).filter(Boolean)
    expect(first).to.have.length(500)
    expect(isFirst(route('GET', {}))).to.equal(true)
  })
})

describe('oncePerRoute()', () => {
  it('passes every other fault on as it is, each time', () => {
    const { faults, report } = collectFaults()
    const once = oncePerRoute(report, () => route('GET', '/a'), createRouteMemory())
    for (let count = 0; count < 2; count++) {
      once('ERR_PROBLEM_HOOK', 'options.map[0]', 'a', 'b')
      once('ERR_PROBLEM_VALIDATOR', 'thrown', 'a', 'b')
    }
    expect(faults.map(({ code, place }) => `${code} ${place}`)).to.deep.equal([
      'ERR_PROBLEM_HOOK options.map[0]',
      'ERR_PROBLEM_VALIDATOR GET /a',
      'ERR_PROBLEM_HOOK options.map[0]',
    ])
  })
})
