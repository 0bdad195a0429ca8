/** Documents in YAML, completed with the problems of routes. */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { parse } from 'yaml'
import { Conflict, defineProblem, NotFound } from '../../../../lib/index.js'
import { documentProblems, documentProblemsYaml, type ProblemClass } from '../../../../lib/openapi/index.js'
import type { RouteRecord } from '../../../../lib/routes/record.js'
import { root } from '../../../architecture/imports.js'
import { layOut } from './layouts.js'
import { thrownBy } from './thrown.js'

class LoanedOut extends defineProblem('LoanedOut', {
  type: 'https://library.example/problems/loaned-out',
  status: 409,
  title: 'The book is loaned out: come back later',
  description: 'Somebody has it.\nThe member `until` says how long.\n',
  members: { type: 'object', properties: { until: { type: 'string', format: 'date' } }, required: ['until'] },
  examples: [{ until: '2026-11-28' }],
}) {}

/** Says that a route may answer problems. */
function route(method: string, path: string, ...classes: readonly ProblemClass[]): RouteRecord {
  const problems = classes.map((Class) => ({
    class: Class,
    type: Class.type,
    status: Class.status,
    source: 'declared' as const,
    evidence: 'problems()',
  }))
  return { method, path, problems }
}

/** Reads a text as tools do, and the completed text of it; checks what holds for every text. */
function completed(text: string, records: readonly RouteRecord[]): string {
  const { text: result, ...report } = documentProblemsYaml(text, records)
  const { document, ...wanted } = documentProblems(data(text) as object, records)
  expect(data(result)).to.deep.equal(document)
  expect(report).to.deep.equal(wanted)
  const again = documentProblemsYaml(result, records)
  expect(again.text).to.equal(result)
  expect([again.added, again.replaced, again.removed]).to.deep.equal([[], [], []])
  return result
}

function data(text: string): unknown {
  return JSON.parse(JSON.stringify(parse(text, { merge: true })))
}

/** Lists the lines that one text has and the other has not, with the keys above them; fails where a line is gone. */
function addedLines(before: string, after: string): readonly (readonly string[])[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const added: string[][] = []
  let next = 0
  const above: { readonly indent: number; readonly key: string }[] = []
  for (const line of now) {
    const indent = line.search(/[^ \r]/)
    if (indent !== -1 && !line.trim().startsWith('#')) {
      while ((above.at(-1)?.indent ?? -1) >= indent) above.pop()
      above.push({ indent, key: line.trim().replace(/:.*$/, '') })
    }
    if (line === old[next]) next++
    else added.push(above.map(({ key }) => key))
  }
  expect(old.slice(next)).to.deep.equal([])
  return added
}

const head = "openapi: 3.1.2\ninfo: { title: T, version: '1' }\n"
const records = [route('GET', '/a', NotFound)]

