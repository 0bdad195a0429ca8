// Asserts that whoever requires http-errors gets http-problems/compat, and that what they make are problems.
const assert = require('node:assert/strict')
const { createRequire } = require('node:module')
const { readdirSync } = require('node:fs')
const compat = require('http-problems/compat')
const { HttpProblem, NotFound } = require('http-problems')

const users = readdirSync('node_modules', { recursive: true, withFileTypes: true })
  .filter(({ name, parentPath }) => name === 'package.json' && !/\/(?:http-errors|http-problems|test)$/.test(parentPath))
  .map(({ parentPath }) => `${process.cwd()}/${parentPath}/package.json`)
  .filter((file) => require(file).dependencies?.['http-errors'] !== undefined)
const names = users.map((file) => require(file).name)
for (const name of ['koa', 'express', 'http-assert', 'body-parser', 'raw-body', 'send']) assert.ok(names.includes(name), name)
for (const file of users) assert.equal(createRequire(file)('http-errors'), compat, file)

for (const name of ['koa', 'koa-2']) {
  const Koa = require(name)
  const context = new Koa().createContext({ headers: {} }, { getHeaders: () => ({}) })
  for (const make of [() => context.throw(404, 'No book 8.'), () => context.assert(false, 404, 'No book 8.')]) {
    assert.throws(make, (error) => {
      assert.ok(error instanceof HttpProblem && error instanceof NotFound && error instanceof compat.NotFound)
      assert.deepEqual(JSON.parse(JSON.stringify(error)), {
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        detail: 'No book 8.',
      })
      return true
    })
  }
  assert.ok(new NotFound() instanceof (Koa.HttpError ?? compat.HttpError))
}
console.log(`${users.length} packages use compat: ${names.join(', ')}`)
