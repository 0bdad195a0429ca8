/** The command `openapi` on real apps and documents. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { root } from '../architecture/imports.js'
import { makeWorkshop, type Workshop } from './command.js'
import { commonjsModule, expressModule, koaModule, ordersYaml } from './openapi-apps.js'

const missing = [
  'GET /orders/{orderId} 404 https://api.example.com/problems/order-not-found',
  'POST /orders 404 https://api.example.com/problems/order-not-found',
  'POST /orders 409 about:blank',
]

describe('http-problems openapi', () => {
  let shop: Workshop
  const read = (name: string): string => readFileSync(join(shop.folder, name), 'utf8')
  beforeEach(() => {
    shop = makeWorkshop({ 'app.mjs': expressModule(), 'api.yaml': ordersYaml })
  })
  afterEach(() => shop.remove())

  for (const [what, file, module] of [
    ['the default export of an ES module', 'some.mjs', expressModule()],
    ['an export app', 'some.mjs', expressModule('export { app }')],
    ['a promise of an app', 'some.mjs', expressModule('export default Promise.resolve(app)')],
    ['a function that makes an app', 'some.mjs', expressModule('export default () => app')],
    [
      'a function that makes a promise of an app',
      'some.mjs',
      expressModule('export const app2 = 1\nexport default async function make() { return app }'),
    ],
    [
      'an app that comes late',
      'some.mjs',
      expressModule('await new Promise((resolve) => setTimeout(resolve, 50))\nexport default app'),
    ],
    ['module.exports', 'some.cjs', commonjsModule()],
    ['exports.app', 'some.cjs', commonjsModule('exports.app = app')],
    [
      'exports.default of a compiled ES module',
      'some.cjs',
      commonjsModule("Object.defineProperty(exports, '__esModule', { value: true })\nexports.default = app"),
    ],
    ['an app of Koa', 'some.mjs', koaModule()],
  ] as const) {
    it(`reads ${what}, which has another copy of the package`, () => {
      shop.write({ [file]: module })
      const { code, out, error } = shop.command('openapi', '--app', file, '--in', 'api.yaml')
      expect([code, error]).to.deep.equal([0, 'api.yaml: 3 responses added, 0 replaced, 0 removed; 2 routes\n'])
      expect(out).to.include("        '404':\n          $ref: '#/components/responses/OrderNotFound'\n")
      expect(Object.keys(parse(out).components.schemas)).to.have.members(['Conflict', 'OrderNotFound'])
    })
  }

  it('reads sub-apps of Koa that the module exports as mounts', () => {
    shop.write({
      'koa.mjs': koaModule("export default new Koa()\nexport const mounts = [['/shop', app]]"),
      'none.mjs': koaModule('export default app\nexport const mounts = 7'),
    })
    const { out } = shop.command('openapi', '--app', 'koa.mjs', '--openapi', '3.0')
    expect(Object.keys(JSON.parse(out).paths)).to.deep.equal(['/shop/orders/{id}', '/shop/orders'])
    shop.write({ 'odd.mjs': koaModule('export default app\nexport const mounts = [7]') })
    expect(shop.command('openapi', '--app', 'odd.mjs')).to.include({ code: 2, out: '' })
    const wrong = shop.command('openapi', '--app', 'none.mjs')
    expect([wrong.code, wrong.error]).to.deep.equal([2, 'http-problems: none.mjs: mounts is no list of [path, app]\n'])
  })

  it('writes the file at once, keeps its mode and what a link points to, and leaves nothing else', () => {
    symlinkSync('api.yaml', join(shop.folder, 'link.yaml'))
    chmodSync(join(shop.folder, 'api.yaml'), 0o640)
    const before = readdirSync(shop.folder)
    const { code, out, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'link.yaml', '--out', 'link.yaml')
    expect([code, out, error]).to.deep.equal([0, 'link.yaml: 3 responses added, 0 replaced, 0 removed; 2 routes\n', ''])
    expect(read('api.yaml')).to.include('OrderNotFound').and.to.include('# shown on top')
    expect(statSync(join(shop.folder, 'api.yaml')).mode & 0o777).to.equal(0o640)
    expect(readdirSync(shop.folder)).to.deep.equal(before)
    const written = statSync(join(shop.folder, 'api.yaml')).mtimeMs
    const again = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.yaml')
    expect([again.code, again.out]).to.deep.equal([0, 'api.yaml: up to date, 2 routes\n'])
    expect(statSync(join(shop.folder, 'api.yaml')).mtimeMs).to.equal(written)
  })

  it('keeps CRLF, tabs and the end of a file, in YAML and in JSON', () => {
    const json = JSON.stringify(
      { openapi: '3.0.4', info: { title: 'T', version: '1' }, paths: { '/orders': { post: { tags: ['a', 1.5] } } } },
      null,
      '\t',
    )
    shop.write({
      'crlf.yml': ordersYaml.replaceAll('\n', '\r\n').trimEnd(),
      'tabs.json': `\ufeff${json}`,
      'spaces.json': `${json.replaceAll('\t', '   ')}\n`,
    })
    for (const name of ['crlf.yml', 'tabs.json', 'spaces.json'])
      expect(shop.command('openapi', '--app', 'app.mjs', '-i', name, '-o', name), name).to.include({ code: 0, error: '' })
    expect(read('crlf.yml'))
      .to.match(/components:\r\n {2}schemas:\r\n/)
      .and.not.to.match(/[^\r]\n|\n$/)
    expect(read('tabs.json')).to.match(/^\ufeff\{\n\t"openapi"[\s\S]*\n\t"components": \{\n\t\t"schemas": \{\n[\s\S]*\}$/)
    expect(read('spaces.json'))
      .to.match(/^ {3}"components": \{\n {6}"schemas": \{\n/m)
      .and.to.match(/\}\n$/)
    for (const name of ['tabs.json', 'spaces.json']) expect(() => JSON.parse(read(name).replace('\ufeff', ''))).not.to.throw()
  })

  it('says with --check what is missing, with the lines, and passes when it is there', () => {
    const { code, out, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--check')
    expect([code, out, read('api.yaml')]).to.deep.equal([1, '', ordersYaml])
    expect(error).to.match(
      /^api\.yaml: not up to date; run: npx http-problems openapi --app app\.mjs --in api\.yaml --out api\.yaml\n/,
    )
    for (const line of missing) expect(error).to.include(`  missing: ${line}\n`)
    expect(error).to.include("  line 15:\n    +         '404':\n    +           $ref: '#/components/responses/OrderNotFound'\n")
    shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.yaml')
    const now = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--check')
    expect(now).to.deep.equal({ code: 0, out: 'api.yaml: up to date, 2 routes\n', error: '' })
  })

  it('writes --out where --in needs nothing', () => {
    shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.yaml')
    shop.write({ 'old.yaml': ordersYaml })
    for (const name of ['new.yaml', 'old.yaml']) {
      const { code, out } = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', name)
      expect([code, out]).to.deep.equal([0, `${name}: 0 responses added, 0 replaced, 0 removed; 2 routes\n`])
      expect(read(name)).to.equal(read('api.yaml'))
      const again = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', name)
      expect(again.out).to.equal(`${name}: up to date, 2 routes\n`)
    }
  })

  it('compares with --out, where --check names it', () => {
    shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'full.yaml')
    expect(shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'full.yaml', '--check').code).to.equal(0)
    shop.write({ 'full.yaml': `${read('full.yaml')}# changed\n` })
    const stale = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'full.yaml', '--check')
    expect([stale.code, stale.error.split('\n')[0]]).to.deep.equal([
      1,
      'full.yaml: not up to date; run: npx http-problems openapi --app app.mjs --in api.yaml --out full.yaml',
    ])
    expect(read('full.yaml')).to.match(/# changed\n$/)
  })

  it('names with --check what the declarations have changed since, and what nobody declares any more', () => {
    shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.yaml')
    shop.write({
      'app.mjs': expressModule()
        .replace('Conflict, OrderNotFound))', 'OrderNotFound))')
        .replace('There is no such order', 'No such order'),
    })
    const { code, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--check')
    expect(code).to.equal(1)
    expect(error).to.include('  no longer declared: POST /orders 409\n')
    expect(error)
      .to.match(/ {4}- .*There is no such order\n/)
      .and.to.match(/ {4}\+ .*No such order\n/)
  })

  it('fails with --check where a person wrote what contradicts the app, unless that is allowed', () => {
    const completed = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml').out
    shop.write({ 'api.yaml': completed.replace("'200':\n", "'418':\n          description: A teapot\n        '200':\n") })
    const { code, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--check')
    expect(code).to.equal(1)
    expect(error).to.match(
      /^api\.yaml: lacks nothing, but contradicts the app \(--allow-conflicts lets that pass\)\n {2}conflict: GET \/orders\/\{orderId\} 418 is /,
    )
    const allowed = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--check', '--allow-conflicts')
    expect([allowed.code, allowed.error]).to.deep.equal([0, ''])
    expect(allowed.out).to.include('  conflict: ')
    const written = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.yaml')
    expect([written.code, written.out]).to.satisfy(
      ([status, text]: [number, string]) => status === 0 && text.includes('  conflict: '),
    )
  })

  it('fails with --check where no route answers any operation, as nothing was compared', () => {
    shop.write({
      'prefixed.yaml': ordersYaml.replaceAll('  /orders', '  /api/v1/orders'),
    })
    const says =
      'prefixed.yaml: no route answers any of its operations; name the app of this document, or correct the paths of its `servers`\n'
    const { code, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'prefixed.yaml', '--check')
    expect([code, error.slice(0, says.length)]).to.deep.equal([1, says])
    expect(error).to.include('  note: POST /orders is no operation of the document\n')
    shop.write({ 'empty.mjs': 'export default { middleware: [], callback: () => undefined }' })
    const empty = shop.command('openapi', '--app', 'empty.mjs', '--in', 'prefixed.yaml', '--check')
    expect([empty.code, empty.error.slice(0, says.length)]).to.deep.equal([1, says])
  })

  it('prints with --json what was done, and the document where no file is written', () => {
    const result = JSON.parse(shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--json').out)
    expect(result).to.include({ stale: true, routes: 2 })
    expect(result.added.map(({ method, path, status }: Record<string, string>) => `${method} ${path} ${status}`)).to.deep.equal(
      missing.map((line) => line.split(' ').slice(0, 3).join(' ')),
    )
    expect(result.changes[0]).to.deep.equal({
      line: 15,
      removed: [],
      added: ["        '404':", "          $ref: '#/components/responses/OrderNotFound'"],
    })
    expect(parse(result.text).openapi).to.equal('3.1.2')
    const checked = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--json', '--check')
    expect([checked.code, checked.error]).to.deep.equal([1, ''])
    expect(JSON.parse(checked.out)).to.include({ stale: true }).and.not.to.have.property('text')
  })

  it('makes a new document of the routes, named after the package, whose operations have no errors alone', () => {
    shop.write({
      'package.json': '{ "name": "shop", "version": "7.1.0" }',
      'src/app.mjs': expressModule(
        "app.get('/orders/:order', (req, res) => res.end())\napp.propfind('/any', (req, res) => res.end())\nexport default app",
      ),
    })
    // A package finds itself by its name, and no other one.
    mkdirSync(join(shop.folder, 'node_modules'))
    symlinkSync(root, join(shop.folder, 'node_modules/http-problems'))
    for (const [version, full] of [
      ['3.0', '3.0.4'],
      ['3.1', '3.1.2'],
      ['3.2', '3.2.0'],
    ] as const) {
      const { code, out } = shop.command('openapi', '--app', 'src/app.mjs', '--openapi', version)
      const document = JSON.parse(out)
      expect([code, document.openapi, document.info]).to.deep.equal([0, full, { title: 'shop', version: '7.1.0' }])
      expect(Object.keys(document.paths)).to.deep.equal(['/orders/{id}', '/orders'])
      expect(Object.keys(document.paths['/orders'].post.responses)).to.deep.equal(['404', '409', '2XX'])
      expect(document.paths['/orders/{id}'].get.parameters).to.deep.equal([
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      ])
    }
    const made = shop.command('openapi', '--app', 'src/app.mjs', '--out', 'new/api.yaml')
    expect([made.code, made.error]).to.deep.equal([0, ''])
    expect(shop.command('openapi', '--app', 'src/app.mjs', '--in', 'new/api.yaml', '--check').code).to.equal(0)
    expect(shop.command('openapi', '--app', 'src/app.mjs', '--out', 'new/api.yaml')).to.include({ code: 2 })
    shop.write({ 'package.json': '{ "name": "shop" }', 'src/package.json': '{ "type": "module" }' })
    expect(JSON.parse(shop.command('openapi', '--app', 'src/app.mjs').out).info).to.deep.equal({
      title: 'shop',
      version: '1.0.0',
    })
  })

  it('writes a new document in the format of its file', () => {
    expect(shop.command('openapi', '--app', 'app.mjs', '--out', 'new.yaml').error).to.equal('')
    expect(shop.command('openapi', '--app', 'app.mjs', '--out', 'new.json').error).to.equal('')
    expect(read('new.yaml')).to.match(
      /^openapi: 3\.1\.2\ninfo:\n {2}title: .*\n {2}version: .*\npaths:\n {2}\/orders\/\{id\}:\n {4}get:\n/,
    )
    expect(parse(read('new.yaml'))).to.deep.equal(JSON.parse(read('new.json')))
    const checked = shop.command('openapi', '--app', 'app.mjs', '--in', 'new.yaml', '--check')
    expect([checked.code, checked.error]).to.deep.equal([0, ''])
  })

  it('names a new document without a package.json that is none', () => {
    shop.write({ 'package.json': '{ cut', 'src/package.json': '{ "type": "module" }', 'src/app.js': expressModule() })
    mkdirSync(join(shop.folder, 'node_modules'))
    symlinkSync(root, join(shop.folder, 'node_modules/http-problems'))
    const { code, out, error } = shop.command('openapi', '--app', 'src/app.js')
    expect([code, error.split('\n')[0]]).to.deep.equal([0, 'the document: 3 responses added, 0 replaced, 0 removed; 2 routes'])
    expect(JSON.parse(out).info).to.have.keys('title', 'version')
  })

  it('says that components changed where no response did, in whole lines', () => {
    shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.yaml')
    const completed = read('api.yaml')
    shop.write({ 'api.yaml': completed.replace('      description: Conflict\n', '      description: Clash\n') })
    const { code, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--check')
    expect(code).to.equal(1)
    expect(error).to.match(
      /^api\.yaml: not up to date.*\n {2}line \d+:\n {4}- {7}description: Clash\n {4}\+ {7}description: Conflict\n$/,
    )
    expect(shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml', '--out', 'api.yaml').out).to.equal(
      'api.yaml: components changed: 1; 2 routes\n',
    )
    expect(read('api.yaml')).to.equal(completed)
  })

  it('gives a command line that a shell can run again, whatever the files are called', () => {
    shop.write({ "it's my app.mjs": expressModule(), 'my api.yaml': ordersYaml })
    const { error } = shop.command('openapi', '--app', "it's my app.mjs", '--in', 'my api.yaml', '--check')
    expect(error.split('\n')[0]).to.equal(
      `my api.yaml: not up to date; run: npx http-problems openapi --app 'it'\\''s my app.mjs' --in 'my api.yaml' --out 'my api.yaml'`,
    )
  })

  it('names a new document API where the app belongs to no package', () => {
    const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
    writeFileSync(join(folder, 'app.mjs'), 'export default { middleware: [], callback: () => undefined }')
    const { out } = shop.command('openapi', '--app', join(folder, 'app.mjs'))
    rmSync(folder, { recursive: true })
    expect(JSON.parse(out)).to.deep.equal({ openapi: '3.1.2', info: { title: 'API', version: '1.0.0' }, paths: {} })
  })

  it('documents with --everywhere what every route may answer, and with --base-uri whole URIs', () => {
    shop.write({
      'app.mjs': expressModule().replace('https://api.example.com/problems/order-not-found', '/problems/order-not-found'),
    })
    const { out } = shop.command(
      'openapi',
      '--app',
      'app.mjs',
      '--in',
      'api.yaml',
      '--everywhere',
      'InternalServerError, OrderNotFound',
      '--base-uri',
      'https://b.example',
    )
    const document = parse(out)
    expect(Object.keys(document.paths['/orders/{orderId}'].get.responses)).to.include('500')
    expect(document.components.schemas.OrderNotFound.properties.type.const).to.equal('https://b.example/problems/order-not-found')
  })

  it('tells of routes that cannot be seen, or have no operation', () => {
    shop.write({
      'app.mjs': expressModule(
        "app.get(/^.x/, (req, res) => res.end())\napp.use(/^.y/, express.Router().get('/z', (req, res) => res.end()))\napp.delete('/orders', (req, res) => res.end())\nexport default app",
      ),
    })
    const { code, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml')
    expect(code).to.equal(0)
    expect(error)
      .to.match(/^http-problems: not seen: GET .*\^\.x/m)
      .and.to.match(/^http-problems: not seen: \^\.y/m)
      .and.to.include('  note: DELETE /orders is no operation of the document\n')
  })

  it('keeps what the app prints out of the document, and ends whatever the app leaves open', () => {
    shop.write({ 'app.mjs': expressModule("console.log('hello')\nsetInterval(() => undefined, 1000)\nexport default app") })
    const { code, out, error } = shop.command('openapi', '--app', 'app.mjs', '--in', 'api.yaml')
    expect([code, out.slice(0, 5)]).to.deep.equal([0, '# The'])
    expect(error).to.match(/^hello\n/)
  })

  it('explains itself', () => {
    const { code, out } = shop.command('openapi', '--help')
    expect([code, out.split(' --app')[0]]).to.deep.equal([0, 'Usage: http-problems openapi'])
    expect(shop.command('--help').out).to.match(/^ {2}openapi /m)
  })
})
