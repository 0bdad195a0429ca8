/** What a server throws and what its client catches, over real HTTP: an instance of the same class, with the same members. */
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect } from 'chai'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  integer,
  jsonValue,
  option,
  record,
  string,
} from 'fast-check'
import { type AnsweredResponse, fromResponse } from '../../lib/client/index.js'
import { createProblem, type HttpProblem, idempotencyTypes, problemClasses, registeredTypes } from '../../lib/index.js'
import { frameworks, type Running, start } from '../contract/framework.js'
import { SeatTaken } from './shared.js'

const shared = [...Object.values(registeredTypes), ...Object.values(idempotencyTypes('/docs/idempotency')), SeatTaken]

// What a server can send: JSON has no negative zero, a half of a surrogate pair becomes U+FFFD, and a member named `__proto__` is left out.
const text = string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const value = jsonValue({ maxDepth: 3, noUnicodeString: false })
  .map((one) => JSON.stringify(one))
  .filter((json) => !json.includes('"__proto__":'))
  .map((json) => JSON.parse(json) as unknown)
const names = string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(
  (name) => !['type', 'title', 'status', 'detail', 'instance', '__proto__'].includes(name),
)
const members = dictionary(names, value, { maxKeys: 8 })
const policies = array(text, { maxLength: 4 })

type Thrown = { readonly Class: abstract new (...args: never) => unknown; readonly problem: HttpProblem }
type Made = new (...args: unknown[]) => HttpProblem

const ofStatus: Arbitrary<Thrown> = record({
  Class: constantFrom(...Object.values(problemClasses)),
  detail: option(text, { nil: undefined }),
  extensions: members,
}).map(({ Class, detail, extensions }) => ({ Class, problem: new (Class as unknown as Made)({ detail, extensions }) }))

const ofType: Arbitrary<Thrown> = record({
  Class: constantFrom(...shared),
  detail: option(text, { nil: undefined }),
  policies,
  digests: array(record({ algorithm: text, header: text, reason: text, provided_digest: text }), { maxLength: 3 }),
  offset: integer({ min: 0 }),
}).map(({ Class, detail, policies, digests, offset }) => {
  const all = {
    'violated-policies': policies,
    'expected-offset': offset,
    unsupported_algorithms: digests.map(({ algorithm, header }) => ({ algorithm, header })),
    invalid_digests: digests.map(({ algorithm, header, reason }) => ({ algorithm, header, reason })),
    mismatched_digests: digests.map(({ algorithm, header, provided_digest }) => ({ algorithm, header, provided_digest })),
    seat: '12A',
    free: policies,
  }
  const declared = Object.keys((Class.definition.members?.['properties'] ?? {}) as object)
  const given = Object.fromEntries(Object.entries(all).filter(([name]) => declared.includes(name)))
  const args = Class.definition.members === undefined ? [{ detail }] : [given, { detail }]
  return { Class, problem: new (Class as unknown as Made)(...args) }
})

// A 407 is for whoever speaks with a proxy: fetch never shows one.
async function ask(url: string, status: number): Promise<AnsweredResponse> {
  if (status !== 407) return fetch(url)
  const [answer] = (await once(get(url), 'response')) as [IncomingMessage]
  return { statusCode: answer.statusCode ?? 0, headers: answer.headers, body: answer, url }
}

for (const framework of frameworks) {
  describe(`A problem of ${framework.name}`, () => {
    let app: Running
    let thrown: HttpProblem

    before(async () => {
      const handle = (): never => {
        throw thrown
      }
      app = await start(framework, { handle })
    })

    after(() => app.close())

    async function comesBack({ Class, problem }: Thrown): Promise<void> {
      thrown = problem
      const caught = await fromResponse(await ask(app.url, problem.status), { types: shared })
      expect(caught).to.be.instanceOf(Class)
      expect(caught?.name).to.equal(problem.name)
      expect(caught?.toJSON()).to.deep.equal(problem.toJSON())
      const { status, title, detail, extensions } = problem
      expect({ status: caught?.status, title: caught?.title, extensions: caught?.extensions }).to.deep.equal({
        status,
        title,
        extensions,
      })
      expect(caught?.detail).to.equal(detail)
      for (const [name, field] of Object.entries(problem.headers))
        if (name !== 'Connection') expect(caught?.headers[name.toLowerCase()], name).to.equal([field].flat().join(', '))
    }

    it('comes back as an instance of the class of its status, with what it was made of', async () => {
      await assert(asyncProperty(ofStatus, comesBack), { numRuns: 60 })
    })

    it('comes back as an instance of its declared type, with its members', async () => {
      await assert(asyncProperty(ofType, comesBack), { numRuns: 60 })
    })

    for (const [status, Class] of Object.entries(problemClasses))
      it(`comes back as ${Class.prototype.name}`, () => comesBack({ Class, problem: createProblem(Number(status), 'Why.') }))

    for (const Class of shared) {
      const problem = new (Class as unknown as Made)({ ...Class.definition.examples[0] })
      it(`comes back as ${Class.name} ${Class.type}`, () => comesBack({ Class, problem }))
    }

    it('comes back with a reference that the URL of the response completes', async () => {
      thrown = createProblem(409, 'Why.', { type: '/problems/own', title: 'Own', instance: '/log/7' })
      const caught = await fromResponse(await fetch(`${app.url}/a/b`), { types: shared })
      expect(caught).to.include({ type: `${app.url}/problems/own`, instance: `${app.url}/log/7` })
    })
  })
}
