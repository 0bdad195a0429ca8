import { expect } from 'chai'
import { documentProblems } from '../../../lib/openapi/index.js'
import { Conflict, Gone, NotFound } from '../../../lib/problem/classes.js'
import { api, type Json, OK, route } from './documents.js'

/** A route, an operation of a document, and what else the document has. */
type Row = readonly [what: string, record: string, operation: string, more?: object]

const server = (...urls: readonly string[]): object => ({ servers: urls.map((url) => ({ url })) })

const matching: readonly Row[] = [
  ['whatever the parameter is called', 'GET /orders/{id}', 'GET /orders/{orderId}'],
  ['parameters in a part of a segment', 'GET /files/{a}.{b}', 'GET /files/{name}.{extension}'],
  ['a slash at the end of the route', 'GET /orders/', 'GET /orders'],
  ['a slash at the end of the operation', 'GET /orders', 'GET /orders/'],
  ['the root', 'GET /', 'GET /'],
  ['all methods', '* /orders', 'PATCH /orders'],
  ['HEAD, which GET answers', 'GET /orders', 'HEAD /orders'],
  ['characters that are encoded or not', 'GET /café/a b', 'GET /caf%C3%A9/a%20b'],
  ['what cannot be decoded', 'GET /100%', 'GET /100%'],
  ['the path of an absolute server', 'GET /v1/orders', 'GET /orders', server('https://api.example.com/v1')],
  ['the path of a relative server', 'GET /v1/orders', 'GET /orders', server('/v1/')],
  ['the path of a server without a scheme', 'GET /v1/orders', 'GET /orders', server('//api.example.com/v1?a#b')],
  ['one of several servers', 'GET /v2/orders', 'GET /orders', server('/v1', '/v2')],
  ['a server that is relative to the document', 'GET /v1/orders', 'GET /orders', server('./v1')],
  ['the directory of the document', 'GET /orders', 'GET /orders', server('.')],
  ['a server whose path a proxy takes off', 'GET /orders', 'GET /orders', server('https://api.example.com/v1')],
  ['no servers in the list', 'GET /orders', 'GET /orders', { servers: [] }],
  ['servers without a URL', 'GET /orders', 'GET /orders', { servers: [{}, null] }],
  [
    'the default of a variable',
    'GET /v3/orders',
    'GET /orders',
    { servers: [{ url: 'https://{host}/{version}', variables: { host: { default: 'a.b' }, version: { default: 'v3' } } }] },
  ],
  [
    'a variable that is a number',
    'GET /3/orders',
    'GET /orders',
    { servers: [{ url: '/{v}', variables: { v: { default: 3 } } }] },
  ],
  ['a variable without a default', 'GET /{tenant}/orders', 'GET /orders', server('/{customer}')],
  ['a parameter of the route where the operation is written out', 'GET /{version}/orders', 'GET /v1/orders'],
  ['a parameter of the operation where the route is written out', 'GET /v1/orders', 'GET /{version}/orders'],
]

const apart: readonly Row[] = [
  ['other methods', 'POST /orders', 'GET /orders'],
  ['other paths', 'GET /orders', 'GET /books'],
  ['longer paths', 'GET /orders/{id}/lines', 'GET /orders/{id}'],
  ['shorter paths', 'GET /orders', 'GET /orders/{id}'],
  ['GET by HEAD', 'HEAD /orders', 'GET /orders'],
  ['capital letters', 'GET /Orders', 'GET /orders'],
  ['another server', 'GET /v2/orders', 'GET /orders', server('/v1')],
  ['a name of Object.prototype as a variable', 'GET /orders', 'GET /x', { servers: [{ url: '/{constructor}', variables: {} }] }],
]

