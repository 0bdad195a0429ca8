/** What only Express has: cookies that another middleware has read, and a query that cannot be assigned. */
import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { problemHandler, validate, validated } from '../../middleware/express/index.js'

const record = (properties: object) => ({ type: 'object', properties })

describe('validate() for Express', () => {
  it('takes the cookies of cookie-parser, which may be JSON', async () => {
    const app = express()
    app.use((req, _res, next) => {
      req.cookies = { cart: { items: 3 } }
      next()
    })
    app.use(validate({ cookies: record({ cart: record({ items: { type: 'integer' } }) }) }))
    app.get('/', (req, res) => res.json(validated(req)))
    app.use(problemHandler())
    const { body } = await request(app as unknown as RequestListener)
      .get('/')
      .set('Cookie', 'cart=other')
    expect(body).to.deep.equal({ cookies: { cart: { items: 3 } } })
  })

  it('makes a 500 of a parser of the app that throws', async () => {
    const app = express()
    app.set('query parser', () => {
      throw Object.assign(new Error('db-17 is down'), { status: 404, expose: true })
    })
    app.use(validate({ query: record({}) }))
    app.use(problemHandler({ logger: false }))
    const { status, body } = await request(app as unknown as RequestListener).get('/?a=1')
    expect([status, body]).to.deep.equal([500, { type: 'about:blank', title: 'Internal Server Error', status: 500 }])
  })
})
