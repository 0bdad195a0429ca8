// A project of ES modules that declares a problem type: ajv is loaded when its schema comes, and is found where the package is.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { defineProblem } from 'http-problems'
import { problemHandler } from 'http-problems/express'

export class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: { type: 'object', properties: { seat: { type: 'string', format: 'date-time' } } },
}) {}

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

// As a program, and not when `http-problems compile` imports it.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { cache } = createRequire(import.meta.url)
  const isLoaded = () => Object.keys(cache).some((file) => /node_modules[\\/]ajv[\\/]/.test(file))
  const document = { type: SeatTaken.type, title: SeatTaken.title, status: 409 }
  const [, , validatorsFile] = process.argv
  const options = validatorsFile === undefined ? [{ types: [SeatTaken] }, {}] : []
  if (validatorsFile) options.push({ types: [SeatTaken], validators: (await import(validatorsFile)).default })
  problemHandler()
  assert.ok(!isLoaded(), 'ajv is loaded by nothing but a schema')
  for (const each of options) assert.deepEqual(await answerOf(each), document)
  assert.equal(isLoaded(), validatorsFile === undefined)
  console.log(`${options.length} answers are right`)
}
