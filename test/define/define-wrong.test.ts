import { expect } from 'chai'
import fc from 'fast-check'
import { declarationKeys } from '../../lib/define/declaration.js'
import { defineProblem } from '../../lib/define/define.js'
import type { FaultCode } from '../../lib/guard/fault.js'
import { standardMembers } from '../../lib/problem/members.js'
import { nonsense } from '../problem/arbitraries.js'

const declare = defineProblem as unknown as (name: unknown, declaration: unknown) => unknown
const right = { type: '/a', status: 409, title: 'A' }
const object = (properties: unknown, more: object = {}): object => ({ members: { type: 'object', properties, ...more } })

function cycle(): object {
  const members: Record<string, unknown> = { type: 'object' }
  return Object.assign(members, { properties: { a: members } })
}

type Row = readonly [what: string, wrong: object, place: string, expected: RegExp, got: string]

const definition: readonly Row[] = [
  ['an unknown key', { titel: 'A' }, "defineProblem('A')", /^one of type, status/, '"titel"'],
  ['no status', { status: undefined }, 'A.status', /registered 4xx or 5xx/, 'undefined'],
  ['a status that is a text', { status: '409' }, 'A.status', /registered/, '"409"'],
  ['a status that is no error', { status: 200 }, 'A.status', /registered/, '200'],
  ['a status of a vendor', { status: 499 }, 'A.status', /registered/, '499'],
  ['no title', { title: undefined }, 'A.title', /a text/, 'undefined'],
  ['an empty title', { title: ' ' }, 'A.title', /a text/, '" "'],
  ['a title that UTF-8 cannot carry', { title: 'A\ud800' }, 'A.title', /a text/, '"A\\ud800"'],
  ['a detail that is a number', { detail: 7 }, 'A.detail', /a text or a function/, '7'],
  ['an empty description', { description: '' }, 'A.description', /a text/, '""'],
  ['a Cache-Control with a line break', { cacheControl: 'a\nb' }, 'A.cacheControl', /a field value/, '"a\\nb"'],
  [
    'a Cache-Control that would have no effect',
    { status: 429, cacheControl: 'max-age=5' },
    'A.cacheControl',
    /no-store or none for 429/,
    '"max-age=5"',
  ],
  ['an example with members of a type that has none', { examples: [{ seat: 1 }] }, 'A.examples[0]', /no members/, '"seat"'],
  ['a delay before what never helps', { retry: { when: 'never', afterSeconds: 5 } }, 'A.retry.afterSeconds', /no delay/, '5'],
  ['deprecated that is a text', { deprecated: 'yes' }, 'A.deprecated', /true or false/, '"yes"'],
  ['stack that is a number', { stack: 1 }, 'A.stack', /true or false/, '1'],
  ['headers that are a list', { headers: ['a'] }, 'A.headers', /an object of header fields/, 'an array of 1 items'],
  ['a field name that is no token', { headers: { 'a b': '1' } }, 'A.headers', /tokens/, '"a b"'],
  ['a field called __proto__', { headers: JSON.parse('{"__proto__":"1"}') }, 'A.headers', /tokens/, '"__proto__"'],
  ['a framing field', { headers: { 'Content-Length': '1' } }, 'A.headers.Content-Length', /no field that/, '"Content-Length"'],
  ['a field of the body', { headers: { 'content-type': 'a/b' } }, 'A.headers.content-type', /no field that/, '"content-type"'],
  ['a field in two cases', { headers: { 'X-A': '1', 'x-a': '2' } }, 'A.headers.x-a', /each field once/, '"x-a"'],
  ['a field value with a line break', { headers: { 'X-A': 'a\r\nb' } }, 'A.headers.X-A', /can be sent/, '"a\\r\\nb"'],
  ['a field without a description', { headers: { 'X-A': { description: '' } } }, 'A.headers.X-A', /description/, 'an object'],
  [
    'two values of Retry-After',
    { retry: { when: 'always', afterSeconds: 1 }, headers: { 'retry-after': '2' } },
    'A.headers',
    /no value for Retry-After, which retry\.afterSeconds gives/,
    '"retry-after"',
  ],
  [
    'two values of Cache-Control',
    { cacheControl: 'no-cache', headers: { 'Cache-Control': 'no-store' } },
    'A.headers',
    /no value for Cache-Control, which cacheControl gives/,
    '"Cache-Control"',
  ],
  ['retry that is a text', { retry: 'always' }, 'A.retry', /an object with when/, '"always"'],
  ['retry without when', { retry: {} }, 'A.retry.when', /one of never, idempotent/, 'undefined'],
  ['retry with an unknown key', { retry: { when: 'always', after: 5 } }, 'A.retry', /^one of when, afterSeconds/, '"after"'],
  ['a negative delay', { retry: { when: 'always', afterSeconds: -1 } }, 'A.retry.afterSeconds', /whole number/, '-1'],
  ['a delay that is no whole number', { retry: { when: 'always', afterSeconds: 0.5 } }, 'A.retry.afterSeconds', /whole/, '0.5'],
  ['examples that are no list', { examples: {} }, 'A.examples', /a list of members/, 'an object'],
  ['an example that is no object', { examples: [{}, 7] }, 'A.examples[1]', /an object of members/, '7'],
  ['an example with a title', { examples: [{ title: 'A' }] }, 'A.examples[0]', /members only/, '"title"'],
  [
    'an example that JSON cannot carry',
    { examples: [{ a: 1n }] },
    'A.examples',
    /plain JSON/,
    'what JSON cannot carry, such as a cycle',
  ],
  ['aliases that are a text', { aliases: '/b' }, 'A.aliases', /a list of earlier type URIs/, '"/b"'],
]

