import { expect } from 'chai'
import { defineProblem } from '../../../lib/define/define.js'
import { documentProblems, problemComponents, problemResponses, type RouteRecord } from '../../../lib/openapi/index.js'
import { Conflict, NotFound, TooManyRequests } from '../../../lib/problem/classes.js'
import { HttpProblem } from '../../../lib/problem/problem.js'
import { HallClosed, SeatTaken } from '../problems.js'
import { api, type Json, OK, problem, response, route } from './documents.js'

const record = route('GET /a', NotFound)
const MARK = { 'x-generated-by': 'http-problems' }

/** Merges records one after the other into the same document. */
function mergedInTurn(...runs: readonly (readonly RouteRecord[])[]) {
  let last = documentProblems<Json>(api({ 'GET /a': OK, 'GET /b': OK }), [])
  for (const records of runs) last = documentProblems(last.document, records)
  return last
}

const brief = (changes: readonly { path: string; status: string }[]): readonly string[] =>
  changes.map(({ path, status }) => `${path} ${status}`)

describe('documentProblems(): what was generated earlier', () => {
  it('follows the declarations: another problem of the same status replaces the response', () => {
    const { document, replaced, added, removed, components } = mergedInTurn(
      [route('GET /a', SeatTaken)],
      [route('GET /a', SeatTaken, HallClosed)],
    )
    expect(brief(replaced)).to.deep.equal(['/a 409'])
    expect([...added, ...removed]).to.deep.equal([])
    expect(document.paths['/a'].get.responses[409].content).to.have.property('application/problem+json')
    expect(components).to.deep.include({ action: 'remove', pointer: '/components/responses/SeatTaken' })
    expect(components).to.deep.include({ action: 'add', pointer: '/components/schemas/HallClosed' })
  })

  it('goes away with the declaration, and its components with it', () => {
    const { document, removed } = mergedInTurn(
      [route('GET /a', SeatTaken, NotFound), route('GET /b', NotFound)],
      [route('GET /b', NotFound), route('GET /a')],
    )
    expect(brief(removed)).to.deep.equal(['/a 404', '/a 409'])
    expect(removed[1]?.types).to.deep.equal([])
    expect(document.paths['/a'].get.responses).to.deep.equal(OK)
    expect(Object.keys(document.components.schemas)).to.deep.equal(['NotFound'])
    expect(document.components.headers).to.deep.equal({})
  })

  it('is the same as if it had been generated at once', () => {
    const records = [route('GET /a', SeatTaken, HallClosed), route('GET /b', NotFound)]
    const { document } = mergedInTurn([route('GET /a', NotFound), route('GET /b', SeatTaken)], records)
    expect(document.paths).to.deep.equal(mergedInTurn(records).document.paths)
    expect(document.components.schemas).to.deep.equal(mergedInTurn(records).document.components.schemas)
  })

  it('is generated anew where the class has changed', () => {
    const Before = defineProblem('Changed', { type: '/changed', status: 409, title: 'Before' })
    const After = defineProblem('Changed', { type: '/changed', status: 409, title: 'After' })
    const { document, components, replaced } = mergedInTurn([route('GET /a', Before)], [route('GET /a', After)])
    expect(components.map(({ action, pointer }) => `${action} ${pointer}`)).to.deep.equal([
      'replace /components/schemas/Changed',
      'replace /components/responses/Changed',
      'replace /components/examples/Changed',
    ])
    expect(replaced).to.deep.equal([])
    expect(document.components.examples.Changed.summary).to.equal('After')
  })

  it('goes away from a default, too', () => {
    const { document, removed } = mergedInTurn([route('GET /a', HttpProblem)], [route('GET /a')])
    expect(brief(removed)).to.deep.equal(['/a default'])
    expect(document.paths['/a'].get.responses).to.deep.equal(OK)
  })

  it('stays where something that a person wrote refers to it, and is kept up to date', () => {
    const { document } = mergedInTurn([route('GET /a', SeatTaken)])
    document.paths['/b'].get.responses[409] = response({ $ref: '#/components/schemas/SeatTaken' })
    document.components.schemas.SeatTaken.title = 'Old'
    const kept = documentProblems(document, [route('GET /a', NotFound), route('GET /b', SeatTaken)])
    expect(kept.conflicts).to.deep.equal([])
    expect(kept.document.components.schemas.SeatTaken.title).to.equal('SeatTaken')
    expect(kept.document.components.schemas).to.have.property('SeatTaken.Price')
    expect(kept.document.components.responses).not.to.have.property('SeatTaken')
    const left = documentProblems(document, [route('GET /a', NotFound)])
    expect(left.document.components.schemas.SeatTaken.title).to.equal('Old')
    expect(left.document.components.schemas).to.have.property('SeatTaken.Price')
  })

  it('belongs to a person as soon as the mark is taken away', () => {
    const { document } = mergedInTurn([route('GET /a', SeatTaken, HallClosed)])
    const shared = document.paths['/a'].get.responses[409]
    delete shared['x-generated-by']
    shared.description = 'Better words.'
    const { document: later, conflicts, removed } = documentProblems(document, [route('GET /a', NotFound)])
    expect(later.paths['/a'].get.responses[409].description).to.equal('Better words.')
    expect(removed).to.deep.equal([])
    expect(conflicts.map(({ reason }) => reason)).to.deep.equal(['undeclared'])
  })

  it('leaves a component of a person alone that refers to it', () => {
    const { document } = mergedInTurn([record])
    document.components.responses.Missing = { $ref: '#/components/responses/NotFound' }
    document.paths['/a'].get.responses[404] = { $ref: '#/components/responses/Missing' }
    expect(documentProblems(document, [record]).document).to.deep.equal(document)
    const { document: later, conflicts } = documentProblems(document, [route('GET /a')])
    expect(later).to.deep.equal(document)
    expect(conflicts).to.have.length(1)
  })

  it('is left on operations that no route answers any more: the document may describe more than one app', () => {
    const { document } = mergedInTurn([record])
    const later = documentProblems(document, [])
    expect(later.document).to.deep.equal(document)
    expect(later.unanswered).to.have.length(2)
  })
})

