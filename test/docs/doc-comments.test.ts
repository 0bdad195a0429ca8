/** Compiles and runs every `@example` of the doc comments, against the built package. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { type Declaration, declarationsOf } from './doc-comments.js'
import { exampleFolder, isPrintedAs, promisedOutput, type Ran, runFile, whilePrinting } from './example-module.js'
import { close, exchange, listening } from './exchange.js'
import { publicNames } from './public-api.js'
import { listFiles, readSource } from './root.js'

/** One example of a doc comment. */
interface Example {
  readonly file: string
  readonly name: string
  readonly code: string
}

/** An answer that a comment promises. */
interface PromisedAnswer {
  readonly method: string
  readonly path: string
  readonly status: string
  readonly field: string | undefined
}

const folder = join(exampleFolder, 'comments')
const sources = [...(await listFiles('lib', '.ts')), ...(await listFiles('middleware', '.ts'))]
const examples: readonly Example[] = sources.flatMap((file) =>
  declarationsOf(readSource(file)).flatMap((declaration) =>
    declaration.examples.map((code) => ({ file, name: declaration.name, code: moduleOf(file, declaration, code) })),
  ),
)

describe('@example of doc comments', () => {
  let complaints: readonly string[] = []
  before(() => {
    complaints = compile()
  })

  for (const example of examples) {
    it(`of ${example.name} compiles and does what it says (${example.file})`, async () => {
      expect(complaints.filter((line) => line.includes(`${fileName(example)}.ts`))).to.deep.equal([])
      const ran = await runFile(join(folder, 'out', `${fileName(example)}.js`))
      expect(ran.printed.length).to.equal(promisedOutput(example.code).length)
      for (const [index, promise] of promisedOutput(example.code).entries()) {
        expect(isPrintedAs(ran.printed[index] ?? [], promise), promise).to.equal(true)
      }
      for (const promise of promisedAnswers(example.code)) await checkAnswer(ran, promise)
    })
  }
})

/** Adds the imports, which the comments leave out; the example of a type is a value that has it. */
function moduleOf(file: string, { name, kind }: Declaration, code: string): string {
  const body = kind === 'type' || kind === 'interface' ? `export const example: ${name} = ${code}` : code
  // Neither what a text says nor the name of a property is a use.
  const used = body.replace(/\/\/.*$/gm, '').replace(/'[^'\n]*'/g, "''")
  // What says something of routes is shown with what collects them.
  const servers = /\bexpress\(\)/.test(body) ? ['http-problems/express'] : []
  const entries: readonly string[] = ['http-problems', ...entriesOf(file), 'http-problems/openapi', ...servers]
  const known = new Set<string>()
  const imports = entries.flatMap((entry) => {
    const names = publicNames(entry).filter(
      (candidate) => !known.has(candidate.name) && new RegExp(`(?<![\\w)]\\.)\\b${candidate.name}\\b(?!:)`).test(used),
    )
    for (const item of names) known.add(item.name)
    return names.length === 0
      ? []
      : [`import { ${names.map((item) => `${item.typeOnly ? 'type ' : ''}${item.name}`).join(', ')} } from '${entry}'`]
  })
  if (/\bexpect\(/.test(body)) imports.push("import { expect, use } from 'chai'")
  if (/\bexpress\(\)/.test(body)) imports.push("import express from 'express'")
  if (/\bnew Koa\(\)/.test(body)) imports.push("import Koa from 'koa'")
  if (/\bnew Router\(\)/.test(body)) imports.push("import Router from '@koa/router'")
  return `${imports.join('\n')}\n\n${body}\n${/^const app\b/m.test(body) ? 'export { app }\n' : ''}`
}

function entriesOf(file: string): readonly string[] {
  if (file.startsWith('lib/client/')) return ['http-problems/client']
  if (file.startsWith('lib/testing/')) return ['http-problems/testing']
  if (file.startsWith('lib/compat/')) return ['http-problems/compat']
  if (file.startsWith('lib/openapi/')) return ['http-problems/openapi']
  const framework = file.includes('koa') ? 'http-problems/koa' : 'http-problems/express'
  return file.startsWith('lib/telemetry/') ? ['http-problems/telemetry', framework] : [framework]
}

function fileName({ file, name }: Example): string {
  return `${file}-${name}`.replace(/[^a-z0-9]+/gi, '-')
}

/** Compiles all examples at once; gives what the compiler complains about. */
function compile(): readonly string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const example of examples) writeFileSync(join(folder, `${fileName(example)}.ts`), example.code)
  const compilerOptions = { rootDir: '.', outDir: 'out', sourceMap: false, noUnusedParameters: false, types: ['node'] }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../tsconfig.json', compilerOptions, include: ['*.ts'] }),
  )
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  return stdout.split('\n')
}

/** Reads `// POST /books: 405, Allow: GET` and, below a route, `// answered with 500`. */
function promisedAnswers(code: string): readonly PromisedAnswer[] {
  const named = [...code.matchAll(/\/\/ ([A-Z]+) (\/\S*): (\d{3})(?:, (\S+: .+))?$/gm)].map(
    ({ 1: method = '', 2: path = '', 3: status = '', 4: field }) => ({ method, path, status, field }),
  )
  const below = [...code.matchAll(/app\.(get|post)\('([^']+)'(?:(?!app\.)[\s\S])*?\/\/ answered with (\d{3})$/gm)].map(
    ({ 1: method = '', 2: path = '', 3: status = '' }) => ({ method: method.toUpperCase(), path, status, field: undefined }),
  )
  return [...named, ...below]
}

async function checkAnswer({ exports }: Ran, { method, path, status, field }: PromisedAnswer): Promise<void> {
  // Express's app is a listener, Koa's makes one.
  const app = exports.app as RequestListener & { callback?: () => RequestListener }
  const server = createServer(app.callback?.() ?? app).listen(0, '127.0.0.1')
  await listening(server)
  try {
    const { result } = await whilePrinting(() => exchange(server, { method, path, headers: {}, body: '' }))
    expect(result.head).to.match(new RegExp(`^HTTP/1.1 ${status} `))
    if (field !== undefined) expect(result.head.split('\n')).to.include(field)
  } finally {
    await close(server)
  }
}