const type: readonly Row[] = [
  ['no type', { type: undefined }, 'A.type', /a URI reference/, 'undefined'],
  ['an empty type', { type: '' }, 'A.type', /a URI reference/, '""'],
  ['a type with a space', { type: '/has space' }, 'A.type', /percent-encoded/, '"/has space"'],
  ['a type with a letter outside of ASCII', { type: '/é' }, 'A.type', /percent-encoded/, '"/é"'],
  ['a type that is a URL object', { type: new URL('https://example.com/') }, 'A.type', /a URI reference/, 'an instance of URL'],
  ['the type of the plain classes in other letters', { type: 'About:Blank' }, 'A.type', /a type of its own/, '"About:Blank"'],
  ['a type that is too long to quote', { type: `${'a'.repeat(300)} ` }, 'A.type', /URI reference/, `"${'a'.repeat(200)}"…`],
  ['the type of the plain classes', { type: 'about:blank' }, 'A.type', /a type of its own/, '"about:blank"'],
  ['an alias that is no reference', { aliases: ['/b', 'a b'] }, 'A.aliases[1]', /a URI reference/, '"a b"'],
  ['an alias said twice', { aliases: ['/b', '/b'] }, 'A.aliases[1]', /each URI once/, '"/b"'],
  ['an alias that is the type', { aliases: ['/a'] }, 'A.aliases[0]', /each URI once/, '"/a"'],
]

