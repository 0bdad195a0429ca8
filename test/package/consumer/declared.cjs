// A project of CommonJS that declares a problem type: ajv is loaded when its schema comes, and is found where the package is.
const assert = require('node:assert/strict')
const { once } = require('node:events')
const { createServer } = require('node:http')
const express = require('express')
const { defineProblem } = require('http-problems')
const { problemHandler } = require('http-problems/express')

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: { type: 'object', properties: { seat: { type: 'string', format: 'date-time' } } },
}) {}
exports.SeatTaken = SeatTaken

async function answerOf(options) {
  const app = express()
  app.get('/', () => {
    throw new SeatTaken({ seat: '12A' })
  })
  app.use(problemHandler({ logger: false, ...options }))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const response = await fetch(`http://127.0.0.1:${server.address().port}/`)
  server.closeAllConnections()
  server.close()
  return response.json()
}

async function main() {
  const isLoaded = () => Object.keys(require.cache).some((file) => /node_modules[\\/]ajv[\\/]/.test(file))
  const document = { type: SeatTaken.type, title: SeatTaken.title, status: 409 }
  const [, , validatorsFile] = process.argv
  const options = validatorsFile === undefined ? [{ types: [SeatTaken] }, {}] : []
  if (validatorsFile) options.push({ types: [SeatTaken], validators: require(validatorsFile) })
  problemHandler()
  assert.ok(!isLoaded(), 'ajv is loaded by nothing but a schema')
  for (const each of options) assert.deepEqual(await answerOf(each), document)
  assert.equal(isLoaded(), validatorsFile === undefined)
  console.log(`${options.length} answers are right`)
}

// As a program, and not when `http-problems compile` imports it.
if (require.main === module) {
  main().catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
}
