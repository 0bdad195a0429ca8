import { expect } from 'chai'
import { documentProblems } from '../../../lib/openapi/index.js'
import { Conflict, InternalServerError, NotFound, problemClasses } from '../../../lib/problem/classes.js'
import { HttpProblem } from '../../../lib/problem/problem.js'
import { HallClosed, OrderPaid, SeatTaken, TooManySeats } from '../problems.js'
import { compile, compileComponent30 } from '../validators.js'
import { api, type Json, OK, response, route, versions } from './documents.js'

for (const version of versions) {
  describe(`documentProblems() for OpenAPI ${version}`, () => {
    const records = [
      route('GET /orders/{id}', NotFound),
      route('POST /orders', SeatTaken, HallClosed, OrderPaid, Conflict, TooManySeats),
    ]

    it('adds the responses that are missing, and the components that they need', () => {
      const { document, added } = documentProblems(api({ 'GET /orders/{id}': OK, 'POST /orders': OK }, {}, version), records)
      expect(document.paths['/orders/{id}'].get.responses).to.deep.equal({
        ...OK,
        404: { $ref: '#/components/responses/NotFound' },
      })
      expect(added).to.deep.equal([
        { method: 'GET', path: '/orders/{id}', status: '404', types: ['about:blank'] },
        {
          method: 'POST',
          path: '/orders',
          status: '409',
          types: [SeatTaken.type, HallClosed.type, OrderPaid.type, 'about:blank'],
        },
        { method: 'POST', path: '/orders', status: '429', types: [TooManySeats.type] },
      ])
      // Of the problems that share a response, the components of responses of their own are not needed.
      expect(Object.keys(document.components.responses)).to.deep.equal(['NotFound', 'TooManySeats'])
      expect(Object.keys(document.components.schemas)).to.include.members(['SeatTaken', 'SeatTaken.Price', 'HallClosed'])
    })

    it('gives each branch of a shared response a title, and all that was added the mark', () => {
      const { document } = documentProblems(api({ 'POST /orders': OK }, {}, version), records)
      const shared = document.paths['/orders'].post.responses[409]
      expect(shared['x-generated-by']).to.equal('http-problems')
      const branches = shared.content['application/problem+json'].schema.oneOf.map(({ $ref }: Json) => $ref.split('/').at(-1))
      for (const name of branches) expect(document.components.schemas[name].title, name).to.equal(name)
      for (const kind of ['schemas', 'responses', 'headers', 'examples'])
        for (const [name, component] of Object.entries<Json>(document.components[kind]))
          expect(component['x-generated-by'], `${kind} ${name}`).to.equal('http-problems')
    })

    it('documents what is sent: each example fits the schema of its response, and so do the documents of all classes', () => {
      const classes = [...Object.values(problemClasses), SeatTaken, HallClosed, OrderPaid, TooManySeats]
      const { document } = documentProblems(api({ 'POST /orders': OK }, {}, version), [route('POST /orders', ...classes)])
      let checked = 0
      for (const given of Object.values<Json>(document.paths['/orders'].post.responses)) {
        const target = '$ref' in given ? at(document, given.$ref) : given
        const { schema, examples = {} } = target.content?.['application/problem+json'] ?? {}
        for (const [name, example] of Object.entries<Json>(examples)) {
          expect(fits(document, schema)(at(document, example.$ref).value), name).to.equal(true)
          expect(fits(document, schema)({ type: 'urn:other', title: 'Other', status: 400 }), name).to.equal(false)
          checked++
        }
      }
      expect(checked).to.equal(Object.keys(document.components.examples).length).and.to.be.above(40)
    })

    it('changes nothing in a second run', () => {
      const once = documentProblems(api({ 'GET /orders/{id}': OK, 'POST /orders': undefined }, {}, version), records)
      const twice = documentProblems(once.document, records)
      expect(JSON.stringify(twice.document)).to.equal(JSON.stringify(once.document))
      expect(twice).to.deep.include({ added: [], replaced: [], removed: [], components: [], conflicts: [] })
    })
  })
}

