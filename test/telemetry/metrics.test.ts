/** What is counted, and that it is bounded. */
import { expect } from 'chai'
import { Conflict, createProblem, InternalServerError, NotFound } from '../../lib/index.js'
import { countProblems } from '../../lib/telemetry/index.js'
import type { CountTarget } from '../../lib/telemetry/metrics/count-problems.js'
import type { RegisteredCounter } from '../../lib/telemetry/metrics/registered-counter.js'
import type { ProblemLabels } from '../../lib/telemetry/metrics/series.js'
import { eventFor } from './logged.js'

interface Sample {
  readonly labels: ProblemLabels
  readonly value: number
}

class Registry {
  readonly metrics: RegisteredCounter[] = []
  registerMetric(metric: RegisteredCounter): void {
    this.metrics.push(metric)
  }
  get samples(): readonly Sample[] {
    return this.metrics.flatMap((metric) => (metric.get() as { values: Sample[] }).values)
  }
}

const problem = (number: number, status = 409): unknown =>
  createProblem(status, 'x', { type: `https://example.com/problems/${number}`, title: 'x' })

/** Counts events in many ways at once. */
function counted(run: (count: ReturnType<typeof countProblems>) => void, options = {}): readonly Sample[] {
  const registry = new Registry()
  run(countProblems(registry as CountTarget, options))
  return registry.samples
}

const total = (samples: readonly Sample[], where: Partial<ProblemLabels> = {}): number =>
  samples
    .filter(({ labels }) => Object.entries(where).every(([name, value]) => Reflect.get(labels, name) === value))
    .reduce((sum, { value }) => sum + value, 0)

