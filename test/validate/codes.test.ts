/** One word for each kind of fault, whichever validator finds it, and whether it is thrown or found by validate(). */
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type } from 'arktype'
import { expect } from 'chai'
import * as v from 'valibot'
import type * as z from 'zod'
import { toProblem } from '../../lib/foreign/to-problem.js'
import type { RequestSchemas } from '../../lib/validate/schemas-type.js'
import { kinds, NOTHING, objectOf } from './kinds.js'
import { outcomeOf } from './parts.js'

type Faults = readonly Readonly<Record<string, unknown>>[]

const ajv = formats.default(new Ajv2020({ allErrors: true }))

/** Throws as an app does that checks by hand. */
const throwing: Readonly<Record<string, (schema: never, value: unknown) => void>> = {
  ajv: (schema: object, value) => {
    const check = ajv.compile(schema)
    if (!check(value)) throw check.errors
  },
  zod: (schema: z.ZodType, value) => void schema.parse(value),
  zod3: (schema: z.ZodType, value) => void schema.parse(value),
  valibot: (schema: v.GenericSchema, value) => void v.parse(schema, value),
  arktype: (schema: { assert(value: unknown): unknown }, value) => void schema.assert(value),
}

async function found(schema: unknown, value: unknown): Promise<Faults> {
  // The rows of a table have schemas of many types.
  const { errors } = (await outcomeOf({ body: schema } as RequestSchemas, { body: value })) as { errors: Faults }
  return errors
}

function thrown(library: string, schema: unknown, value: unknown): Faults {
  try {
    throwing[library]?.(schema as never, value)
  } catch (error) {
    return toProblem(error).extensions['errors'] as Faults
  }
  return []
}

const told = (faults: Faults): readonly unknown[] => faults.map((fault) => [fault['pointer'], fault['code']])

for (const library of ['ajv', 'zod', 'zod3', 'valibot', 'arktype']) {
  describe(`the code of a fault that ${library} finds`, () => {
    for (const { name, code, value, schemas } of kinds) {
      const member = schemas[library]
      if (member === undefined) continue
      const schema = objectOf[library]?.(member as never)
      const body = value === NOTHING ? {} : { v: value }

      it(`is ${code} for ${name}`, async () => {
        expect(told(await found(schema, body))).to.deep.equal([['#/v', code]])
      })

      it(`is ${code} for ${name}, also in an error that is thrown`, () => {
        expect(told(thrown(library, schema, body))).to.deep.equal([['#/v', code]])
      })
    }

    it('is unknown-member for a member that should not be there', async () => {
      const schema = objectOf[library]?.(kinds[0]?.schemas[library] as never)
      const body = { v: 'x', more: 1 }
      expect(told(await found(schema, body))).to.deep.equal([['#/more', 'unknown-member']])
      expect(told(thrown(library, schema, body))).to.deep.equal([['#/more', 'unknown-member']])
    })
  })
}

describe('the kinds of faults', () => {
  it('are at least twenty for each validator', () => {
    for (const library of Object.keys(throwing))
      expect(kinds.filter(({ schemas }) => schemas[library] !== undefined).length, library).to.be.greaterThan(20)
  })

  it('are told of a schema of arktype that is no object', () => {
    expect(told(thrown('arktype', type('string'), 7))).to.deep.equal([['#', 'type']])
  })
})