describe('documentProblems(): components that a person has under our names', () => {
  const merge = (components: Json, ...records: readonly RouteRecord[]) =>
    documentProblems<Json>(api({ 'GET /a': OK }, { components }), records.length === 0 ? [record] : records)

  it('stay as they are where they are the same, without a mark', () => {
    const components = problemComponents([NotFound, SeatTaken], { version: '3.1' })
    const responses = { ...OK, ...problemResponses(NotFound, SeatTaken) }
    const given = api({ 'GET /a': responses }, { components })
    const { document, conflicts } = documentProblems(given, [route('GET /a', NotFound, SeatTaken)])
    expect(document).to.deep.equal(given)
    expect(conflicts).to.deep.equal([])
    expect(merge(components, route('GET /a', NotFound, SeatTaken)).components).to.deep.equal([])
  })

  it('are used where they fit: a response and a schema', () => {
    const components = {
      responses: { NotFound: response({ $ref: '#/components/schemas/NotFound' }) },
      schemas: { NotFound: { type: 'object', required: ['title'] } },
    }
    const { document, conflicts } = merge(components, route('GET /a', NotFound))
    expect(document.components).to.deep.equal(components)
    expect(document.paths['/a'].get.responses[404]).to.deep.equal({ $ref: '#/components/responses/NotFound' })
    expect(conflicts).to.deep.equal([])
  })

  for (const [what, mine] of [
    ['that does not fit', response({}, 'application/json')],
    ['in another file', { $ref: './responses.json' }],
  ] as const)
    it(`leave a response ${what}, and the operation has one of its own`, () => {
      const { document } = merge({ responses: { NotFound: mine } })
      expect(document.components.responses).to.deep.equal({ NotFound: mine })
      const own = document.paths['/a'].get.responses[404]
      expect(own).to.deep.include({ description: 'Not Found', ...MARK })
      expect(merge(document.components, record).document.components).to.deep.equal(document.components)
    })

  it('leave a header field as it is, and refer to it', () => {
    const mine = { description: 'Seconds.', schema: { type: 'integer' } }
    const { document } = merge({ headers: { 'Retry-After': mine } }, route('GET /a', TooManyRequests))
    expect(document.components.headers['Retry-After']).to.deep.equal(mine)
    expect(document.components.responses.TooManyRequests.headers['Retry-After'].$ref).to.equal('#/components/headers/Retry-After')
  })

  it('leave an example as it is, and the response has ours in its place', () => {
    const mine = { value: 'Nothing here.' }
    const { document } = merge({ examples: { NotFound: mine } })
    expect(document.components.examples).to.deep.equal({ NotFound: mine })
    const { examples } = document.components.responses.NotFound.content['application/problem+json']
    expect(examples.NotFound.value).to.include({ status: 404 })
    const [same] = Object.values(problemComponents([NotFound], { version: '3.1' }).examples)
    const { document: other } = merge({ examples: { NotFound: same } })
    expect(other.components.responses.NotFound.content['application/problem+json'].examples.NotFound).to.have.property('$ref')
  })

  it('are refused where a schema is something else', () => {
    const refused =
      (schemas: object, ...records: readonly RouteRecord[]) =>
      () =>
        merge({ schemas }, ...records)
    expect(refused({ NotFound: { type: 'string' } })).to.throw(
      TypeError,
      /^document#\/components\/schemas\/NotFound: expected the schema of NotFound, .* rename .* got another one: it expects a string at its root/,
    )
    expect(refused({ 'SeatTaken.Price': { type: 'string' } }, route('GET /a', SeatTaken)))
      .to.throw(TypeError, /it differs, and no example says whether it fits/)
      .with.property('code', 'ERR_PROBLEM_DOCUMENT')
    expect(refused({ HttpProblem: {} }, route('GET /a', HttpProblem))).to.throw(TypeError, /HttpProblem/)
    expect(refused({ NotFound: { type: 'string' } }, route('GET /a', Conflict))).not.to.throw()
  })
})