describe('countProblems()', () => {
  it('counts by type, status, route and method', () => {
    const samples = counted((count) => {
      for (const thrown of [new Conflict('x'), new Conflict('y')]) count(eventFor(thrown, { route: '/orders/:id' }))
      count(eventFor(new Error('x'), { facts: { method: 'POST' } }))
      count(eventFor(new Error('x'), { outcome: 'client-gone' }))
    })
    expect(samples).to.deep.equal([
      { labels: { type: 'about:blank', status: '409', route: '/orders/:id', method: 'GET' }, value: 2 },
      { labels: { type: 'about:blank', status: '500', route: 'none', method: 'POST' }, value: 1 },
      { labels: { type: 'about:blank', status: '499', route: 'none', method: 'GET' }, value: 1 },
    ])
  })

  it('has the form that a registry reads, and begins again where it resets', () => {
    const registry = new Registry()
    const count = countProblems({ register: registry } as CountTarget)
    count(eventFor(new Conflict('x')))
    const [metric] = registry.metrics
    expect(metric?.get()).to.include({ name: 'http_problems_total', type: 'counter', aggregator: 'sum' })
    // As prom-client does for OpenMetrics.
    if (metric !== undefined) metric.name = 'http_problems'
    expect(metric?.get()).to.include({ name: 'http_problems' })
    metric?.reset()
    expect(registry.samples).to.deep.equal([])
  })

  it('counts the same through a meter, which it asks for at the first problem', () => {
    const added: unknown[] = []
    const made: unknown[] = []
    const meter = {
      createCounter: (name: string) => ({ add: (value: number, labels: object) => void added.push([name, value, labels]) }),
    }
    const source = {
      getMeter: (name: string) => {
        made.push(name)
        return meter
      },
    }
    const counts = [countProblems(source), countProblems(meter)]
    expect(made).to.deep.equal([])
    for (const count of counts) for (let time = 0; time < 2; time++) count(eventFor(new NotFound('x')))
    expect(made).to.deep.equal(['http-problems'])
    expect(added).to.deep.equal(
      Array.from({ length: 4 }, () => [
        'http_problems_total',
        1,
        { type: 'about:blank', status: '404', route: 'none', method: 'GET' },
      ]),
    )
  })

  it('has no label of anything that a caller makes up', () => {
    const samples = counted((count) => {
      for (const method of ['PROPFIND', 'BREW', 'get', 'GET\n'])
        count(eventFor(new NotFound('x'), { facts: { method, url: `/${method}/7?a=b` } }))
    })
    expect(samples).to.deep.equal([{ labels: { type: 'about:blank', status: '404', route: 'none', method: 'other' }, value: 4 }])
  })

  it('has no label that is long or breaks a line', () => {
    const samples = counted((count) => {
      for (const text of ['x'.repeat(10_000), '/a\nb', '/\x1b', '/\ud800', ''])
        count({ ...eventForPlain(), route: text, document: { ...new Conflict('x').toJSON(), type: text } })
    })
    expect(samples).to.deep.equal([{ labels: { type: 'other', status: '409', route: 'other', method: 'GET' }, value: 5 }])
  })

  it('counts a status that nobody registered as another', () => {
    expect(counted((count) => count({ ...eventForPlain(), status: 599 }))[0]?.labels.status).to.equal('other')
  })

  it('has 200 series at most for 100,000 types, routes and methods, and loses no problem and no status', () => {
    const samples = counted((count) => {
      for (let number = 0; number < 100_000; number++) {
        const status = number % 2 === 0 ? 409 : 503
        const document = { ...new Conflict('x').toJSON(), type: `https://example.com/${number}` }
        count({ ...eventForPlain(), status, route: `/${number}/:id`, method: `M${number % 1000}`, document })
      }
    })
    expect(samples.length).to.be.within(100, 200)
    expect(total(samples)).to.equal(100_000)
    expect(total(samples, { status: '409' })).to.equal(50_000)
    expect(total(samples, { type: 'other', status: '503', route: 'other', method: 'other' })).to.be.above(40_000)
  }).timeout(20_000)

  it('keeps the route of an error of the server, however many methods are tried on however many routes', () => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'BREW']
    const samples = counted((count) => {
      for (let route = 0; route < 1000; route++)
        for (const method of methods) count(eventFor(createProblem(405, 'x'), { route: `/${route}`, facts: { method } }))
      for (let type = 0; type < 20; type++) count(eventFor(problem(type)))
      for (let route = 0; route < 30; route++) count(eventFor(new InternalServerError(), { route: `/${route}` }))
    })
    expect(samples.length).to.be.at.most(200)
    expect(total(samples, { status: '500', route: 'other' })).to.equal(0)
    // A type keeps its name longer than its route.
    expect(total(samples, { type: 'https://example.com/problems/19' })).to.equal(1)
  })

  it('keeps as many series as the option says', () => {
    const fill = (maxSeries: number): number =>
      counted(
        (count) => {
          for (let route = 0; route < 5000; route++) count(eventFor(new Error('x'), { route: `/${route}` }))
        },
        { maxSeries },
      ).length
    expect(fill(150)).to.equal(31)
    expect(fill(10_000)).to.equal(2001)
  })

  it('refuses where nothing can count, and wrong options', () => {
    for (const wrong of [undefined, null, {}, 'x', { register: {} }, () => undefined])
      expect(() => countProblems(wrong as never)).to.throw(TypeError, 'ERR_PROBLEM_ARGUMENT')
    for (const wrong of [{ maxSeries: 149 }, { maxSeries: 1.5 }, { maxSeries: '200' }, { max: 200 }, null])
      expect(() => countProblems(new Registry() as CountTarget, wrong as never)).to.throw(TypeError, 'ERR_PROBLEM_OPTION')
  })
})

/** Copies an event, so that its members can be replaced. */
function eventForPlain(): ReturnType<typeof eventFor> {
  const { thrown, problem, status, document, outcome, mappedBy, route, method, path, duration, faults, facts } = eventFor(
    new Conflict('x'),
  )
  return { thrown, problem, status, document, outcome, mappedBy, route, method, path, duration, faults, facts }
}
