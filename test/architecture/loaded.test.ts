/** What a process really loads, to recognise errors of libraries that may not be installed. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { root } from './imports.js'

// One error for each kind of mark, so that whatever a family would load late is loaded.
const ERRORS = `[
  new Error('x'),
  Object.assign(new Error('x'), { isAxiosError: true, response: { status: 404 } }),
  Object.assign(new Error('x'), { name: 'ZodError', issues: [{ message: 'x', path: [] }] }),
  Object.assign(new Error('x'), { name: 'ValidationError', details: [{ path: ['a'], type: 'any.required' }] }),
  Object.assign(new Error('x'), { code: '23505', severity: 'ERROR' }),
  Object.assign(new Error('x'), { name: 'PrismaClientKnownRequestError', code: 'P2002' }),
  Object.assign(new Error('x'), { name: 'JsonWebTokenError' }),
  Object.assign(new Error('x'), { status: 413, type: 'entity.too.large' }),
  [{ instancePath: '/a', keyword: 'type', params: {} }],
]`

const STATUSES = [500, 502, 422, 422, 409, 409, 401, 413, 422]

// Modules of CommonJS and of ES modules that are files of a package; every file of ours stands in dist.
const REPORT = `console.log(JSON.stringify({ statuses, loaded: [...loaded].filter((name) => !name.startsWith('node:')) }))`

/** Runs a program that knows the modules it loads; `hooks` collects those of ES modules. */
function run(...options: readonly string[]): { readonly statuses: readonly number[]; readonly loaded: readonly string[] } {
  return JSON.parse(execFileSync(process.execPath, options, { cwd: root, encoding: 'utf8', env: {}, timeout: 20_000 }))
}

const esm = `
  import { register } from 'node:module'
  import { MessageChannel } from 'node:worker_threads'
  const { port1, port2 } = new MessageChannel()
  const loaded = new Set()
  port1.on('message', (url) => loaded.add(url))
  const hooks = "let port; export const initialize = (data) => { port = data }; export const load = (url, context, next) => { port.postMessage(url); return next(url, context) }"
  register('data:text/javascript,' + encodeURIComponent(hooks), { data: port2, transferList: [port2] })
  const { problemHandler } = await import('http-problems/express')
  const { toProblem } = await import('http-problems')
  problemHandler()
  const statuses = ${ERRORS}.map((error) => toProblem(error).status)
  await new Promise((resolve) => setTimeout(resolve, 50))
  ${REPORT}
  port1.close()
`

const cjs = `
  const { problemHandler } = require('http-problems/express')
  const { toProblem } = require('http-problems')
  problemHandler()
  const statuses = ${ERRORS}.map((error) => toProblem(error).status)
  const loaded = Object.keys(require.cache)
  ${REPORT}
`

const openapi = (require: string, use: string) => `
  const { documentProblemsYaml } = ${use}('http-problems/openapi')
  const { cache } = ${require}
  const loaded = () => Object.keys(cache).filter((name) => name.includes('node_modules'))
  const before = loaded()
  documentProblemsYaml("openapi: 3.1.2\\npaths: {}\\n", [])
  console.log(JSON.stringify({ statuses: [before.length], loaded: loaded() }))
`

describe('A process with http-problems/openapi', () => {
  for (const [format, options] of [
    [
      'ES modules',
      ['--input-type=module', '--eval', openapi("(await import('node:module')).createRequire('/')", 'await import')],
    ],
    ['CommonJS', ['--input-type=commonjs', '--eval', openapi('require', 'require')]],
  ] as const) {
    it(`loads the package yaml when a text comes, with ${format}`, () => {
      const { statuses, loaded } = run(...options)

      expect(statuses).to.deep.equal([0])
      expect(loaded.length).to.be.above(5)
      expect(loaded.filter((name) => !name.includes('/node_modules/yaml/'))).to.deep.equal([])
    })
  }
})

describe('A process with http-problems/express', () => {
  for (const [format, options] of [
    ['ES modules', ['--input-type=module', '--eval', esm]],
    ['CommonJS', ['--input-type=commonjs', '--eval', cjs]],
  ] as const) {
    it(`loads no package to convert errors of libraries, with ${format}`, () => {
      const { statuses, loaded } = run(...options)

      expect(statuses).to.deep.equal(STATUSES)
      expect(loaded.filter((name) => name.includes('/dist/'))).to.have.length.above(2)
      expect(loaded.filter((name) => !name.includes('/dist/'))).to.deep.equal([])
      expect(loaded.filter((name) => name.includes('node_modules'))).to.deep.equal([])
    })

    it(`loads no form but JSON before a client asks for it, with ${format}`, () => {
      const { loaded } = run(...options)

      expect(loaded.filter((name) => /(?:html|markdown|xml|youch)[^/]*$/.test(name))).to.deep.equal([])
    })

    it(`loads nothing of the listeners for logs, traces, trackers and metrics, with ${format}`, () => {
      const { loaded } = run(...options)
      const paths = loaded.map((name) => (name.startsWith('file:') ? fileURLToPath(name) : name))

      expect(paths.filter((path) => path.includes('telemetry'))).to.deep.equal([])
      expect(paths.filter((path) => /opentelemetry|http_problems_total/.test(readFileSync(path, 'utf8')))).to.deep.equal([])
    })
  }
})