describe('documentProblems()', () => {
  it('puts statuses in the order of numbers, in front of default, and components at the end', () => {
    const responses = { 200: {}, 410: response(), default: response() }
    const given = api({ 'GET /a': responses }, { components: { schemas: { Zoo: {} } }, tags: [] })
    const { document } = documentProblems(given, [route('GET /a', problemClasses[410], NotFound, InternalServerError)])
    expect(Object.keys(document.paths['/a'].get.responses)).to.deep.equal(['200', '404', '410', '500', 'default'])
    expect(Object.keys(document)).to.deep.equal(['openapi', 'info', 'paths', 'components', 'tags'])
    expect(Object.keys(document.components.schemas)).to.deep.equal(['Zoo', 'InternalServerError', 'NotFound'])
  })

  it('adds a status beside a range and a default, which name none', () => {
    const responses = { '4XX': response({ type: 'string' }), default: { description: 'Anything.' } }
    const { document, conflicts } = documentProblems(api({ 'GET /a': responses }), [route('GET /a', NotFound)])
    expect(document.paths['/a'].get.responses).to.have.all.keys('404', '4XX', 'default')
    expect(conflicts).to.deep.equal([])
  })

  it('adds a default for HttpProblem, which stands for any status', () => {
    const { document, added, conflicts } = documentProblems(api({ 'GET /a': { 418: response() } }), [
      route('GET /a', HttpProblem),
    ])
    expect(document.paths['/a'].get.responses.default).to.deep.equal({ $ref: '#/components/responses/HttpProblem' })
    expect(added).to.deep.equal([{ method: 'GET', path: '/a', status: 'default', types: [] }])
    expect(conflicts).to.deep.equal([])
  })

  it('leaves what a person wrote, and takes it as it is where it fits', () => {
    const responses = { 404: response({ type: 'object', required: ['title'] }), 409: { $ref: '#/components/responses/Busy' } }
    const given = api({ 'GET /a': responses }, { components: { responses: { Busy: response() } } })
    const { document, added, conflicts } = documentProblems(given, [route('GET /a', NotFound, Conflict)])
    expect(document).to.deep.equal(given)
    expect(added).to.deep.equal([])
    expect(conflicts).to.deep.equal([])
  })

  it('documents what handlers answer for every route only where it is told, and only for operations that a route answers', () => {
    const given = api({ 'GET /a': OK, 'GET /other': OK })
    const without = documentProblems(given, [route('GET /a')])
    expect(without.added).to.deep.equal([])
    const { added, document } = documentProblems(given, [route('GET /a')], { everywhere: [NotFound, InternalServerError] })
    expect(added.map(({ path, status }) => `${path} ${status}`)).to.deep.equal(['/a 404', '/a 500'])
    expect(document.paths['/other'].get.responses).to.deep.equal(OK)
  })

  it('names a type as the handler sends it', () => {
    const { added } = documentProblems(api({ 'GET /a': OK }), [route('GET /a', TooManySeats)], { baseUri: 'https://a.example' })
    expect(added[0]?.types).to.deep.equal(['https://a.example/problems/too-many-seats'])
  })

  it('leaves webhooks and callbacks alone', () => {
    const hook = { sold: { post: { responses: OK } } }
    const { document } = documentProblems(api({ 'POST /sold': OK }, { webhooks: hook }), [route('POST /sold', NotFound)])
    expect(document.webhooks).to.deep.equal(hook)
  })

  it('shares nothing with what it was given', () => {
    const given = api({ 'GET /a': OK })
    const before = JSON.stringify(given)
    const records = [route('GET /a', NotFound)]
    const { document, unmatched } = documentProblems(given, [...records, route('GET /gone')])
    document.paths['/a'].get.responses[200].description = 'Changed.'
    Object.assign(unmatched[0] as object, { path: 'changed' })
    expect(JSON.stringify(given)).to.equal(before)
    expect(records[0]?.path).to.equal('/a')
  })

  it('tells the routes that no operation describes, and the operations that no route answers', () => {
    const { unmatched, unanswered } = documentProblems(api({ 'GET /a': OK, 'GET /b': OK }), [
      route('GET /a', NotFound),
      route('POST /a'),
      route('* /c', NotFound),
    ])
    expect(unmatched).to.deep.equal([
      { method: 'POST', path: '/a' },
      { method: '*', path: '/c' },
    ])
    expect(unanswered).to.deep.equal([{ method: 'GET', path: '/b' }])
  })
})

function at(document: Json, ref: string): Json {
  return ref
    .split('/')
    .slice(1)
    .reduce((value, name) => value[name], document)
}

function fits(document: Json, schema: Json): (value: unknown) => boolean {
  const { schemas } = document.components
  if (document.openapi.startsWith('3.0')) return compileComponent30({ ...schemas, Response: schema }, 'Response')
  return compile({ ...schema, components: { schemas } })
}
