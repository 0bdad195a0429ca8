/** Servers where no code can be made from text, as in Workers: with compiled validators they check members, without they answer and tell. */
import { expect } from 'chai'
import { makeWorkshop, problemsModule, type Workshop } from './command.js'

const servers = {
  Express: `import express from 'express'
    import { problemHandler } from 'http-problems/express'
    const serve = (options) => {
      const app = express()
      app.get('/', fail)
      app.use(problemHandler(options))
      return app
    }`,
  Koa: `import Koa from 'koa'
    import { problemHandler } from 'http-problems/koa'
    const serve = (options) => {
      const app = new Koa()
      app.use(problemHandler(options))
      app.use(fail)
      return app.callback()
    }`,
}

// A dependency of Koa makes functions from text to warn of old names of its own. Who bundles Koa for Workers replaces it, as here.
const withoutDepd = `const Module = require('node:module')
  const load = Module._load
  const depd = () => Object.assign(() => undefined, { function: (fn) => fn, property: () => undefined })
  Module._load = function (name, ...rest) {
    return name === 'depd' ? depd : load.call(this, name, ...rest)
  }`

const script = (server: string, validators: boolean): string => `import { createServer } from 'node:http'
  import { SeatTaken } from './problems.mjs'
  ${validators ? "import validators from './validators.mjs'" : 'const validators = undefined'}
  ${server}
  function fail() { throw new SeatTaken({ seat: '12A', at: 'x' }) }
  const faults = []
  const onProblem = (event) => faults.push(event.faults.map(({ code, place }) => code + ' ' + place))
  let evaluates = true
  try { new Function('') } catch { evaluates = false }
  const listener = serve({ types: [SeatTaken], logger: false, validators, onProblem })
  const app = createServer(listener).listen(0, '127.0.0.1', async () => {
    const documents = []
    for (const _ of [1, 2]) {
      const response = await fetch('http://127.0.0.1:' + app.address().port)
      documents.push([response.status, await response.json()])
    }
    console.log(JSON.stringify({ evaluates, documents, faults }))
    app.close()
    app.closeAllConnections()
  })`

const flags = ['--no-warnings', '--require', './without-depd.cjs', '--disallow-code-generation-from-strings']

describe('Without code generation', () => {
  let shop: Workshop
  before(() => {
    shop = makeWorkshop({ 'problems.mjs': problemsModule, 'without-depd.cjs': withoutDepd })
    shop.command('compile', 'problems.mjs', '--out', 'validators.mjs')
  })
  after(() => shop.remove())
  const run = (server: string, validators: boolean): unknown => {
    shop.write({ 'server.mjs': script(server, validators) })
    const { out, error } = shop.node(...flags, 'server.mjs')
    expect(error).to.equal('')
    return JSON.parse(out)
  }
  const document = { type: 'https://api.example.com/problems/seat-taken', title: 'The seat is already taken', status: 409 }

  for (const [name, server] of Object.entries(servers)) {
    it(`${name} checks members by compiled validators`, () => {
      const fault = ['ERR_PROBLEM_MEMBERS SeatTaken.members#/at']
      const answer = [409, { ...document, seat: '12A' }]
      expect(run(server, true)).to.deep.equal({ evaluates: false, documents: [answer, answer], faults: [fault, fault] })
    })

    it(`${name} answers without validators, and tells once what helps`, () => {
      const answer = [409, { ...document, seat: '12A', at: 'x' }]
      expect(run(server, false)).to.deep.equal({
        evaluates: false,
        documents: [answer, answer],
        faults: [['ERR_PROBLEM_SCHEMA options.validators'], []],
      })
    })
  }
})
