/** Whatever the schema of the members allows, the published component allows it too, in every version. */
import { expect } from 'chai'
import fc from 'fast-check'
import { defineProblem } from '../../lib/define/define.js'
import type { JsonSchema } from '../../lib/define/definition.js'
import type { MembersSchema } from '../../lib/define/members-type.js'
import { problemComponents } from '../../lib/openapi/index.js'
import { membersSchema, worldOfMembers } from './arbitrary-schemas.js'
import { compile, compileComponent, compileComponent30, type Fits, foreignTo30 } from './validators.js'

const type = 'https://api.example.com/problems/any'

function declare(members: JsonSchema) {
  return defineProblem('Any', {
    type,
    status: 409,
    title: 'Any problem',
    members: members as MembersSchema,
  })
}

function documentOf(members: Readonly<Record<string, unknown>>, others: object = {}): object {
  return { type, title: 'Any problem', status: 409, ...others, ...members }
}

/** Lists the members that a schema allows; none where ajv cannot use it. */
function allowed(schema: JsonSchema): readonly Readonly<Record<string, unknown>>[] {
  try {
    return worldOfMembers.filter(compile(schema))
  } catch {
    return []
  }
}

// A schema that applies itself to the same value again has no meaning (JSON Schema Core 9.4.1), and ajv follows it for ever.
function refusedBy(compileSchema: () => Fits, documents: readonly object[]): readonly object[] {
  try {
    const fits = compileSchema()
    return documents.filter((document) => !fits(document))
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

const otherMembers = { detail: 'No.', instance: '/orders/7', requestId: 'r-1' }

describe('problemComponents(): the schema of a declared type', () => {
  for (const [version, compileIn] of [
    ['3.0', compileComponent30],
    ['3.1', compileComponent],
  ] as const) {
    it(`allows in ${version} every document whose members the declared schema allows [O7] [O8] [O9]`, function () {
      this.timeout(60_000)
      let checked = 0
      fc.assert(
        fc.property(membersSchema, (members) => {
          const candidates = allowed(members)
          fc.pre(candidates.length > 0)
          const { schemas } = problemComponents([declare(members)], { version })
          if (version === '3.0') expect(Object.values(schemas).flatMap((schema) => foreignTo30(schema))).to.deep.equal([])
          const documents = candidates.map((candidate, index) => documentOf(candidate, index % 2 === 0 ? {} : otherMembers))
          checked += documents.length
          const refused = refusedBy(() => compileIn(schemas, 'Any'), documents)
          expect(refused, JSON.stringify(schemas)).to.deep.equal([])
        }),
        { numRuns: 60 },
      )
      expect(checked).to.be.greaterThan(1000)
    })
  }
})
