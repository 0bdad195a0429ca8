/** Wrong arguments of validate() and validated() are found at start-up, and say what to do. */
import { expect } from 'chai'
import * as z from 'zod'
import { prepareValidation } from '../../lib/validate/prepare.js'
import type { RequestSchemas } from '../../lib/validate/schemas-type.js'
import { recall, remember } from '../../lib/validate/validated.js'

const object = { type: 'object' }

const rows: readonly (readonly [args: readonly unknown[], code: string, message: string])[] = [
  [
    [],
    'ERR_PROBLEM_ARGUMENT',
    'validate: expected an object with a schema for at least one of body, query, params, headers, cookies, got undefined.',
  ],
  [[null], 'ERR_PROBLEM_ARGUMENT', 'got null.'],
  [[{}], 'ERR_PROBLEM_ARGUMENT', 'got an object.'],
  [[{ body: undefined }], 'ERR_PROBLEM_ARGUMENT', 'got an object.'],
  [[z.object({})], 'ERR_PROBLEM_ARGUMENT', 'got an instance of ZodObject.'],
  [[{ boddy: object }], 'ERR_PROBLEM_ARGUMENT', 'got "boddy".'],
  [[{ body: 7 }], 'ERR_PROBLEM_SCHEMA', 'validate.body: expected a JSON Schema or a Standard Schema, got 7.'],
  [
    [{ body: { '~standard': {} } }],
    'ERR_PROBLEM_SCHEMA',
    'validate.body: expected a JSON Schema or a Standard Schema, got an object.',
  ],
  [
    [{ body: { type: 'objekt' } }],
    'ERR_PROBLEM_SCHEMA',
    'validate.body: expected a JSON Schema (2020-12; for another draft pass your own instance, `{ ajv }`), got one that ajv refuses: ',
  ],
  [[{ body: { ...object, requird: [] } }], 'ERR_PROBLEM_SCHEMA', 'unknown keyword: "requird"'],
  [[{ body: { $async: true, ...object } }], 'ERR_PROBLEM_SCHEMA', 'the schema is asynchronous'],
  [
    [{ query: { page: { type: 'integer' } } }],
    'ERR_PROBLEM_SCHEMA',
    "validate.query.type: expected 'object', with a property for each name, got undefined.",
  ],
  [
    [{ headers: { ...object, properties: { ETag: {} } } }],
    'ERR_PROBLEM_SCHEMA',
    'validate.headers.properties: expected names in lower case, as Node.js gives them, got "ETag".',
  ],
  [[{ headers: { ...object, required: ['ETag'] } }], 'ERR_PROBLEM_SCHEMA', 'got "ETag".'],
  [[{ headers: { ...object, required: [7] } }], 'ERR_PROBLEM_SCHEMA', 'one that ajv refuses: '],
  [[{ body: object }, 7], 'ERR_PROBLEM_OPTION', 'options: expected an object such as { ajv }, got 7.'],
  [[{ body: object }, { ajvs: {} }], 'ERR_PROBLEM_OPTION', 'options: expected one of ajv, describeFault, got "ajvs".'],
  [[{ body: object }, { ajv: {} }], 'ERR_PROBLEM_OPTION', 'options.ajv: expected an instance of Ajv, got an object.'],
  [
    [
      { body: object },
      {
        ajv: {
          compile: () => {
            throw 'text'
          },
        },
      },
    ],
    'ERR_PROBLEM_SCHEMA',
    'one that ajv refuses: "text".',
  ],
]

describe('validate() at start-up', () => {
  for (const [args, code, message] of rows) {
    it(`refuses with ${code}: ${message}`, () => {
      expect(() => prepareValidation(...(args as [RequestSchemas])))
        .to.throw(TypeError, message)
        .with.property('code', code)
    })
  }

  it('takes options without an instance', () => {
    expect(() => prepareValidation({ body: object }, {})).not.to.throw()
  })
})

describe('validated()', () => {
  const schemas = { query: object }

  it('gives what came through, of several validate() together', () => {
    const req = {}
    remember(req, { query: object, body: object }, { query: 1, body: 2 })
    const all = remember(req, schemas, { query: 3 })
    expect(all).to.deep.equal({ query: 3, body: 2 })
    expect(recall(req, schemas)).to.equal(all)
    expect(recall(req, undefined)).to.equal(all)
    expect(Object.keys(req)).to.deep.equal([])
  })

  it('gives what the named schemas let through, although others had the last word', () => {
    const req = {}
    remember(req, schemas, { query: 1 })
    remember(req, { query: object, body: object }, { query: '1', body: 2 })
    expect(recall(req, schemas)).to.deep.equal({ query: 1, body: 2 })
    expect(recall(req, undefined)).to.deep.equal({ query: '1', body: 2 })
  })

  it('tells that nothing passed where no schemas are named', () => {
    expect(() => recall({}, undefined)).to.throw(
      TypeError,
      'expected a request that has passed validate(), got one that has not.',
    )
  })

  for (const [name, req, got] of [
    ['a request that passed nothing', {}, 'one that has not'],
    ['no request', undefined, 'one that has not'],
    ['a request that passed another one', remembering({ body: object }), 'one that has passed another'],
    ['a request that passed another one of the same part', remembering({ query: object }), 'one that has passed another'],
  ] as const) {
    it(`refuses ${name}`, () => {
      expect(() => recall(req, schemas))
        .to.throw(TypeError, `validated: expected a request that has passed this validate(), got ${got}.`)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }
})

function remembering(schemas: RequestSchemas): object {
  const req = {}
  remember(req, schemas, { query: 1 })
  return req
}