describe('documentProblems(): members that a library adds', () => {
  const errors = {
    type: 'object',
    properties: { errors: { type: 'array', items: { $ref: '#/$defs/Fault' } } },
    required: ['errors'],
    $defs: { Fault: { type: 'object' } },
  }
  const schemaOf = (document: Json, name: string) => document.components.schemas[name]
  const merge = (version: string, ...records: readonly RouteRecord[]) =>
    documentProblems<Json>(api({ 'GET /a': OK, 'GET /b': OK }, {}, version), records).document

  for (const version of ['3.0.4', '3.1.2'])
    it(`stand in a component of their own, beside the class without them (${version})`, () => {
      const document = merge(version, route('GET /a', problem(Conflict, errors)), route('GET /b', Conflict))
      const name = 'Conflict.with-errors'
      expect(document.paths['/a'].get.responses[409]).to.deep.equal({ $ref: `#/components/responses/${name}` })
      expect(document.paths['/b'].get.responses[409]).to.deep.equal({ $ref: '#/components/responses/Conflict' })
      expect(schemaOf(document, name).required).to.deep.equal(['type', 'title', 'status', 'errors'])
      expect(schemaOf(document, name).title).to.equal(name)
      expect(schemaOf(document, name).properties.errors.items).to.deep.equal({ $ref: `#/components/schemas/${name}.Fault` })
      expect(document.components.schemas).to.have.property(`${name}.Fault`)
      expect(document.components.examples ?? {}).not.to.have.property(name)
    })

  it('are not required where the same operation answers the problem without them', () => {
    const document = merge('3.1.2', route('GET /a', problem(Conflict, errors), Conflict))
    expect(schemaOf(document, 'Conflict.with-errors').required).to.deep.equal(['type', 'title', 'status'])
    expect(document.components.examples).to.have.property('Conflict.with-errors')
  })

  it('are one schema where two libraries add some, in whatever order', () => {
    const other = { type: 'object', properties: { retries: { type: 'integer' } }, required: ['retries'] }
    const document = merge(
      '3.1.2',
      route('GET /a', problem(Conflict, errors), problem(Conflict, other)),
      route('GET /b', problem(Conflict, other), problem(Conflict, errors)),
    )
    expect(schemaOf(document, 'Conflict.with-errors-retries').anyOf).to.have.length(2)
    expect(document.components.schemas).to.have.property('Conflict.with-errors-retries.Fault')
    expect(document.paths['/a'].get.responses).to.deep.equal(document.paths['/b'].get.responses)
  })

  it('have a number where other members have the same names', () => {
    const texts = { type: 'object', properties: { errors: { type: 'string' } } }
    const document = merge('3.1.2', route('GET /a', problem(Conflict, errors)), route('GET /b', problem(Conflict, texts)))
    expect(document.paths['/b'].get.responses[409].$ref).to.equal('#/components/responses/Conflict.with-errors_2')
  })

  it('stand beside those that the class declares, and keep a discriminator valid', () => {
    const [a, b] = ['#/components/schemas/SeatTaken.with-errors', '#/components/schemas/HallClosed']
    const document = merge('3.1.2', route('GET /a', problem(SeatTaken, { ...errors, examples: [{ errors: [] }] }), HallClosed))
    const { schema, examples } = document.paths['/a'].get.responses[409].content['application/problem+json']
    expect(schema.discriminator.mapping).to.deep.equal({ [SeatTaken.type]: a, [HallClosed.type]: b })
    expect(schema.oneOf).to.deep.equal([{ $ref: a }, { $ref: b }])
    expect(Object.keys(examples)).to.deep.equal(['SeatTaken.with-errors', 'SeatTaken.with-errors.2', 'HallClosed'])
    expect(document.components.examples['SeatTaken.with-errors.2'].value).to.deep.include({ seat: '12B', price: 9.5, errors: [] })
    expect(document.components.schemas).to.have.property('SeatTaken.with-errors.Price')
    expect(document.components.schemas).to.have.property('SeatTaken.with-errors.added1.Fault')
  })

  it('have names that a component may have', () => {
    const document = merge(
      '3.1.2',
      route('GET /a', problem(Conflict, { type: 'object', properties: { 'a/é': {} } })),
      route('GET /b', problem(Conflict, {})),
    )
    expect(Object.keys(document.components.schemas)).to.deep.equal(['Conflict.with-a__', 'Conflict.with-members'])
  })
})
