/** The types that listed values get beside them, for generators of clients. */
import { expect } from 'chai'
import { nameTypes } from '../../lib/openapi/schema/dialects.js'

describe('nameTypes()', () => {
  for (const [name, schema, expected] of [
    ['names the types of an enum', { enum: ['reload', null] }, { type: ['string', 'null'], enum: ['reload', null] }],
    ['names the one type of an enum', { enum: ['a', 'b'] }, { type: 'string', enum: ['a', 'b'] }],
    ['names the type of a constant', { const: 7 }, { type: 'integer', const: 7 }],
    ['tells numbers from integers', { enum: [0.5, true, {}] }, { type: ['number', 'boolean', 'object'], enum: [0.5, true, {}] }],
    ['keeps a type that is there', { type: 'number', const: 7 }, { type: 'number', const: 7 }],
    ['leaves lists without a type', { enum: [[1], 'a'] }, { enum: [[1], 'a'] }],
    ['leaves an enum without values', { enum: [] }, { enum: [] }],
    ['leaves a schema that is true', true, true],
    ['goes into schemas', { properties: { a: { const: null } } }, { properties: { a: { type: 'null', const: null } } }],
    ['does not go into values', { const: { const: 1 } }, { type: 'object', const: { const: 1 } }],
  ] as const) {
    it(name, () => {
      expect(nameTypes(schema)).to.deep.equal(expected)
    })
  }
})