const schema: readonly Row[] = [
  ['members that are a text', { members: 'seat' }, 'A.members', /a JSON Schema with type 'object'/, '"seat"'],
  ['members that are a function', { members: () => ({}) }, 'A.members', /a JSON Schema with type 'object'/, 'a function'],
  ['members that are null', { members: null }, 'A.members', /a JSON Schema with type 'object'/, 'null'],
  ['members of another type', { members: { type: 'string' } }, 'A.members.type', /'object'/, '"string"'],
  ['members without properties', { members: { type: 'object' } }, 'A.members.properties', /a schema for each/, 'undefined'],
  ['members without names', object({}, { additionalProperties: true }), 'A.members.properties', /at least one/, 'an object'],
  ['a schema that is a text', object({ a: 'string' }), 'A.members.properties.a', /a schema/, '"string"'],
  ['a member without a name', object({ '': {} }), 'A.members.properties', /not empty/, '""'],
  [
    'a member called __proto__',
    object(JSON.parse('{"__proto__":{}}')),
    'A.members.properties.__proto__',
    /RFC 9457/,
    '"__proto__"',
  ],
  ...standardMembers.map(
    (name): Row => [`a member called ${name}`, object({ [name]: {} }), `A.members.properties.${name}`, /RFC 9457/, `"${name}"`],
  ),
  ['required that is a text', object({ a: {} }, { required: 'a' }), 'A.members.required', /a list of member names/, '"a"'],
  ['a required number', object({ a: {} }, { required: [7] }), 'A.members.required[0]', /in properties/, '7'],
  ['a required name without a schema', object({ a: {} }, { required: ['b'] }), 'A.members.required[0]', /in properties/, '"b"'],
  ['a name required twice', object({ a: {} }, { required: ['a', 'a'] }), 'A.members.required[1]', /each name once/, '"a"'],
  ['a schema with a cycle', { members: cycle() }, 'A.members', /plain JSON/, 'what JSON cannot carry, such as a cycle'],
]

const tables: Readonly<Partial<Record<FaultCode, readonly Row[]>>> = {
  ERR_PROBLEM_DEFINITION: definition,
  ERR_PROBLEM_TYPE: type,
  ERR_PROBLEM_SCHEMA: schema,
}

function refusalOf(name: unknown, declaration: unknown): Error & { readonly code?: unknown; readonly place?: unknown } {
  try {
    declare(name, declaration)
  } catch (error) {
    expect(error).to.be.instanceOf(TypeError)
    return error as Error
  }
  throw new Error('The declaration was taken.')
}

describe('defineProblem() refuses', () => {
  for (const [code, table] of Object.entries(tables)) {
    for (const [what, wrong, place, expected, got] of table) {
      const ids = /^no (?:type|status|title)$/.test(what) ? ' [P19]' : what.startsWith('a type with') ? ' [P6]' : ''
      it(`${what} with ${code}${ids}`, () => {
        const refusal = refusalOf('A', { ...right, ...wrong })
        expect(refusal).to.include({ code, place, got })
        expect(refusal).to.have.property('expected').that.matches(expected)
        expect(refusal.message).to.include(code).and.include(place)
      })
    }
  }

  for (const name of ['', '7th', 'has space', 'Über', 'a-b', undefined, 7, Symbol('A')]) {
    it(`the name ${String(name)}`, () => {
      const refusal = refusalOf(name, right)
      expect(refusal).to.include({ code: 'ERR_PROBLEM_DEFINITION', place: 'defineProblem' })
    })
  }

  for (const declaration of [undefined, null, 'A', [], new Error('A')]) {
    it(`${String(declaration)} as the declaration`, () => {
      const refusal = refusalOf('A', declaration)
      expect(refusal).to.include({ code: 'ERR_PROBLEM_DEFINITION', place: "defineProblem('A')" })
    })
  }

  it('a part that throws when it is read, and keeps what it threw as the cause', () => {
    const boom = new Error('boom')
    const title = (): never => {
      throw boom
    }
    const refusal = refusalOf('A', Object.defineProperty({ ...right }, 'title', { get: title, enumerable: true }))
    expect(refusal).to.include({ code: 'ERR_PROBLEM_DEFINITION', place: 'defineProblem', cause: boom })
  })

  it('whatever else is wrong, by TypeError with a code', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(declarationKeys)), nonsense, (key, value) => {
        try {
          declare('A', { ...right, [key]: value() })
        } catch (error) {
          expect(error)
            .to.be.instanceOf(TypeError)
            .with.property('code')
            .that.matches(/^ERR_PROBLEM_/)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
