import { expect } from 'chai'
import fc from 'fast-check'
import { type DocumentChange, planProblems } from '../../../lib/openapi/document/plan.js'
import { documentProblems, type ProblemClass } from '../../../lib/openapi/index.js'
import { Conflict, NotFound, problemClasses } from '../../../lib/problem/classes.js'
import { HttpProblem } from '../../../lib/problem/problem.js'
import { valueAt } from '../../../schemas/json.js'
import { HallClosed, OrderPaid, SeatTaken, TooManySeats } from '../problems.js'
import { api, type Json, problem, response, route, versions } from './documents.js'

const classes: readonly ProblemClass[] = [
  SeatTaken,
  HallClosed,
  OrderPaid,
  TooManySeats,
  Conflict,
  NotFound,
  problemClasses[503],
  HttpProblem,
]
const members = { type: 'object', properties: { errors: { type: 'array' } }, required: ['errors'] }
const problems = fc.array(
  fc.tuple(fc.constantFrom(...classes), fc.boolean()).map(([Class, adds]) => problem(Class, adds ? members : undefined)),
  { maxLength: 4 },
)
const names = ['GET /a', 'POST /a', 'GET /a/{x}', '* /b', 'HEAD /a', 'GET /a/c', 'PUT /none']
const records = fc.array(
  fc.tuple(fc.constantFrom(...names), problems).map(([name, some]) => route(name, ...some)),
  { maxLength: 6 },
)

const written = fc.constantFrom<object>(
  { description: 'By hand.' },
  response(),
  response({ type: 'string' }),
  response({ required: ['title'] }),
  response({}, 'application/json'),
  { $ref: '#/components/responses/Mine' },
  { $ref: './other.json' },
)
const byHand = fc.dictionary(fc.constantFrom('200', '404', '409', '429', '4XX', 'default', 'x-note'), written)
const documents = fc
  .record({
    operations: fc.dictionary(
      fc.constantFrom('GET /a', 'POST /a', 'GET /a/{id}', 'DELETE /b', 'HEAD /a', 'GET /a/c'),
      fc.option(byHand, { nil: undefined }),
    ),
    version: fc.constantFrom(...versions),
    mine: fc.subarray(['schemas', 'headers', 'examples', 'tags']),
  })
  .map(({ operations, version, mine }) => {
    // A response of our name that fits would be used, and a reference to it is as if a person had written it.
    const components: Json = { responses: { Mine: response({ type: 'object' }), NotFound: response({}, 'text/html') } }
    for (const kind of mine) components[kind] = {}
    return api(operations, { components }, version)
  })

const options = fc.record(
  {
    everywhere: fc.subarray([NotFound, problemClasses[500]]),
    extensions: fc.record({ speakeasy: fc.boolean(), fern: fc.boolean() }),
  },
  { requiredKeys: [] },
)

/** Leaves out of a document what has the mark, and what refers to it; the rest a person wrote. */
function withoutGenerated(value: Json, root: Json = value): Json {
  if (Array.isArray(value)) return value.map((item) => withoutGenerated(item, root))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries<Json>(value).filter(
    ([name, inner]) => !name.startsWith('x-fern') && !name.startsWith('x-speak') && !isGenerated(inner, root),
  )
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutGenerated(inner, root)]))
}

function isGenerated(value: Json, root: Json): boolean {
  if (value?.['x-generated-by'] === 'http-problems') return true
  return typeof value?.$ref === 'string' && value.$ref.startsWith('#') && isGenerated(valueAt(root, value.$ref.slice(1)), root)
}

describe('documentProblems(): any document, any routes', () => {
  it('changes nothing in a second run, and nothing in what it was given', () => {
    fc.assert(
      fc.property(documents, records, options, (given, routes, chosen) => {
        const before = JSON.stringify(given)
        const once = documentProblems<Json>(given, routes, chosen)
        expect(JSON.stringify(given)).to.equal(before)
        const twice = documentProblems<Json>(once.document, routes, chosen)
        expect(JSON.stringify(twice.document)).to.equal(JSON.stringify(once.document))
        expect(twice).to.deep.include({ added: [], replaced: [], removed: [], components: [] })
        expect(twice.conflicts).to.deep.equal(once.conflicts)
      }),
      { numRuns: 100 },
    )
  })

  it('leaves all that a person wrote, whatever was generated in between', () => {
    fc.assert(
      fc.property(documents, records, records, options, (given, first, second, chosen) => {
        const once = documentProblems<Json>(given, first, chosen)
        const later = documentProblems<Json>(once.document, second, chosen)
        for (const { document } of [once, later]) {
          const left = withoutGenerated(document)
          for (const [path, item] of Object.entries<Json>(given.paths))
            for (const [method, { responses = {} }] of Object.entries<Json>(item))
              expect(left.paths[path][method].responses ?? {}, `${method} ${path}`).to.deep.equal(responses)
          expect(left.components.responses).to.deep.include(given.components.responses)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is the same after other declarations as from the start', () => {
    fc.assert(
      fc.property(documents, records, records, (given, first, second) => {
        // What no route answers any more is left alone, so all operations have one.
        const all = names.slice(0, 4).map((name) => route(name))
        const { document } = documentProblems<Json>(given, [...first, ...all])
        const changed = documentProblems<Json>(document, [...second, ...all]).document
        const fresh = documentProblems<Json>(given, [...second, ...all]).document
        for (const [path, item] of Object.entries<Json>(fresh.paths))
          for (const [method, { responses }] of Object.entries<Json>(item))
            expect(changed.paths[path][method].responses ?? {}, `${method} ${path}`).to.deep.equal(responses ?? {})
        for (const kind of ['schemas', 'responses', 'headers', 'examples'])
          expect(changed.components[kind] ?? {}, kind).to.deep.equal(fresh.components[kind] ?? {})
      }),
      { numRuns: 100 },
    )
  })

  it('is planned as changes that can be carried out one by one: in places that are there, none inside of another', () => {
    fc.assert(
      fc.property(documents, records, records, options, (given, first, second, chosen) => {
        const before = documentProblems<Json>(given, first, chosen).document
        const { changes } = planProblems(before, second, chosen)
        for (const { action, names: way, pointer, value } of changes) {
          expect(valueAt(before, pointer.replace(/\/[^/]*$/, '')), pointer).to.be.an('object')
          expect(valueAt(before, pointer) !== undefined, pointer).to.equal(action !== 'add')
          expect(value === undefined, pointer).to.equal(action === 'remove')
          expect(
            changes.filter((other) => `${other.pointer}/`.startsWith(`${pointer}/`)),
            pointer,
          ).to.have.length(1)
          expect(way.at(-1)).to.be.a('string')
        }
        expect(carriedOut(before, changes)).to.deep.equal(documentProblems<Json>(before, second, chosen).document)
      }),
      { numRuns: 100 },
    )
  })
})

function carriedOut(document: Json, changes: readonly DocumentChange[]): Json {
  const copy = structuredClone(document)
  for (const { action, names: way, value } of changes) {
    const holder = way.slice(0, -1).reduce((inner, name) => inner[name], copy)
    if (action === 'remove') delete holder[way.at(-1) ?? '']
    else holder[way.at(-1) ?? ''] = value
  }
  return copy
}