describe('documentProblems(): which route answers which operation', () => {
  for (const [what, record, operation, more] of matching)
    it(`matches ${what}`, () => {
      const { added, unmatched, unanswered } = documentProblems(api({ [operation]: OK }, more), [route(record, NotFound)])
      expect(added).to.have.length(1)
      expect([...unmatched, ...unanswered]).to.deep.equal([])
    })

  for (const [what, record, operation, more] of apart)
    it(`does not match ${what}`, () => {
      const { added, unmatched, unanswered } = documentProblems(api({ [operation]: OK }, more), [route(record, NotFound)])
      expect(added).to.deep.equal([])
      expect(unmatched).to.have.length(1)
      expect(unanswered).to.have.length(1)
    })

  it('takes the route that is written out before one with a parameter, and each for its own operation', () => {
    const given = api({ 'GET /orders/mine': OK, 'GET /orders/{id}': OK, 'GET /orders/all': OK })
    const { added } = documentProblems(given, [route('GET /orders/{id}', NotFound), route('GET /orders/mine', Conflict)])
    expect(added.map(({ path, status }) => `${path} ${status}`)).to.deep.equal([
      '/orders/mine 409',
      '/orders/{id} 404',
      '/orders/all 404',
    ])
  })

  it('takes the route under the path of the server before the one without it', () => {
    const { added, unmatched } = documentProblems(api({ 'GET /orders': OK }, server('/v1')), [
      route('GET /orders', Conflict),
      route('GET /v1/orders', NotFound),
    ])
    expect(added.map(({ status }) => status)).to.deep.equal(['404'])
    expect(unmatched).to.deep.equal([{ method: 'GET', path: '/orders' }])
  })

  it('goes back to a parameter where what is written out leads nowhere', () => {
    const { added } = documentProblems(api({ 'GET /a/b/d': OK }), [
      route('GET /a/b/c', Conflict),
      route('GET /a/{x}/d', NotFound),
    ])
    expect(added.map(({ status }) => status)).to.deep.equal(['404'])
  })

  it('joins the problems of all routes of an operation', () => {
    const { added } = documentProblems(api({ 'GET /a': OK }), [
      route('GET /a', NotFound),
      route('* /a', Conflict),
      route('GET /a', NotFound, Gone),
    ])
    expect(added.map(({ status }) => status)).to.deep.equal(['404', '409', '410'])
  })

  it('takes the servers of an operation, else those of its path, else those of the document', () => {
    const given = api({ 'GET /a': OK, 'POST /a': OK, 'GET /b': OK }, server('/v1'))
    Object.assign(given.paths['/a'], server('/v2'))
    Object.assign(given.paths['/a'].post, server('/v3'))
    const records = [route('GET /v2/a', NotFound), route('POST /v3/a', Conflict), route('GET /v1/b', Gone)]
    const { added, unmatched } = documentProblems(given, records)
    expect(added.map(({ status }) => status)).to.deep.equal(['404', '409', '410'])
    expect(unmatched).to.deep.equal([])
  })

  it('follows the reference of a path item, and describes what paths share once for all of them', () => {
    const given = api(
      {},
      {
        paths: { '/a': { $ref: '#/components/pathItems/Shared' }, '/b': { $ref: '#/components/pathItems/Shared', post: {} } },
        components: { pathItems: { Shared: { get: { responses: OK } } } },
      },
    )
    const { document, added, components } = documentProblems(given, [
      route('GET /a', NotFound),
      route('GET /b', Conflict),
      route('POST /b', Gone),
    ])
    expect(document.components.pathItems.Shared.get.responses).to.have.all.keys('200', '404', '409')
    expect(document.paths['/b'].post.responses).to.have.all.keys('410')
    expect(added.map(({ method, path, status }) => `${method} ${path} ${status}`)).to.deep.equal([
      'GET /a 404',
      'GET /b 404',
      'GET /a 409',
      'GET /b 409',
      'POST /b 410',
    ])
    expect(components.map(({ pointer }) => pointer)).not.to.include('/components/pathItems/Shared/get/responses/404')
  })

  it('knows query and other methods in OpenAPI 3.2, and in no older version', () => {
    const paths = { '/a': { query: { responses: OK }, additionalOperations: { COPY: { responses: OK } } } }
    const records = [route('QUERY /a', NotFound), route('COPY /a', Conflict)]
    const { document, added } = documentProblems(api({}, { paths }, '3.2.0'), records)
    expect(added.map(({ method, status }) => `${method} ${status}`)).to.deep.equal(['QUERY 404', 'COPY 409'])
    expect((document as Json).paths['/a'].additionalOperations.COPY.responses).to.have.property('409')
    expect(documentProblems(api({}, { paths }), records).unmatched).to.have.length(2)
  })

  it('follows a reference by the URI of the document itself in OpenAPI 3.2', () => {
    const paths = { '/a': { $ref: 'https://a.example/api.json#/components/pathItems/A' } }
    const more = { $self: 'https://a.example/api.json', paths, components: { pathItems: { A: { get: { responses: OK } } } } }
    expect(documentProblems(api({}, more, '3.2.0'), [route('GET /a', NotFound)]).added).to.have.length(1)
  })

  it('does without paths in OpenAPI 3.1, and passes by what is no path', () => {
    const given = { openapi: '3.1.0', info: {}, webhooks: {} }
    expect(documentProblems(given, [route('GET /a', NotFound)]).unmatched).to.have.length(1)
    const { unanswered } = documentProblems(api({}, { paths: { 'x-note': 1, __proto__: 2 } }), [])
    expect(unanswered).to.deep.equal([])
  })
})
