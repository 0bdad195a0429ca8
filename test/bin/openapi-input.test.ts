/** The command `openapi` with what cannot be used: each is told by name, place and advice, with exit code 2, and nothing is written. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { makeWorkshop, type Workshop } from './command.js'
import { commonjsModule, expressModule, koaModule, ordersYaml } from './openapi-apps.js'

const info = "info: { title: T, version: '1' }\n"

describe('http-problems openapi, with a wrong input,', () => {
  let shop: Workshop
  before(() => {
    shop = makeWorkshop({ 'app.mjs': expressModule(), 'api.yaml': ordersYaml })
    mkdirSync(join(shop.folder, 'folder.yaml'))
    mkdirSync(join(shop.folder, 'folder.mjs'))
  })
  after(() => shop.remove())

  /** Runs a command line that must be refused, and gives what it says. */
  function refused(...args: readonly string[]): string {
    const list = (): readonly string[] => readdirSync(shop.folder, { recursive: true, encoding: 'utf8' }).sort()
    const before = list()
    const { code, out, error } = shop.command('openapi', ...args)
    expect([code, out], error).to.deep.equal([2, ''])
    expect(error).not.to.match(/^\s+at /m)
    expect([list(), readFileSync(join(shop.folder, 'api.yaml'), 'utf8')]).to.deep.equal([before, ordersYaml])
    return error
  }

  for (const [what, file, text, message] of [
    [
      'no OpenAPI',
      'other.yaml',
      'a: 1\n',
      /^http-problems: other\.yaml: #\/openapi .*expected a version of OpenAPI '3\.0', '3\.1' or '3\.2'/,
    ],
    ['no map', 'list.json', '[1]', /^http-problems: list\.json: .*expected an OpenAPI document/],
    [
      'Swagger 2',
      'swagger.json',
      '{\n  "swagger": "2.0"\n}',
      /swagger\.json: #\/swagger \(line 2, column 3\): .*convert a document of Swagger 2 first/,
    ],
    [
      'an unknown version',
      'four.yaml',
      `${info}openapi: 4.0.0\n`,
      /four\.yaml: #\/openapi \(line 2, column 1\): expected .*'4\.0\.0'|"4\.0\.0"/,
    ],
    [
      'a broken reference',
      'ref.yaml',
      `openapi: 3.1.2\n${info}paths:\n  /orders:\n    post:\n      responses:\n        '409':\n          $ref: '#/components/responses/No'\n`,
      /ref\.yaml: #\/paths\/~1orders\/post\/responses\/409\/\$ref \(line 8, column 11\): expected .*got "#\/components\/responses\/No", where there is nothing/,
    ],
    [
      'a component named twice',
      'twice.yaml',
      `openapi: 3.1.2\n${info}paths: {}\ncomponents:\n  schemas:\n    A: {}\n    A: {}\n`,
      /twice\.yaml: .*Map keys must be unique at line 7, column 5:\n\n {4}A: \{\}\n {4}A: \{\}\n {4}\^\n$/,
    ],
    [
      'a component named twice in JSON',
      'twice.json',
      '{ "openapi": "3.1.2", "paths": {},\n  "components": { "schemas": { "A": {}, "A": {} } } }',
      /twice\.json: expected JSON with each key once, got .* line 2, column 41:/,
    ],
    [
      'YAML that does not parse',
      'bad.yaml',
      'openapi: 3.1.2\npaths:\n  a: [1\n  b: 2\n',
      /bad\.yaml: expected YAML, got .* at line 4, column 3:\n\n {2}a: \[1\n {2}b: 2\n {2}\^\n$/,
    ],
    [
      'several YAML documents',
      'two.yaml',
      'openapi: 3.1.2\n---\nopenapi: 3.1.2\n',
      /two\.yaml: expected one YAML document, got 2 of them/,
    ],
    [
      'JSON cut short',
      'cut.json',
      '{\n  "openapi": "3.1.2",\n  "info":',
      /cut\.json is no JSON: .* at line 3, column 10:\n\n {2}"info":\n {9}\^\n$/,
    ],
    [
      'JSON with a mistake',
      'bad.json',
      '{\n  "openapi": "3.1.2",\n  oops\n}',
      /bad\.json is no JSON: .* at line 3, column 3:\n\n {2}oops\n {2}\^\n$/,
    ],
  ] as const) {
    it(`refuses a document that is ${what}`, () => {
      shop.write({ [file]: text })
      expect(refused('--app', 'app.mjs', '--in', file, '--out', file)).to.match(message)
      expect(readFileSync(join(shop.folder, file), 'utf8')).to.equal(text)
    })
  }

  it('refuses a document that is missing, a folder, beneath a file, or no text', () => {
    writeFileSync(join(shop.folder, 'latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe4]))
    expect(refused('--app', 'app.mjs', '--in', 'gone.yaml')).to.match(
      /^http-problems: gone\.yaml: there is no such file; looked for \/.*gone\.yaml\n$/,
    )
    expect(refused('--app', 'app.mjs', '--in', 'folder.yaml')).to.match(/folder\.yaml is a folder\. Name the document in it\n$/)
    expect(refused('--app', 'app.mjs', '--in', 'api.yaml/x.yaml')).to.match(/api\.yaml\/x\.yaml cannot be read: ENOTDIR/)
    expect(refused('--app', 'app.mjs', '--in', 'latin.yaml')).to.match(/latin\.yaml is no text in UTF-8\. Save it as UTF-8\n$/)
  })

  it('refuses a file that cannot be written, and leaves no draft', () => {
    expect(refused('--app', 'app.mjs', '--in', 'api.yaml', '--out', 'app.mjs/x.yaml')).to.match(
      /^http-problems: app\.mjs\/x\.yaml cannot be written: .*Name another file with --out/,
    )
    expect(refused('--app', 'app.mjs', '--in', 'api.yaml', '--out', 'folder.yaml')).to.match(/folder\.yaml cannot be written: /)
  })

  for (const [what, file, module, message] of [
    [
      'is no JavaScript',
      'syntax.mjs',
      'export default {\nconst',
      /syntax\.mjs cannot be imported: .*\. See where with: node --check syntax\.mjs\n$/,
    ],
    [
      'is no JavaScript, in CommonJS',
      'syntax.cjs',
      '\nconst x y',
      /syntax\.cjs cannot be imported: .* \(syntax\.cjs, line 2\)\n$/,
    ],
    [
      'throws',
      'throws.mjs',
      expressModule("throw new Error('no KEY')"),
      /throws\.mjs cannot be imported: no KEY \(throws\.mjs, line 9\)\n$/,
    ],
    ['throws what is no error', 'odd.mjs', 'throw null', /odd\.mjs cannot be imported: null\n$/],
    [
      'imports what is missing',
      'lacks.mjs',
      "import './gone.mjs'",
      /lacks\.mjs cannot be imported: Cannot find module '.*gone\.mjs' imported from/,
    ],
    [
      'fails beside its import',
      'beside.mjs',
      expressModule(
        "setTimeout(() => { throw new Error('no database') }, 10)\nawait new Promise((resolve) => setTimeout(resolve, 500))\nexport default app",
      ),
      /beside\.mjs cannot be imported: no database \(beside\.mjs, line 9\)\n$/,
    ],
    [
      'is rejected beside its import',
      'rejected.mjs',
      expressModule(
        "Promise.reject(new Error('no database'))\nawait new Promise((resolve) => setTimeout(resolve, 500))\nexport default app",
      ),
      /rejected\.mjs cannot be imported: no database/,
    ],
    [
      'listens to a port',
      'listens.mjs',
      expressModule('const server = app.listen(3000)\nconsole.log(server.address().port)\nexport default app'),
      /listens\.mjs listens to a port when it is imported \(listens\.mjs, line 9\)\. Let the module export the app only, and call listen\(\) in another one/,
    ],
    [
      'waits until it listens',
      'waits.cjs',
      commonjsModule('module.exports = new Promise((resolve) => app.listen(3000, () => resolve(app)))'),
      /waits\.cjs listens to a port .*waits\.cjs, line 9/,
    ],
    [
      'waits for what never comes',
      'never.mjs',
      expressModule('await new Promise(() => undefined)\nexport default app'),
      /never\.mjs waits at its top level for what never comes, so nothing was written\n$/,
    ],
    [
      'ends the process',
      'ends.mjs',
      'process.exit(0)',
      /ends\.mjs ends the process when it is imported, so nothing was written\n$/,
    ],
    [
      'is TypeScript',
      'app.ts',
      'const app: number = 1',
      /app\.ts cannot be imported: .*Compile TypeScript first .*npx http-problems openapi --app app\.ts \.\.\.\n$/,
    ],
    [
      'exports no app',
      'none.mjs',
      'export const x = 1\nexport default class {}',
      /none\.mjs exports no app of Express or Koa, but default, x\. Export it as default, or as `app`\n$/,
    ],
    ['exports nothing', 'nothing.mjs', '', /nothing\.mjs exports no app of Express or Koa, but nothing\./],
    ['exports a function that makes none', 'makes.mjs', 'export default () => 7', /makes\.mjs exports no app/],
    [
      'exports a function that throws',
      'makesnot.mjs',
      "export default () => { throw new Error('no KEY') }",
      /makesnot\.mjs: the function that it exports throws: no KEY\n$/,
    ],
    [
      'exports a promise that is rejected',
      'promise.mjs',
      "const app = Promise.reject(new Error('no KEY'))\napp.catch(() => undefined)\nexport { app }",
      /promise\.mjs: the promise that it exports is rejected: no KEY\n$/,
    ],
    [
      'exports a router of Express',
      'router.mjs',
      expressModule('export default express.Router()'),
      /router\.mjs exports a router\. Export the app that uses it/,
    ],
    [
      'exports a router of Koa',
      'koarouter.mjs',
      koaModule('export default router'),
      /koarouter\.mjs exports a router\. Export the app that uses it/,
    ],
  ] as const) {
    it(`refuses a module that ${what}`, () => {
      shop.write({ [file]: module })
      expect(refused('--app', file, '--in', 'api.yaml', '--out', 'api.yaml')).to.match(message)
    })
  }

  it('refuses a module that is missing, or a folder', () => {
    expect(refused('--app', 'gone.mjs')).to.match(/^http-problems: gone\.mjs: there is no such file; looked for \//)
    expect(refused('--app', 'folder.mjs')).to.match(/folder\.mjs is a folder\. Name the module in it that exports the app\n$/)
  })

  it('says that a module takes long, and gives up after --timeout', () => {
    shop.write({
      'slow.mjs': expressModule('setInterval(() => undefined, 100)\nawait new Promise(() => undefined)\nexport default app'),
    })
    const error = refused('--app', 'slow.mjs', '--in', 'api.yaml', '--timeout', '2.5')
    expect(error).to.match(
      /^http-problems: slow\.mjs is still being imported \.\.\.\nhttp-problems: slow\.mjs is still being imported after 2\.5 seconds\. .*--timeout\n$/,
    )
  })

  for (const [what, args, message] of [
    ['no app', ['--in', 'api.yaml'], /--app is needed/],
    ['an unknown option', ['--app', 'app.mjs', '--force'], /Unknown option '--force'/],
    [
      'another format',
      ['--app', 'app.mjs', '--in', 'api.txt'],
      /api\.txt: a file that ends in \.json, \.yaml or \.yml is needed/,
    ],
    ['two formats', ['--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.json'], /have two formats/],
    ['nothing to check', ['--app', 'app.mjs', '--check'], /--check compares a document; name it with --in/],
    ['a file that would be lost', ['--app', 'app.mjs', '--out', 'api.yaml'], /--out api\.yaml is there already/],
    ['an unknown version', ['--app', 'app.mjs', '--openapi', '2.0'], /--openapi 2\.0: '3\.0', '3\.1' or '3\.2' is needed/],
    [
      'a version for a document that has one',
      ['--app', 'app.mjs', '--in', 'api.yaml', '--openapi', '3.1'],
      /--openapi is for a new document/,
    ],
    ['no time', ['--app', 'app.mjs', '--timeout', 'soon'], /--timeout soon: a number of seconds up to 3600 is needed/],
    [
      'an unknown class',
      ['--app', 'app.mjs', '--in', 'api.yaml', '--everywhere', 'Nope'],
      /--everywhere Nope: the name of a class such as NotFound is needed/,
    ],
  ] as const) {
    it(`refuses a command line with ${what}, and shows the right one`, () => {
      const error = refused(...args)
      expect(error).to.match(message).and.to.include('Usage: http-problems openapi --app')
    })
  }

  it('refuses what the options of documents refuse', () => {
    expect(refused('--app', 'app.mjs', '--in', 'api.yaml', '--base-uri', 'no uri')).to.match(
      /^http-problems: api\.yaml: .*baseUri/,
    )
  })
})
