/** What goes over the wire against what is published: whatever members a type's schema allows. */
import { expect } from 'chai'
import fc from 'fast-check'
import { defineProblem } from '../../lib/define/define.js'
import type { MembersSchema } from '../../lib/define/members-type.js'
import { problemComponents } from '../../lib/openapi/index.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { frameworks, type Running, start } from '../contract/framework.js'
import { fetchProblem } from '../contract/problem-response.js'
import { membersSchema, worldOfMembers } from './arbitrary-schemas.js'
import { compile, compileComponent } from './validators.js'

type Members = Readonly<Record<string, unknown>>

// Enough to see every kind of value, few enough to send them all.
const MOST_MEMBERS = 4

function allowed(schema: Members): readonly Members[] {
  try {
    return worldOfMembers.filter(compile(schema)).slice(-MOST_MEMBERS)
  } catch {
    // ajv cannot use it.
    return []
  }
}

function declare(members: Members): new (members: Members) => HttpProblem {
  return defineProblem('Any', {
    type: 'https://api.example.com/problems/any',
    status: 409,
    title: 'Any problem',
    members: members as unknown as MembersSchema,
    detail: 'It is written with an é and a \u2028.',
  }) as unknown as new (
    members: Members,
  ) => HttpProblem
}

for (const framework of frameworks) {
  describe(`a declared problem on the wire of ${framework.name}`, () => {
    let next: HttpProblem
    let app: Running
    before(async () => {
      app = await start(framework, {
        handle: () => {
          throw next
        },
      })
    })
    after(() => app.close())

    it('fits the published component, and is what JSON.stringify makes of the document [O9] [P16]', async () => {
      let sent = 0
      await fc.assert(
        fc.asyncProperty(membersSchema, async (schema) => {
          const candidates = allowed(schema)
          fc.pre(candidates.length > 0)
          const Class = declare(schema)
          const fits = compileComponent(problemComponents([Class as never], { version: '3.1' }).schemas, 'Any')
          for (const members of candidates) {
            next = new Class(members)
            const { text, document } = await fetchProblem(app.url)
            expect(text).to.equal(JSON.stringify(next))
            expect(document).to.deep.include(members)
            expect(fits(document), text).to.equal(true)
            // The strict mode of ajv refuses some of these schemas, such as `then` without `if`; no member is ever blamed.
            const faults = app.events.at(-1)?.faults.filter(({ code }) => code !== 'ERR_PROBLEM_SCHEMA')
            expect(faults).to.deep.equal([])
            sent++
          }
        }),
        { numRuns: 25 },
      )
      expect(sent).to.be.greaterThan(25)
    }).timeout(60_000)
  })
}
