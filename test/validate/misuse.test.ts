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
  [[{ body: object }, { ajvs: {} }], 'ERR_PROBLEM_OPTION', 'options: expected ajv, which is the only one, got "ajvs".'],
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
    remember(req, { query: 1, body: 2 })
    expect(remember(req, { query: 3 })).to.deep.equal({ query: 3, body: 2 })
    expect(recall(req, schemas)).to.deep.equal({ query: 3, body: 2 })
    expect(recall(req, undefined)).to.deep.equal({ query: 3, body: 2 })
    expect(Object.keys(req)).to.deep.equal([])
  })

  for (const [name, req, got] of [
    ['a request that passed nothing', {}, 'one that has not'],
    ['no request', undefined, 'one that has not'],
    ['a request that passed another one', remembering({ body: 1 }), 'one without "query"'],
    ['a request with nothing in it', remembering({}), 'one without "query"'],
  ] as const) {
    it(`refuses ${name}`, () => {
      expect(() => recall(req, schemas))
        .to.throw(TypeError, `validated: expected a request that has passed validate(), got ${got}.`)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }
})

function remembering(values: Readonly<Record<string, unknown>>): object {
  const req = {}
  remember(req, values)
  return req
}
