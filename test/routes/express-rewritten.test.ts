/** A middleware may rewrite where a request is; the walk then takes what it finds. */
import { expect } from 'chai'
import express from 'express'
import { pathMethods } from '../../lib/routes/express.js'

describe('pathMethods() after a middleware has rewritten the request', () => {
  const parent = express()
  const app = express()
  const router = express.Router()
  const asking = (): void => undefined
  router.get('/books', () => undefined)
  router.use(asking)
  app.use('/r', router)
  parent.use('/sub', app)

  for (const [says, baseUrl, path, allowed] of [
    ['finds the routes of the router that asks', '/sub/r', '/books', ['GET', 'HEAD', 'OPTIONS']],
    ['finds none where the base does not lead to it any more', '', '/books', []],
    ['finds none where the path is another', '/sub/r', '/else', []],
  ] as const) {
    it(says, () => {
      expect(pathMethods({ app, baseUrl, path }, asking).allowed).to.deep.equal(allowed)
    })
  }

  it('takes the path as it is where the handler that asks stands in no router', () => {
    expect(pathMethods({ app, baseUrl: '/sub', path: '/r/books' }, () => undefined).allowed).to.deep.equal([
      'GET',
      'HEAD',
      'OPTIONS',
    ])
  })
})
