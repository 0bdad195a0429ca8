import { expect } from 'chai'
import { documentProblems } from '../../../lib/openapi/index.js'
import { Conflict, NotFound, TooManyRequests } from '../../../lib/problem/classes.js'
import { HttpProblem } from '../../../lib/problem/problem.js'
import { HallClosed, SeatTaken, TooManySeats } from '../problems.js'
import { api, type Json, OK, problem, response, route, versions } from './documents.js'

const record = route('GET /a', NotFound)
const all = { type: 'object', required: ['type', 'title', 'status'], properties: { status: { type: 'integer', minimum: 400 } } }

function conflictsOf(responses: object, more: object = {}, version = '3.1.2', routes = [record]) {
  return documentProblems(api({ 'GET /a': responses }, more, version), routes).conflicts
}

function refusalOf(schema: object, more?: object, version?: string, routes?: (typeof record)[]): string | undefined {
  const conflicts = conflictsOf({ [routes?.[0]?.problems[0]?.status ?? 404]: response(schema) }, more, version, routes)
  expect(conflicts.length).to.be.below(2)
  return conflicts[0]?.message
}

describe('documentProblems(): conflicts', () => {
  for (const [what, given, has] of [
    ['another media type', response({}, 'application/json'), 'application/json'],
    ['no content', { description: 'Nothing.' }, 'no content'],
    ['empty content', { description: 'Nothing.', content: {} }, 'no content'],
    ['no content, and words in the place of the response', 'gone', 'no content'],
    ['text by a range', response({}, 'text/*'), 'text/*'],
  ] as const)
    it(`are told of ${what}`, () => {
      expect(conflictsOf({ 404: given })).to.deep.equal([
        {
          method: 'GET',
          path: '/a',
          status: '404',
          type: 'about:blank',
          reason: 'media-type',
          pointer: '/paths/~1a/get/responses/404',
          message:
            `GET /a 404 has ${has}, while the handler sends application/problem+json. ` +
            'Describe that, or take the response out, so that it is generated.',
        },
      ])
    })

  for (const mediaType of ['application/problem+json', 'Application/Problem+JSON; charset=utf-8', 'application/*', '*/*'])
    it(`are not told of ${mediaType}`, () => {
      expect(conflictsOf({ 404: response(all, mediaType) })).to.deep.equal([])
    })

  it('are told of the most specific media type alone', () => {
    const content = { '*/*': { schema: false }, 'application/*': { schema: false }, 'application/problem+json': {} }
    expect(conflictsOf({ 404: { description: 'By hand.', content } })).to.deep.equal([])
  })

  it('are told of a response with a wrong media type once, whatever many types it stands for', () => {
    const conflicts = conflictsOf({ 409: response({}, 'text/html') }, {}, '3.1.2', [route('GET /a', SeatTaken, HallClosed)])
    expect(conflicts).to.have.length(1)
    expect(conflicts[0]).not.to.have.property('type')
  })

  it('are told of a status that nobody declares, and of no success', () => {
    const responses = { ...OK, 302: {}, 404: response(), 418: response(), 599: {}, '5XX': {}, default: {} }
    const conflicts = conflictsOf(responses)
    expect(conflicts.map(({ status, reason }) => `${status} ${reason}`)).to.deep.equal(['418 undeclared', '599 undeclared'])
    expect(conflicts[0]?.message).to.match(/^GET \/a 418 is declared by no route\. Declare .* `everywhere` /)
    expect(conflicts[0]).not.to.have.property('type')
  })

  it('are not told of a status that is declared for all routes, nor where a route answers any', () => {
    const given = api({ 'GET /a': { 409: response() } })
    expect(documentProblems(given, [route('GET /a')], { everywhere: [Conflict] }).conflicts).to.deep.equal([])
    expect(documentProblems(given, [route('GET /a', HttpProblem)]).conflicts).to.deep.equal([])
  })

  it('are told of operations that no route answers: none', () => {
    expect(documentProblems(api({ 'GET /a': { 404: {} } }), []).conflicts).to.deep.equal([])
  })

  it('are told for each path that shares the path item', () => {
    const paths = { '/a': { $ref: '#/components/pathItems/A' }, '/b': { $ref: '#/components/pathItems/A' } }
    const components = { pathItems: { A: { get: { responses: { 418: {} } } } } }
    const { conflicts } = documentProblems(api({}, { paths, components }), [record, route('GET /b')])
    expect(conflicts.map(({ path }) => path)).to.deep.equal(['/a', '/b'])
    expect(conflicts[0]?.pointer).to.equal('/components/pathItems/A/get/responses/418')
  })

  for (const [what, schema, says] of [
    ['another kind of value', { type: 'string' }, 'a string at its root'],
    ['a member that is not sent', { required: ['code'] }, 'at /code'],
    ['another type', { properties: { type: { const: 'urn:mine' } } }, 'at /type'],
    ['nothing at all', false, 'at its root'],
    ['a part in another place', { $ref: '#/components/schemas/Mine' }, 'at /message'],
    ['no further members, in a form that lacks the three', { additionalProperties: false, properties: { detail: {} } }, 'at /'],
    ['what ajv refuses', { type: 'strin' }, 'it is one that ajv refuses'],
    ['a keyword with a wrong value', { allOf: 7 }, 'it is one that ajv refuses'],
    ['itself alone', { $ref: '#/components/schemas/Loop' }, 'it is one that refers only to itself'],
  ] as const)
    it(`are told of a schema that asks for ${what}`, () => {
      const schemas = { Mine: { allOf: [{ required: ['message'] }] }, Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] } }
      const [conflict, ...others] = conflictsOf({ 404: response(schema as object) }, { components: { schemas } })
      expect(others).to.deep.equal([])
      expect(conflict).to.deep.include({ reason: 'schema', type: 'about:blank', status: '404' })
      expect(conflict?.message).to.match(/^GET \/a 404 has a schema that refuses the documents of NotFound \(about:blank\): it /)
      expect(conflict?.message).to.include(says)
    })

  for (const [what, schema] of [
    ['detail and instance, which whoever throws can give', { required: ['detail', 'instance'] }],
    ['the five members and no other', { additionalProperties: false, properties: { type: {}, title: {}, status: {} } }],
    ['what is in another file', { $ref: './problems.json#/NotFound' }],
    ['what an anchor says', { $ref: '#NotFound' }],
    ['what has a URI of its own', { $id: 'https://a.example/problem', $ref: '#/$defs/none' }],
    ['all that is no schema', 7],
    ['a part that calls itself', { $ref: '#/components/schemas/Tree' }],
    ['an unknown format and an unknown keyword', { format: 'mine', mine: true }],
    ['an extension', { 'x-mine': { $ref: '#/nowhere' } }],
  ] as const)
    it(`are not told of a schema that asks for ${what}`, () => {
      const schemas = { Tree: { properties: { errors: { items: { $ref: '#/components/schemas/Tree' } } } } }
      expect(refusalOf(schema as object, { components: { schemas } })).to.equal(undefined)
    })

  it('are told for each type that a shared schema refuses, with its name', () => {
    const schema = { properties: { type: { const: SeatTaken.type } }, required: ['seat'] }
    const routes = [route('GET /a', SeatTaken, HallClosed)]
    const conflicts = conflictsOf({ 409: response(schema) }, {}, '3.1.2', routes)
    expect(conflicts.map(({ type }) => type)).to.deep.equal([HallClosed.type])
  })

  it('are told where one of several examples is refused', () => {
    const schema = { properties: { price: false } }
    expect(refusalOf(schema, {}, '3.1.2', [route('GET /a', SeatTaken)])).to.include('at /price')
  })

  it('name what no document has, and not what one may have', () => {
    expect(refusalOf({ required: ['detail', 'code'] })).to.include('at /code')
  })

  it('are told of members that a library adds, if its schema has an example', () => {
    const members = { type: 'object', properties: { errors: { type: 'array' } }, required: ['errors'] }
    const schema = { properties: { errors: { type: 'object' } } }
    const routes = (more: object) => [route('GET /a', problem(NotFound, { ...members, ...more }))]
    expect(refusalOf(schema, {}, '3.1.2', routes({}))).to.equal(undefined)
    expect(refusalOf(schema, {}, '3.1.2', routes({ examples: [{ errors: [] }] }))).to.include('at /errors')
  })

  it('are told of a response behind a reference, and of references of references', () => {
    const components = {
      responses: {
        Mine: { $ref: '#/components/responses/Deeper' },
        Deeper: response({ type: 'null' }, 'application/problem+json'),
      },
    }
    expect(conflictsOf({ 404: { $ref: '#/components/responses/Mine' } }, { components })[0]?.reason).to.equal('schema')
  })

  it('are told of what stands in another file', () => {
    const conflicts = conflictsOf({ 404: { $ref: './responses.json#/NotFound' } })
    expect(conflicts[0]).to.deep.include({ reason: 'elsewhere', type: 'about:blank' })
    expect(conflicts[0]?.message).to.include('Bundle the document')
    const content = { 'application/problem+json': { $ref: './mediaTypes.json' } }
    expect(conflictsOf({ 404: { description: 'By hand.', content } }, {}, '3.2.0')[0]?.reason).to.equal('elsewhere')
    expect(conflictsOf({ 404: response(), 500: { $ref: './responses.json#/Broken' } })[0]?.reason).to.equal('undeclared')
  })

  it('are told of a media type that is a component in OpenAPI 3.2', () => {
    const content = { 'application/problem+json': { $ref: '#/components/mediaTypes/Problem' } }
    const components = { mediaTypes: { Problem: { schema: { type: 'number' } } } }
    expect(conflictsOf({ 404: { content } }, { components }, '3.2.0')[0]?.reason).to.equal('schema')
  })

  for (const version of versions)
    it(`are not told of the schema of RFC 9457, written by hand for ${version}`, () => {
      const nullable = version.startsWith('3.0') ? { type: 'string', nullable: true } : { type: ['string', 'null'] }
      const Problem = {
        ...all,
        properties: { ...all.properties, type: { type: 'string', format: 'uri-reference' }, detail: nullable },
      }
      const components = { schemas: { Problem } }
      const schema = { $ref: '#/components/schemas/Problem' }
      expect(refusalOf(schema, { components }, version, [route('GET /a', TooManyRequests)])).to.equal(undefined)
    })

  describe('by the dialect of OpenAPI 3.0', () => {
    const refused = (schema: Json) => refusalOf(schema, {}, '3.0.4')
    it('know flags beside limits', () => {
      expect(refused({ properties: { status: { minimum: 404 } } })).to.equal(undefined)
      expect(refused({ properties: { status: { minimum: 404, exclusiveMinimum: false } } })).to.equal(undefined)
      expect(refused({ properties: { status: { minimum: 404, exclusiveMinimum: true } } })).to.include('at /status')
      expect(refused({ properties: { status: { maximum: 404, exclusiveMaximum: true } } })).to.include('at /status')
      expect(refused({ properties: { status: { exclusiveMaximum: true } } })).to.equal(undefined)
    })

    it('know that what stands beside a reference is ignored', () => {
      const schema = { $ref: '#/components/schemas/Any', type: 'string' }
      const components = { schemas: { Any: {} } }
      expect(refusalOf(schema, { components }, '3.0.4')).to.equal(undefined)
      expect(refusalOf(schema, { components }, '3.1.2')).to.include('a string')
    })

    it('know nullable', () => {
      const schema = { properties: { seat: { type: 'string', nullable: true, enum: ['12A', '12B', null] } } }
      expect(refusalOf(schema, {}, '3.0.4', [route('GET /a', SeatTaken)])).to.equal(undefined)
    })
  })

  it('are told of a schema that cannot be used, even for problems of any type', () => {
    const conflicts = conflictsOf({ default: response({ type: 'strin' }) }, {}, '3.1.2', [route('GET /a', HttpProblem)])
    expect(conflicts[0]?.message).to.match(/refuses the documents of HttpProblem: it is one that ajv refuses/)
    expect(conflicts[0]).not.to.have.property('type')
  })

  it('are not told of a type of which no example is known', () => {
    class Strict extends TooManySeats {}
    expect(refusalOf({ type: 'string' }, {}, '3.1.2', [route('GET /a', Strict)])).to.include('a string')
    expect(conflictsOf({ default: response({ type: 'string' }) }, {}, '3.1.2', [route('GET /a', HttpProblem)])).to.deep.equal([])
  })
})
