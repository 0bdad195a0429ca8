// http-problems/compat in both formats: require() gives the function, import gives it as default, and they know each other's errors.
const assert = require('node:assert/strict')
const createError = require('http-problems/compat')
const { isHttpProblem, NotFound } = require('http-problems')

assert.equal(typeof createError, 'function')
assert.equal(createError.name, 'createError')
assert.equal(createError.NotFound, createError[404])

async function main() {
  const { default: other, ...named } = await import('http-problems/compat')
  assert.notEqual(other, createError)
  for (const name of Object.keys(named)) assert.ok(name === 'createError' || name in createError, name)
  for (const [maker, reader] of [
    [createError, other],
    [other, createError],
  ]) {
    const error = maker(404, 'No book 8.')
    assert.ok(error instanceof reader.NotFound && error instanceof reader.HttpError && error instanceof NotFound)
    assert.ok(!(error instanceof reader.Conflict) && reader.isHttpError(error) && isHttpProblem(error))
    assert.equal(reader(error), error)
  }
  console.log('both formats are right')
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
