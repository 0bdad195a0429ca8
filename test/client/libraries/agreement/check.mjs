/** Compares a client that is generated from the shop's OpenAPI document with what its classes become in a client: in types, and in what is received. */
import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import createClient from 'openapi-fetch'
import { app } from '../../../../.build/examples/bookshop/app.js'
import { openApiDocument } from '../../../../.build/examples/bookshop/openapi.js'
import { types } from '../../../../.build/examples/bookshop/problems.js'
import { fromResponse } from '../../../../dist/esm/lib/client/index.js'
import { HttpProblem } from '../../../../dist/esm/lib/index.js'
import { collectExpress } from '../../../../dist/esm/lib/openapi/index.js'
import { build } from '../link.mjs'
import { consumer, consumers } from './consumer.mjs'

const folder = join(build, 'agreement')
const require = createRequire(import.meta.url)
const programOf = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path)

const compilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  types: [],
}

/** Runs the comparison as checks of a report. */
export async function checkAgreement(report) {
  report.heading('A client that is generated from the OpenAPI document of the bookshop')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'shop.json'), JSON.stringify(openApiDocument(collectExpress(app))))
  await run(programOf('openapi-typescript', 'bin/cli.js'), ['shop.json', '--output', 'shop.ts'])
  for (const [name, alter] of Object.entries(consumers)) writeFileSync(join(folder, name), alter(consumer))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(consumers) }))
  const { stdout } = await run(programOf('typescript', 'bin/tsc'), ['--project', '.', '--pretty', 'false'])
  const errors = stdout.split('\n').filter((line) => /^\S/.test(line))
  const [right, ...wrong] = Object.keys(consumers).map((name) => ({
    name,
    own: errors.filter((line) => line.startsWith(`${name}(`)),
  }))
  await report.check('the types of both agree', () => {
    assert.deepEqual(right.own, [])
    assert.equal(errors.length, wrong.flatMap(({ own }) => own).length, stdout)
  })
  for (const { name, own } of wrong) await report.check(`the compiler refuses ${name}`, () => assert.notEqual(own.length, 0))
}

/** Asks a shop by a client for what it refuses, and compares what both read. */
export async function checkReceived(report, origin) {
  const sent = []
  const keep = async (request) => {
    const response = await fetch(request)
    sent.push(response.clone())
    return response
  }
  const api = createClient({ baseUrl: origin, fetch: keep })
  for (const { method, path, init, name } of refusals) {
    await report.check(`${method} ${path}: the document and the error agree (${name})`, async () => {
      const { error } = await api[method](path, init)
      const problem = await fromResponse(sent.pop(), { types })
      assert.deepEqual(plain(problem.document), error)
      assert.ok(problem instanceof HttpProblem)
      assert.equal(problem.name, name)
      const { type, title, status, detail, instance, ...members } = error
      assert.deepEqual(
        { type, title, status, detail, instance },
        pick(problem, ['type', 'title', 'status', 'detail', 'instance']),
      )
      assert.deepEqual(plain(problem.extensions), members)
    })
  }
}

const refusals = [
  { method: 'POST', path: '/orders', init: { body: { customer: 'ada', isbn: '9780140449136', quantity: 1 } }, name: 'SoldOut' },
  { method: 'POST', path: '/orders', init: { body: { customer: '', isbn: '', quantity: 0 } }, name: 'ValidationError' },
  { method: 'POST', path: '/orders/{id}/payment', init: { params: { path: { id: 1 } } }, name: 'OutOfCredit' },
  { method: 'POST', path: '/orders/{id}/payment', init: { params: { path: { id: 2 } } }, name: 'Conflict' },
  { method: 'GET', path: '/books/{isbn}', init: { params: { path: { isbn: '9780000000000' } } }, name: 'NotFound' },
  { method: 'GET', path: '/reports/sales', init: {}, name: 'InternalServerError' },
  { method: 'GET', path: '/nowhere', init: {}, name: 'NotFound' },
]

// Records that were received have no prototype.
function plain(value) {
  return JSON.parse(JSON.stringify(value))
}

function pick(record, names) {
  return Object.fromEntries(names.map((name) => [name, record[name]]))
}

async function run(program, args) {
  return promisify(execFile)(process.execPath, [program, ...args], { cwd: folder }).catch((error) => {
    if (error.stdout) return error
    throw error
  })
}
