/** How the build puts a module inside of the functions that it exports. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { rollup } from 'rollup'

const { enclosing } = (await import(new URL('../../../build/enclose.js', import.meta.url).href)) as {
  readonly enclosing: (ids: readonly string[], options: object) => { readonly name: string }
}

type Modules = Readonly<Record<string, string>>

describe('A module that the build encloses', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'http-problems-enclose-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Writes the modules, joins what `entry` needs with the others enclosed, and loads it. */
  async function joined(modules: Modules, enclosed: readonly string[]): Promise<Record<string, unknown>> {
    for (const [name, code] of Object.entries(modules)) writeFileSync(join(folder, `${name}.mjs`), code)
    const input = { entry: join(folder, 'entry.mjs') }
    const options = {
      input,
      external: /^node:/,
      onLog: (_level: string, { message }: { readonly message: string }): void => {
        throw new Error(message)
      },
    }
    const ids = enclosed.map((name) => join(folder, `${name}.mjs`))
    const bundle = await rollup({ ...options, plugins: [enclosing(ids, options)] })
    await bundle.write({ format: 'es', generatedCode: 'es2015', dir: join(folder, 'out'), entryFileNames: '[name].mjs' })
    await bundle.close()
    return (await import(pathToFileURL(join(folder, 'out', 'entry.mjs')).href)) as Record<string, unknown>
  }

  async function failure(modules: Modules, enclosed: readonly string[]): Promise<string> {
    const error = await joined(modules, enclosed).catch((thrown: Error) => thrown)
    return error instanceof Error ? error.message : 'none'
  }

  it('is made at the first call of one of its functions, once, with what only it needs', async () => {
    const loaded = await joined(
      {
        entry: `export { made } from './log.mjs'; export { one, two } from './late.mjs'`,
        log: 'export const made = []',
        shared: `import { made } from './log.mjs'; made.push('shared')`,
        own: `import { made } from './log.mjs'; made.push('own'); export const own = {}`,
        late: `
          import { made } from './log.mjs'; import { own } from './own.mjs'
          made.push('late'); export function one() { return own }; export function two() { return own }`,
      },
      ['late'],
    )
    const { made, one, two } = loaded as { made: string[]; one: () => object; two: () => object }

    expect(made).to.deep.equal([])
    expect(one()).to.equal(two())
    expect(made).to.deep.equal(['own', 'late'])
  })

  it('shares what others need too', async () => {
    const loaded = await joined(
      {
        entry: `export { state } from './state.mjs'; export { late } from './late.mjs'`,
        state: 'export const state = {}',
        late: `import { state } from './state.mjs'; export function late() { return state }`,
      },
      ['late'],
    )
    const { state, late } = loaded as { state: object; late: () => object }

    expect(late()).to.equal(state)
  })

  it('exports functions with their names, numbers of parameters, `this` and arguments', async () => {
    const loaded = await joined(
      {
        entry: `export * from './late.mjs'`,
        late: `
          export function middleware(error, { url }, res, next) { return [this, arguments.length, url] }
          export function optional(first, second = 2, third) { return [first, second, third] }
          export function rest(first, ...more) { return [first, more] }`,
      },
      ['late'],
    )
    const { middleware, optional, rest } = loaded as Record<'middleware' | 'optional' | 'rest', (...args: unknown[]) => unknown>

    expect(middleware).to.include({ name: 'middleware', length: 4 })
    expect([optional.length, rest.length]).to.deep.equal([1, 1])
    const holder = {}
    expect(middleware.call(holder, 1, { url: '/' })).to.deep.equal([holder, 2, '/'])
    expect(optional(1)).to.deep.equal([1, 2, undefined])
    expect(rest(1, 2, 3)).to.deep.equal([1, [2, 3]])
  })

  it('exports a function that has another name inside, not one that happens to have its name', async () => {
    const loaded = await joined(
      {
        entry: `export { find } from './late.mjs'`,
        other: `function find() { return 'private' }; export const other = find`,
        own: `export function find() { return 'public' }`,
        late: `import { other } from './other.mjs'; export { find } from './own.mjs'; globalThis.Object(other)`,
      },
      ['late'],
    )

    expect((loaded as { find: () => string }).find()).to.equal('public')
  })

  it('is refused where it exports what is no function, or what others need too', async () => {
    const entry = `export * from './late.mjs'`
    for (const late of ['export const table = {}', 'export class Late {}', 'export const late = () => 1'])
      expect(await failure({ entry, late }, ['late']), late).to.include('is no function, so it cannot be enclosed.')
    const state = 'export function state() {}'
    for (const late of [`export { state } from './state.mjs'`, 'globalThis.late = 1'])
      expect(await failure({ entry: `import './state.mjs'; ${entry}`, state, late }, ['late']), late).to.include(
        'exports functions of its own, and passes none on',
      )
  })

  it('is missed where nothing imports it, or only another one that is enclosed', async () => {
    const modules = {
      entry: `export { late } from './late.mjs'`,
      late: `import { own } from './own.mjs'; export function late() { return own() }`,
      own: 'export function own() {}',
    }

    expect(await failure(modules, ['late', 'lost'])).to.match(/lost\.mjs: no other module imports it/)
    expect(await failure(modules, ['late', 'own'])).to.match(/own\.mjs: no other module imports it/)
  })
})