describe('documentProblemsYaml()', () => {
  const library = readFileSync(`${root}test/openapi/document/yaml/library.yaml.txt`, 'utf8')
  const paths = [...library.matchAll(/^ {2}(\/\S+):/gm)].map(([, path = '']) => path)
  const libraryRecords = paths.flatMap((path) =>
    path.includes('{')
      ? path.startsWith('/fines') || path.startsWith('/events')
        ? []
        : [route('GET', path.replace(/\{.*\}/, '{id}'), NotFound, LoanedOut)]
      : [route('GET', path, NotFound), route('POST', path, LoanedOut, Conflict, NotFound)],
  )

  for (const [name, text] of [
    ['with line feeds', library],
    ['with CRLF', library.replaceAll('\n', '\r\n')],
    ['with a byte order mark and markers', `\ufeff---\n${library}...\n`],
  ] as const) {
    it(`adds lines within responses and components to a document of 500 lines, and changes no other, ${name}`, () => {
      const result = completed(text, libraryRecords)
      const added = addedLines(text, result)
      expect(text.split('\n').length).to.be.above(400)
      expect(added.length).to.be.above(150)
      expect(added.filter((keys) => keys[0] !== 'components' && !keys.includes('responses'))).to.deep.equal([])
      expect(result.endsWith(text.slice(-20))).to.equal(true)
      expect(/(?<!\r)\n/.test(result)).to.equal(!text.includes('\r'))
    })
  }

  for (const [what, before, after] of [
    [
      'lines with the indentation around them, in the quotes of the document, behind the comments of the last response',
      `${head}paths:\n   /a:\n      get:\n         responses:\n            "200":\n               description: >-\n                  Folded\n                  text\n            # more below\n         # of get\n   # of paths\nx-end: 1`,
      `   /a:\n      get:\n         responses:\n            "200":\n               description: >-\n                  Folded\n                  text\n            # more below\n            "404":\n               $ref: "#/components/responses/NotFound"\n         # of get\n   # of paths\nx-end: 1\ncomponents:\n   schemas:`,
    ],
    [
      'responses to an operation that has none',
      `${head}paths:\n  /a:\n    get:\n      summary: A   # first\n`,
      `    get:\n      summary: A   # first\n      responses:\n        '404':\n          $ref: '#/components/responses/NotFound'\ncomponents:\n`,
    ],
    [
      'lines in the place of empty brackets, and keeps the comment behind them',
      `${head}paths:\n  /a:\n    get: {}   # to do\ncomponents: {} # none\n`,
      `    get:   # to do\n      responses:\n        '404':\n          $ref: '#/components/responses/NotFound'\ncomponents: # none\n  schemas:\n`,
    ],
    [
      'a response in brackets to responses in brackets',
      `${head}paths:\n  /a: { get: { responses: { '200': { description: ok } } } } # short\n`,
      `  /a: { get: { responses: { '200': { description: ok }, '404': { $ref: '#/components/responses/NotFound' } } } } # short\n`,
    ],
    [
      'a line to brackets over several lines, with the comma that they need',
      `${head}paths:\n  /a:\n    get: { responses: {\n      '200': {description: ok} # fine\n      } }\n`,
      `    get: { responses: {\n      '200': {description: ok}, # fine\n      '404': { $ref: '#/components/responses/NotFound' }\n      } }\n`,
    ],
    [
      'to what an anchor shares, once, where all need it',
      `${head}paths:\n  /a: &item\n    get:\n      responses: { '200': { description: ok } }\n  /b: *item\n`,
      `  /a: &item\n    get:\n      responses: { '200': { description: ok }, '404': { $ref: '#/components/responses/NotFound' } }\n  /b: *item\n`,
      [...records, route('GET', '/b', NotFound)],
    ],
    [
      'to a copy of what an anchor shares, where others do not need it',
      `${head}x-ok: &ok\n  '200': { description: ok }\npaths:\n  /a:\n    get:\n      responses: *ok # shared\n`,
      `x-ok: &ok\n  '200': { description: ok }\npaths:\n  /a:\n    get:\n      responses: # shared\n        '200':\n          description: ok\n        '404':\n          $ref: '#/components/responses/NotFound'\n`,
    ],
    [
      'to a copy where the place with the anchor needs it, and the alias does not',
      `${head}paths:\n  /a:\n    get:\n      responses: &ok\n        '200': { description: ok }\n  /b:\n    get:\n      responses: *ok\n`,
      `      responses: &ok\n        '200': { description: ok }\n        '404':\n          $ref: '#/components/responses/NotFound'\n  /b:\n    get:\n      responses:\n        '200':\n          description: ok\n`,
    ],
    [
      'beside a merge key',
      `${head}x-ok: &ok\n  '200': { description: ok }\npaths:\n  /a:\n    get:\n      responses:\n        <<: *ok\n`,
      `      responses:\n        <<: *ok\n        '404':\n          $ref: '#/components/responses/NotFound'\n`,
    ],
    [
      'in the place of what a merge key brings, where the source is for others too',
      `${head}x-op: &op\n  responses:\n    '200': { description: ok }\npaths:\n  /a:\n    get:\n      <<: [*op]\n`,
      `    get:\n      <<: [*op]\n      responses:\n        '200':\n          description: ok\n        '404':\n          $ref: '#/components/responses/NotFound'\n`,
    ],
    [
      'lines in the style of JSON to JSON, with tabs and without a line break at the end',
      '{\n\t"openapi": "3.1.2",\n\t"info": { "title": "T", "version": "1" },\n\t"paths": {\n\t\t"/a": {\n\t\t\t"get": { "responses": { "200": { "description": "ok" } } }\n\t\t}\n\t}\n}',
      '"get": { "responses": { "200": { "description": "ok" }, "404": { "$ref": "#/components/responses/NotFound" } } }\n\t\t}\n\t},\n\t"components": {\n\t\t"schemas": {\n\t\t\t"NotFound": {\n',
    ],
  ] as readonly (readonly [string, string, string, (readonly RouteRecord[])?])[]) {
    it(`adds ${what}`, () => {
      const given = [records, [...records, route('GET', '/b', NotFound)]][/once/.test(what) ? 1 : 0] as readonly RouteRecord[]
      const result = completed(before, given)
      expect(result).to.include(after)
      if (before.startsWith('{')) expect(() => JSON.parse(result)).not.to.throw()
    })
  }

  it('quotes what YAML 1.1 would not read as a text', () => {
    const result = completed(`${head}paths:\n  /a:\n    get:\n      responses: {}\n`, [route('GET', '/a', LoanedOut)])
    expect(result).to.include("until: '2026-11-28'")
    expect(result).to.include("'409':")
    expect(parse(result, { version: '1.1' })).to.deep.equal(parse(result))
  })

  it('renews what it generated when the declaration changes, and takes away what nobody declares any more', () => {
    const before = `${head}paths:\n  /a:\n    get:\n      responses:\n        '200': { description: ok } # mine\n`
    const first = completed(before, [route('GET', '/a', LoanedOut, NotFound)])
    const second = completed(first, [route('GET', '/a', NotFound)])
    expect(second).to.equal(completed(before, [route('GET', '/a', NotFound)]))
    expect(second).to.include("'200': { description: ok } # mine\n")
    class Changed extends defineProblem('LoanedOut', { type: LoanedOut.type, status: 409, title: 'Loaned out' }) {}
    const third = completed(first, [route('GET', '/a', Changed, NotFound)])
    expect(third).to.include('Loaned out').and.not.to.include('until')
  })

  it('gives what documentProblems() gives, whatever the layout of the document', () => {
    const operation = fc.record(
      {
        summary: fc.constantFrom('plain', 'two words', "it's # no comment"),
        responses: fc.dictionary(
          fc.constantFrom('200', '404', 'default'),
          fc.record({ description: fc.constantFrom('ok', 'a b c', 'kept\n\n') }),
        ),
      },
      { requiredKeys: [] },
    )
    const item = fc.dictionary(fc.constantFrom('get', 'post'), operation)
    const document = fc.record(
      {
        paths: fc.dictionary(fc.constantFrom('/a', '/b/{c}', '/d'), item, { minKeys: 1 }),
        'x-more': fc.constantFrom([1], [], 'x'),
        components: fc.constantFrom({}, { schemas: {} }),
      },
      { requiredKeys: ['paths'] },
    )
    const routes = ['/a', '/b/{id}', '/d'].flatMap((path) => [
      route('GET', path, NotFound, LoanedOut),
      route('POST', path, Conflict),
    ])
    fc.assert(
      fc.property(document, fc.integer(), (given, seed) => {
        const { text } = layOut({ openapi: '3.1.2', info: { title: 'T', version: '1' }, ...given }, seed)
        completed(text.replace(/^((?:'|")?openapi(?:'|")?): .*?(\r?)$/m, "$1: '3.1.2'$2"), routes)
      }),
    )
  })

  for (const [what, text, message] of [
    [
      'what is no YAML',
      `${head}paths:\n  a: [1\n  b: 2\n`,
      /^text: expected YAML, got .* at line 5, column 3:\n\n {2}a: \[1\n {2}b: 2\n {2}\^/,
    ],
    ['a key that stands there twice', `${head}paths: {}\npaths: {}\n`, /Map keys must be unique at line 4, column 1:/],
    ['several documents', `${head}---\n${head}`, /expected one YAML document, got 2 of them/],
    ['a text of comments alone', '# nothing\n', /expected one YAML document, got none/],
    ['a document of nothing', '---\n', /expected an OpenAPI document/],
    ['no text at all', '', /expected one YAML document, got none/],
    ['an alias without an anchor', `${head}paths: *none\n`, /alias/i],
    ['aliases that stand in themselves', `${head}paths: &a { b: *a }\n`, /expected YAML whose aliases can be followed/],
    ['aliases that grow without end', bomb(), /expected YAML whose aliases can be followed/],
    ['Swagger 2, with the line', "swagger: '2.0'\n", /document#\/swagger \(line 1, column 1\)/],
    [
      'a reference to nothing, with the line',
      `${head}paths:\n  /a:\n    get:\n      responses:\n        '404':\n          $ref: '#/components/responses/No'\n`,
      /document#\/paths\/~1a\/get\/responses\/404\/\$ref \(line 8, column 11\)/,
    ],
    [
      'explicit keys that it would have to rewrite',
      `${head}paths:\n  /a:\n    get:\n      ? responses\n      : {}\n`,
      /expected YAML that can be completed without touching other lines/,
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      const error = thrownBy(() => documentProblemsYaml(text, records))
      expect(error).to.be.an.instanceOf(TypeError).and.to.have.property('code', 'ERR_PROBLEM_DOCUMENT')
      expect((error as Error).message).to.match(message)
    })
  }

  it('keeps an anchor before empty brackets, and a comment in them', () => {
    const anchored = `${head}paths:\n  /a:\n    get:\n      responses: &r {}\nx-r: *r\n`
    expect(completed(anchored, records)).to.include("responses: &r { '404': ").and.to.include('x-r: {}\n')
    const noted = `${head}paths:\n  /a:\n    get:\n      responses: { # none yet\n        }\n`
    expect(completed(noted, records)).to.include("responses: { '404': { $ref: '#/components/responses/NotFound' } # none yet\n")
  })

  it('refuses to renew what has an anchor of a person by now', () => {
    const first = completed(`${head}paths:\n  /a:\n    get: {}\n`, [route('GET', '/a', LoanedOut)])
    class Changed extends defineProblem('LoanedOut', { type: LoanedOut.type, status: 409, title: 'Loaned out' }) {}
    const anchored = `${first.replace('    LoanedOut:\n', '    LoanedOut: &loaned\n')}x-same: *loaned\n`
    expect(() => documentProblemsYaml(anchored, [route('GET', '/a', Changed)])).to.throw(
      TypeError,
      /expected YAML that can be completed/,
    )
  })

  it('says that it needs the package yaml, where nothing can be loaded', () => {
    const { getBuiltinModule } = process
    process.getBuiltinModule = () => {
      throw new Error('no modules here')
    }
    try {
      expect(() => documentProblemsYaml(`${head}paths: {}\n`, [])).to.throw(TypeError, /expected the package yaml/)
    } finally {
      process.getBuiltinModule = getBuiltinModule
    }
  })

  it('refuses what is no text', () => {
    expect(() => documentProblemsYaml(7 as unknown as string, records)).to.throw(
      TypeError,
      /^text: expected the text of a YAML document, got .*7/,
    )
  })

  it('passes on what documentProblems() says of options', () => {
    expect(() => documentProblemsYaml(`${head}paths: {}\n`, [], { every: [] } as object)).to.throw(
      TypeError,
      /ERR_PROBLEM_OPTION/,
    )
  })
})

function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, index) => `x-${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]\n`,
  )
  return `${head}x-0: &a0 [1]\n${levels.join('')}paths: {}\n`
}
