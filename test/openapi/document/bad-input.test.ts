import { expect } from 'chai'
import { defineProblem } from '../../../lib/define/define.js'
import { planProblems } from '../../../lib/openapi/document/plan.js'
import { documentProblems } from '../../../lib/openapi/index.js'
import { Conflict, NotFound } from '../../../lib/problem/classes.js'
import { createCompiler } from '../../../schemas/compile.js'
import { api, type Json, OK, problem, response, route } from './documents.js'

const record = route('GET /a', NotFound)
const circle: Json = api({ 'GET /a': OK })
circle.info.again = circle
const deep: Json = api({ 'GET /a': OK })
for (let level = 0, inner = deep.info; level < 300; level++) inner = inner.more = {}
const hostile = new Proxy({}, { ownKeys: () => expect.fail('Nobody asks twice.') })
const refs = (responses: Json) => api({ 'GET /a': responses.get ?? {} }, { components: responses })

/** What is wrong, the document, and what the message says. */
const documents: readonly (readonly [what: string, document: unknown, says: string | RegExp])[] = [
  ['nothing', undefined, 'document#: expected an OpenAPI document, as JSON.parse gives it, got undefined'],
  ['a text', 'openapi: 3.1.0', 'got "openapi: 3.1.0"'],
  ['a list', [], 'got an array of 0 items'],
  ['an empty object', {}, 'document#/openapi: expected a version'],
  ['what refers to itself', circle, 'document#: expected a document without cycles'],
  ['a Proxy that throws', hostile, 'document#: expected a document without cycles'],
  ['a big number', { ...api({}), big: 1n }, 'document#: expected a document without cycles'],
  ['more levels than anybody writes', deep, 'document#/info/more/more/more: expected at most 256 levels'],
  ['Swagger 2', { swagger: '2.0', paths: {} }, /document#\/swagger: .*convert a document of Swagger 2.* got "2\.0"/],
  ['OpenAPI 3.3', api({}, {}, '3.3.0'), `document#/openapi: expected a version of OpenAPI '3.0', '3.1' or '3.2'`],
  ['OpenAPI 4', api({}, {}, '4.0.0'), 'got "4.0.0"'],
  ['OpenAPI 3.10', api({}, {}, '3.10.0'), 'got "3.10.0"'],
  ['a version that is a number', { ...api({}), openapi: 3.1 }, "written as a text such as '3.1.2', got 3.1"],
  ['a version with more', api({}, {}, '3.1.0 beta'), 'got "3.1.0 beta"'],
  [
    '3.0 without paths',
    { openapi: '3.0.4', info: {} },
    'document#/paths: expected an object with the paths of the API, got nothing',
  ],
  ['paths that are a list', { openapi: '3.1.0', paths: [] }, 'document#/paths: expected an object'],
  [
    'a path item that is null',
    api({}, { paths: { '/a': null } }),
    'document#/paths/~1a: expected an object with the operations of the path, got null',
  ],
  ['an operation that is a list', api({}, { paths: { '/a': { get: [] } } }), 'document#/paths/~1a/get: expected an operation'],
  [
    'another operation that is a text',
    api({}, { paths: { '/a': { additionalOperations: { COPY: 'x' } } } }, '3.2.0'),
    'document#/paths/~1a/additionalOperations/COPY: expected an operation',
  ],
  [
    'responses that are a list',
    api({ 'GET /a': [] }),
    'document#/paths/~1a/get/responses: expected an object with responses by status, got an array',
  ],
  [
    'responses that are a reference',
    api({ 'GET /a': { $ref: '#/x' } }),
    'document#/paths/~1a/get/responses: expected an object with responses by status, got a reference',
  ],
  ['components that are a text', api({}, { components: 'x' }), 'document#/components: expected an object with components'],
  [
    'components of a kind that are a list',
    api({}, { components: { schemas: [] } }),
    'document#/components/schemas: expected an object with components by name',
  ],
  [
    'a response that refers to nothing',
    refs({ get: { 404: { $ref: '#/components/responses/Gone' } } }),
    'document#/paths/~1a/get/responses/404/$ref: expected a reference to a place in the document; write what it refers to, or remove what has the reference, got "#/components/responses/Gone", where there is nothing',
  ],
  ['a reference through a text', refs({ get: { 404: { $ref: '#/info/title/x' } } }), 'where there is nothing'],
  ['a reference to what every object has', refs({ get: { 404: { $ref: '#/paths/constructor' } } }), 'where there is nothing'],
  ['a reference that is not encoded', refs({ get: { 404: { $ref: '#/components/%' } } }), 'where there is nothing'],
  [
    'responses that refer to each other',
    refs({
      get: { 404: { $ref: '#/components/responses/A' } },
      responses: { A: { $ref: '#/components/responses/B' }, B: { $ref: '#/components/responses/A' } },
    }),
    /expected a reference that comes to an end, got a circle/,
  ],
  ['a response that refers to itself', refs({ get: { 404: { $ref: '#/paths/~1a/get/responses/404' } } }), 'a circle'],
  [
    'a path item that refers to nothing',
    api({}, { paths: { '/a': { $ref: '#/components/pathItems/A' } } }),
    'document#/paths/~1a/$ref: expected a reference to a place',
  ],
  [
    'a path item that refers to a text',
    api({}, { paths: { '/a': { $ref: '#/openapi' } } }),
    'document#/openapi: expected an object with the operations',
  ],
  [
    'a path item in another file',
    api({}, { paths: { '/a': { $ref: './a.yaml' } } }),
    'document#/paths/~1a/$ref: expected a path item in the document; bundle',
  ],
  [
    'a schema that refers to nothing',
    api({ 'GET /a': { 404: response({ properties: { a: { $ref: '#/components/schemas/None' } } }) } }),
    'document#/paths/~1a/get/responses/404/content/application~1problem+json/schema/properties/$ref: expected a reference',
  ],
  [
    'a media type that is a text',
    api({ 'GET /a': { 404: { content: { 'application/problem+json': 'x' } } } }),
    'document#/paths/~1a/get/responses/404/content/application~1problem+json: expected a Media Type Object',
  ],
]

describe('documentProblems(): a document that cannot be used', () => {
  for (const [what, document, says] of documents)
    it(`is refused: ${what}`, () => {
      const merge = () => documentProblems(document as object, [record])
      expect(merge).to.throw(TypeError, says).with.property('code', 'ERR_PROBLEM_DOCUMENT')
    })

  it('is not refused for references that nobody has to follow', () => {
    const given = api({ 'GET /a': { 200: { $ref: '#/nowhere' }, '4XX': { $ref: '#/nowhere' } } }, { paths: undefined })
    expect(() => documentProblems(given, [record])).not.to.throw()
  })

  for (const version of ['3.0', '3.1.0-rc1', '3.2.17'])
    it(`is not refused for the version ${version}`, () => {
      expect(documentProblems(api({ 'GET /a': OK }, {}, version), [record]).added).to.have.length(1)
    })

  it('leaves names such as __proto__ what they are', () => {
    const text = JSON.stringify(api({ 'GET /__proto__/{constructor}': OK }, { components: {} }))
    const given = JSON.parse(
      text.replace('"components":{', '"__proto__":{"polluted":true},"components":{"x-__proto__":1,"__proto__":{}'),
    )
    class Proto extends Conflict {
      static override readonly type = '/proto'
    }
    Object.defineProperty(Proto, 'name', { value: '__proto__' })
    const { document, added } = documentProblems<Json>(given, [route('GET /__proto__/{toString}', Proto, NotFound)])
    expect(added).to.have.length(2)
    expect(Object.hasOwn(document.components.schemas, '__proto__')).to.equal(true)
    expect(Object.getPrototypeOf(document.components.schemas)).to.equal(Object.prototype)
    expect(({} as Json).polluted).to.equal(undefined)
    const again = documentProblems(document, [route('GET /__proto__/{toString}', Proto, NotFound)])
    expect(JSON.stringify(again.document)).to.equal(JSON.stringify(document))
  })
})

describe('documentProblems(): records that cannot be used', () => {
  const throwing = {
    get method() {
      throw new Error('never')
    },
  }
  const loop: Json = {}
  loop.self = loop
  for (const [what, records, says] of [
    ['nothing', undefined, 'records: expected the records of collectExpress or collectKoa, got undefined'],
    ['a text in the list', ['GET /a'], 'records[0].method: expected a method'],
    ['a getter that throws', [throwing], 'records[0].method'],
    ['no path', [{ method: 'GET', problems: [] }], 'records[0].path: expected a path such as /orders/{id}, got undefined'],
    ['a path without a slash', [{ method: 'GET', path: 'a', problems: [] }], 'records[0].path'],
    ['a path without end', [{ method: 'GET', path: '/a'.repeat(9000), problems: [] }], 'records[0].path'],
    ['no problems', [{ method: 'GET', path: '/a' }], 'records[0].problems: expected a list of problems'],
    [
      'a problem that is null',
      [{ method: 'GET', path: '/a', problems: [null] }],
      'records[0].problems[0]: expected a problem with its class',
    ],
    ['no class', [{ method: 'GET', path: '/a', problems: [{}] }], 'records[0].problems[0].class: expected a problem class'],
    ['another class', [record, { method: 'GET', path: '/a', problems: [{ class: Date }] }], 'records[1].problems[0].class'],
    [
      'members that are a text',
      [route('GET /a', { ...problem(NotFound), members: 'x' as never })],
      'records[0].problems[0].members: expected a JSON Schema',
    ],
    ['members that refer to themselves', [route('GET /a', problem(NotFound, loop))], 'records[0].problems[0].members'],
    ['members with toJSON', [route('GET /a', problem(NotFound, { toJSON: () => 'x' }))], 'records[0].problems[0].members'],
    [
      'members that JSON has nothing for',
      [route('GET /a', problem(NotFound, { toJSON: () => undefined }))],
      'records[0].problems[0].members',
    ],
  ] as const)
    it(`are refused: ${what}`, () => {
      const merge = () => documentProblems(api({ 'GET /a': OK }), records as never)
      expect(merge).to.throw(TypeError, says).with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })

  it('are refused: two classes with one name, at the place of the second', () => {
    const [One, Other] = ['/one', '/other'].map((type) => defineProblem('Same', { type, status: 409, title: 'Same' }))
    const merge = () => documentProblems(api({}), [record, route('GET /b', One as never, Other as never)])
    expect(merge)
      .to.throw(TypeError, 'records[1].problems[1].class: expected a name')
      .with.property('code', 'ERR_PROBLEM_DEFINITION')
  })

  it('are refused: members that are no schema', () => {
    const merge = () =>
      documentProblems(api({ 'GET /a': OK }), [route('GET /a', problem(Conflict, { type: 'object', allOf: 7 }))])
    expect(merge).to.throw(TypeError, 'Conflict.with-members.members').with.property('code', 'ERR_PROBLEM_SCHEMA')
  })
})

describe('documentProblems(): options that cannot be used', () => {
  for (const [what, options, says] of [
    ['null', null, 'options: expected an object with everywhere and extensions and baseUri'],
    ['an unknown option', { everwhere: [] }, 'options: expected one of everywhere, extensions, baseUri, got "everwhere"'],
    ['a class in the place of a list', { everywhere: NotFound }, 'options.everywhere: expected a list of problem classes'],
    ['extensions as a list of names', { extensions: ['fern'] }, 'options.extensions: expected an object with speakeasy and fern'],
    ['an unknown extension', { extensions: { azure: true } }, 'options.extensions: expected one of speakeasy, fern, got "azure"'],
    [
      'an extension that is a text',
      { extensions: { fern: 'yes' } },
      'options.extensions.fern: expected true or false, got "yes"',
    ],
    ['a base URI that is none', { baseUri: 'x y' }, 'options.baseUri'],
  ] as const)
    it(`are refused: ${what}`, () => {
      const merge = () => documentProblems(api({ 'GET /a': OK }), [record], options as never)
      expect(merge).to.throw(TypeError, says).with.property('code', 'ERR_PROBLEM_OPTION')
    })

  it('are refused: what is no problem class', () => {
    const merge = () => documentProblems(api({}), [], { everywhere: [NotFound, 404] as never })
    expect(merge)
      .to.throw(TypeError, 'options.everywhere[1]: expected a problem class')
      .with.property('code', 'ERR_PROBLEM_ARGUMENT')
  })
})

describe('planProblems() where ajv cannot run', () => {
  const byHand = api({ 'GET /a': { 404: response({ type: 'object' }) } })
  const noCode = () => {
    throw new EvalError('Code generation from strings disallowed for this context')
  }

  it('does without it as long as there is no schema to compare', () => {
    expect(planProblems(api({ 'GET /a': OK }), [record], {}, () => undefined).changes).not.to.deep.equal([])
  })

  for (const [what, create] of [
    ['is not there', () => undefined],
    ['makes no code', () => ({ compile: noCode })],
  ] as const)
    it(`says so where it ${what}`, () => {
      const plan = () => planProblems(byHand, [record], {}, create)
      expect(plan).to.throw(TypeError, 'documentProblems: expected ajv').with.property('code', 'ERR_PROBLEM_SCHEMA')
    })

  it('compiles a schema that stands in many places once', () => {
    const compiled: Json[] = []
    const compiler = createCompiler()?.forLibraries()
    const create = () => {
      if (compiler === undefined) return undefined
      const compile = (schema: Json) => {
        compiled.push(schema)
        return compiler.compile(schema)
      }
      return { ...compiler, compile }
    }
    const names = Array.from({ length: 50 }, (_, index) => `GET /a${index}`)
    const given = api(Object.fromEntries(names.map((name) => [name, { 404: response({ type: 'string' }) }])))
    const plan = planProblems(
      given,
      names.map((name) => route(name, NotFound)),
      {},
      create,
    )
    expect(plan.conflicts).to.have.length(50)
    expect(compiled).to.have.length(1)
  })
})
